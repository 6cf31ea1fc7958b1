"""Whatever call to the system fails or is the last, the registry is as before or as after, and nothing is lost.

A choice of the points that `scripts/faults` tries; the seed is a constant, so that a failure can be looked at again.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faulty import native
from tests.faulty.calls import faults

ROOT = Path(__file__).parent.parent


def run(*words: str) -> str:
    """Run trials; gives the tally, which is the last line."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "tests.faulty", *words]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()[-1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a trial is a copy of a process")
def test_a_call_that_goes_wrong_anywhere_in_a_write_leaves_all_or_nothing() -> None:
    assert run("--points", "40", "--seed", "1").endswith("0 of them broke a law")


@pytest.mark.skipif(native.compiler() is None, reason="there is no C compiler, or this is not Linux")
def test_so_does_one_of_sqlite() -> None:
    assert run("--native", "--points", "10", "refresh", "registry add").endswith("0 of them broke a law")


def test_a_broken_law_is_found(tmp_path: Path) -> None:
    """The same trials of a writer that is not careful: half a file is what they are to find."""
    program = tmp_path / "careless.py"
    program.write_text(CARELESS)
    assert "neither as before nor as after" in run_program(program)


CARELESS = """
import sys
from showstatus.ledger import whole_file

def careless(target, data, **_):
    with open(target, "wb") as file:
        file.write(data)
    return []

whole_file.put = careless
sys.argv = ["faults", "tag", "--points", "20"]
from tests.faulty.__main__ import main
main()
"""


def run_program(program: Path) -> str:
    environ = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run([sys.executable, program], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=300)
    return done.stdout


def test_every_call_can_go_wrong_in_each_way_that_it_may() -> None:
    found = faults(["create", "read", "write"])

    assert [0] * 4 + [1] + [2] * 5 == [fault.at for fault in found]
    assert {"kill", "torn", "short", "ENOSPC", "EIO"} == {fault.how for fault in found if fault.at == 2}
