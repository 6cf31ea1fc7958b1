"""The entry point: `python -m showstatus`, and the installed `showstatus`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it was closed before the start, as in `showstatus … >&-`
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115 - stands in for as long as the program runs
    try:
        from showstatus.cli.run import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while the modules were still being loaded
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
