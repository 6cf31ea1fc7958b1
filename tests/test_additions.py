"""What the recipes of CONTRIBUTING.md add is in every place that must know of it; a failure names the place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from showstatus.claims import KINDS
from showstatus.cli.commands.export import FORMATS
from showstatus.cli.finding import ASKED
from showstatus.cli.remotes import SERVICES, source
from showstatus.ledger.book import DATABASES
from showstatus.reconcile import PUBLISHERS
from showstatus.report import ATTRIBUTION
from showstatus.runs import PLANS
from showstatus.seasons import MILESTONES
from showstatus.shows import ID_KINDS
from showstatus.views import answer_page, wording
from showstatus.views.json_schema import SCHEMA
from tests.cli import Cli
from tests.faulty.commands import COMMANDS as TRIED
from tests.fuzzing.targets import TARGETS
from tests.test_cli_commands import EVERY_KIND
from tests.test_layers import IN_CORE

OF_RECORDS = [name for name in SERVICES if name != "wikipedia"]
"""The sources that are asked for records of shows; Wikipedia is read as text."""
ROOT = Path(__file__).resolve().parent.parent
TREES = ("src", "tests", "tools", "bench", "docs", "data")
UNTRIED = {"open"}
"""Commands that name what they did and write nothing."""
NO_STEPS = ("premiered", "finale")
"""The facts that are no step of making a season."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_claim_kind_is_told_of_wherever_its_nature_wants(kind: str) -> None:
    nature = KINDS[kind].nature
    is_step = nature == "fact" and kind not in NO_STEPS
    places = {
        "DEEDS in views/wording.py": kind in wording.DEEDS or nature == "correction",
        "EVERY_KIND in tests/test_cli_commands.py": kind in EVERY_KIND,
        "MILESTONES in seasons.py": kind in MILESTONES or not is_step,
        "PLANS in runs.py": kind in PLANS or nature != "plan",
        "_STEPS or _RELEASES in views/answer_page.py": kind in answer_page.DEEDS or not (is_step or nature == "plan"),
    }

    missing = [place for place, is_there in places.items() if not is_there]
    assert not missing, f"{kind} is missing in {', '.join(missing)}"


@pytest.mark.parametrize("name", OF_RECORDS)
def test_a_source_is_known_wherever_sources_are_named(name: str) -> None:
    asked = source(name)
    places = {
        "SERVICES in cli/remotes.py: its name": name == asked.name,
        "SERVICES in cli/remotes.py: its title": SERVICES[name].title == asked.title,
        "ID_KINDS in shows.py": name in ID_KINDS,
        "DATABASES in ledger/book.py": name in DATABASES,
        "PUBLISHERS in reconcile.py": PUBLISHERS.get(name) == asked.title,
        "ATTRIBUTION in report.py": asked.title in ATTRIBUTION,
        "ASKED in cli/finding.py": name in ASKED,
        "LAYERS in tests/test_layers.py": type(asked).__module__.removeprefix("showstatus.") in IN_CORE,
        "TARGETS in tests/fuzzing/targets.py": name in TARGETS,
    }

    missing = [place for place, is_there in places.items() if not is_there]
    assert not missing, f"{name} is missing in {', '.join(missing)}"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_of_an_export_is_made(cli: Cli, name: str) -> None:
    if name == "ics":
        pytest.importorskip("icalendar", reason="a calendar needs icalendar, which is an extra")

    assert "Heartstopper" in cli.ok("export", name, "heartstopper").out


def test_every_command_that_changes_something_is_tried_with_faults() -> None:
    changing = {name for name, schema in SCHEMA["properties"].items() if "action" in schema["properties"]}

    assert {*UNTRIED} == changing - {name.split()[0] for name in TRIED}


def test_the_page_names_files_tables_and_tests_that_are_there() -> None:
    named = re.findall(r"`([^`]+)`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    found = [*ROOT.glob("*.*"), *(path for tree in TREES for path in (ROOT / tree).rglob("*.*"))]
    files = [f"/{path.relative_to(ROOT).as_posix()}" for path in found]
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    code += "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))

    def is_there(word: str) -> bool:
        if re.fullmatch(r"test_\w+", word):
            return f"/tests/{word}.py" in files
        if re.fullmatch(r"[\w/]+\.(?:py|toml|md)", word) and "NAME" not in word:
            return any(file.endswith(f"/{word}") for file in files)
        return not re.fullmatch(r"_?[A-Z][A-Z_]+", word) or re.search(rf"^{word}\b.*=", code, re.M) is not None

    assert [] == [word for word in named if not is_there(word)]
