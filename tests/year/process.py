"""The program as a process of its own whose clock begins at an instant.

python -m tests.year.process SECONDS ZONE LARGEST PEAK WORD…; LARGEST is how many bytes a file may have, 0 for any
number: a disk that is full, as far as a process can tell. PEAK is the file that is told how much memory it took, in kB.
"""

from __future__ import annotations

import atexit
import datetime as dt
import resource
import sys
import time
from pathlib import Path
from zoneinfo import ZoneInfo

from showstatus.cli import clock


def main(seconds: str, zone: str, largest: str, peak: str, *words: str) -> None:
    """Set the clock and the limit, and run."""
    atexit.register(lambda: Path(peak).write_text(str(_peak())))
    ahead = float(seconds) - time.time()
    clock.seconds = lambda: time.time() + ahead
    clock.now = lambda: dt.datetime.fromtimestamp(clock.seconds(), ZoneInfo(zone))
    clock.today = lambda: clock.now().date()
    if int(largest):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest), resource.RLIM_INFINITY))
    sys.argv = ["showstatus", *words]
    from showstatus.__main__ import main as run

    run()


def _peak() -> int:
    """The most memory that this process took, in kB; what its parent took counts for nothing here."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


main(*sys.argv[1:])
