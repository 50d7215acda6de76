"""Names in a text: which maker, country, family, release, openness, platform or adopter is mentioned where.

    lexicon = Lexicon(namings)
    lexicon.mentions("阿里巴巴的通义千问(Qwen)")  # the organisation alibaba, then the family qwen, each once

The longest name holds, with its version; common words are names only in company; what transcripts make of names is
found as possible, and only where it is likely. Deterministic, and linear in the length of the text.
"""

from __future__ import annotations

from weighbridge.claims.names.lexicon import Lexicon

__all__ = ["Lexicon"]
