"""Hostile input for everything that reads what others wrote: one target for each kind of file, in `targets`.

    python -m tests.fuzzing [--minutes N] [--guided] [TARGET ...]

A target makes inputs and holds what the program does with each to laws. A few of each run with the tests; what a long
run finds is mended and kept there. With --guided, coverage guides the search; that needs atheris.
"""
