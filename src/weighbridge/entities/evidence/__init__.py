"""Descent that nobody declared, inferred from evidence: names, configurations, tokenizers.

`inference.inferred` reads what is stated and gives a parent to repositories that state none. How often each kind of
evidence is right is measured on repositories that do state one; see docs/evidence.md. What is inferred never stands in
the same column of known descent: `lineage.known_by` says which it is.
"""
