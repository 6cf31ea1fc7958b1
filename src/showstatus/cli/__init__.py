"""The command line: one command, one file in `commands`; the rest of the folder is what they share."""
