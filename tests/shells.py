"""Lines of shell in which `showstatus` is this program."""

from __future__ import annotations

import subprocess

from tests.cli import Cli, Done


def in_shell(cli: Cli, line: str, **environ: str | None) -> Done:
    """Run a line of shell in which `showstatus` is this program."""
    script = f'showstatus() {{ {" ".join(cli.command())} "$@"; }}\n{line}'
    ran = subprocess.run(
        ["/bin/sh", "-c", script], capture_output=True, env=cli.env(**environ), timeout=60, check=False
    )
    done = Done(ran.returncode, ran.stdout.decode(), ran.stderr.decode())
    assert "Traceback" not in done.err
    assert "Exception ignored" not in done.err
    return done
