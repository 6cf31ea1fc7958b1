"""The commands: each file has a `COMMAND` that says what it takes and a `run` that does it."""
