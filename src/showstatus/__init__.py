"""Whether a TV show is renewed or cancelled, what is confirmed, and when its next season comes."""

__version__ = "0.1.0"
