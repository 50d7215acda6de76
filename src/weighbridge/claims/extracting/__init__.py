"""Extracting: claims that a language model proposes, taken for no more than hints about where in the text to look.

    for piece in excerpts(article).pieces: send request(...), read proposals(...), keep grounded(...), then join(...)

Nothing here speaks to the network. An answer is untrusted: a proposal becomes a claim only where its words stand in the
text, its names are those of the lexicon, and its number and its days are read again by our own rules. What it says of
truth is not asked for and not taken.
"""
