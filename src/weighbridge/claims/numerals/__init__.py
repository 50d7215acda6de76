"""Numbers as they are written: in digits, in English words, in Chinese characters."""
