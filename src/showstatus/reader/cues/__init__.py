"""The phrases of the lexicon where a sentence says them, and which of its shows they are said of."""
