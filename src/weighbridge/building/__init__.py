"""`build`: parse, merge, resolve and weigh into cells what the store holds; each step skips what is already made."""
