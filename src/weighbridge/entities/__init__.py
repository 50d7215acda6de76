"""Who is who: accounts, names and repositories to organisation, country, family and release."""
