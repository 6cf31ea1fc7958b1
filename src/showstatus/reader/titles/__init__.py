"""Which names of a text are titles of shows."""
