"""What becomes of the files when a call to the system fails, or is the last one of a process, at any place of a write.

    python -m tests.faulty [--points N] [--seed N] [--native] [COMMAND ...]

Each trial runs one command in a fresh home, in a process of its own, and lets its k-th call go wrong: `calls` says how,
`homes` what there is to lose, `laws` what must hold afterwards. With --native the calls of SQLite are counted as well;
that needs a C compiler.
"""
