"""The pages: generated ones are in step, every example in them runs, every command is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from showstatus.cli.run import COMMANDS

ROOT = Path(__file__).resolve().parent.parent


def test_generated_pages_and_the_readmes_examples_are_in_step() -> None:
    """This runs every command that the README shows and compares what it prints."""
    done = subprocess.run(
        [sys.executable, "tools/build_docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_told(command: str) -> None:
    assert f"\n## {command}\n" in (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", *(str(p.relative_to(ROOT)) for p in (ROOT / "docs").rglob("*.md"))])
def test_links_to_files_of_the_project_lead_somewhere(page: str) -> None:
    import re

    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#]+)", text) if "://" not in t]

    assert [target for target in targets if not ((ROOT / page).parent / target).exists()] == []
