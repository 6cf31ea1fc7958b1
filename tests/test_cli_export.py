"""`export` and `--format`: what leaves the program for others, and that it does no harm there."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli import Cli, together
from tests.registries import SHIPPED as SHIPPED_FILE
from tests.registries import rows

HOSTILE = """
[show.formula]
title = '=HYPERLINK("https://evil.example";"click")'
platform = " +1"
tags = ["a", "-2"]
[show.markup]
title = "<script>alert(1)</script> | `code` *bold* [link](x) &amp;"
"""


def test_csv_has_a_header_and_a_row_a_show(cli: Cli) -> None:
    cli.ok("add", "heartstopper", "glow")
    table = list(csv.DictReader(io.StringIO(cli.ok("export", "csv").out)))

    assert ["glow", "heartstopper"] == [row["slug"] for row in table]
    assert ("cancelled", "renewed", "2,3") == (
        table[0]["decision"],
        table[1]["decision"],
        table[1]["confirmed_seasons"],
    )


def test_csv_lines_end_as_the_rfc_asks_and_columns_can_be_picked(cli: Cli) -> None:
    assert "slug,title\r\nglow,GLOW\r\n" == cli.ok("export", "csv", "glow", "--fields", "slug,title").out
    assert "no field “x”" in cli.fails(2, "export", "csv", "glow", "--fields", "x")


def test_no_cell_is_a_formula(cli: Cli) -> None:
    cli.write(HOSTILE)
    (row, _) = csv.DictReader(io.StringIO(cli.ok("export", "csv").out))

    assert row["title"] == """'=HYPERLINK("https://evil.example";"click")"""
    assert row["platform"] == "' +1"


def test_markdown_shows_markup_as_text(cli: Cli) -> None:
    cli.write(HOSTILE)
    line = next(line for line in cli.ok("export", "md").out.splitlines() if "script" in line)

    assert line.startswith(r"| \<script\>alert(1)\</script\> \| \`code\` \*bold\* \[link\](x) \&amp; |")
    assert 7 == line.replace(r"\|", "").count("|")


def test_json_holds_every_show_as_check_tells_it(cli: Cli) -> None:
    exported = cli.ok("export", "json", "heartstopper", "glow", "--json").document
    checked = [cli.ok("check", slug, "--json").document for slug in ("heartstopper", "glow")]

    assert exported["shows"] == checked
    assert [{"decision": "cancelled"}] == cli.ok("export", "json", "glow", "--fields", "decision").document["shows"]


MINE = """\
[show.heartstopper]
tags = ["comfort", "tea"]
note = 'A "note" with \\ signs'
aliases = ["HS"]
pin = { decision = "final-season", until = "2023-06" }
[show.glow]
[show.mine]
title = "Mine"
qualifier = "2005"
continues = "glow"

[[claim]]
show = "mine"
kind = "split"
season = 2005
parts = ["A", "B"]
on = "2022-10"

[[claim]]
show = "mine"
kind = "window-announced"
season = 2005
part = 2
value = "2023-22~"
on = 2022-10-03
by = "A blog"
rank = "official"
said = "next summer, about"

[[claim]]
show = "mine"
kind = "film-ordered"
film = "Mine: The Film"
concludes = true
on = 2022-11-01

[[claim]]
show = "mine"
kind = "saved"
platform = "HBO"
on = 2022-11-02
by = "HBO"

[[claim]]
show = "mine"
kind = "withdrawn"
value = "0123456789"
on = 2022-11-03

[[claim]]
show = "mine"
kind = "cast"
cast = [{ actor = "B. Actor", character = "C", since = 2 }]
left = ["D"]
on = 2022-11-04

[[claim]]
show = "mine"
kind = "episodes"
season = 2005
value = 0
"""


def test_a_toml_export_gives_the_same_answers_on_a_machine_that_has_nothing_else(cli: Cli, tmp_path: Path) -> None:
    cli.write(MINE)
    other = Cli(tmp_path / "other", shipped=None)
    other.write(cli.ok("export", "toml").out)

    def answers(on: Cli) -> list[object]:
        documents = []
        for slug in ("heartstopper", "glow", "mine"):
            document = on.ok("check", slug, "--json").document
            for claim in document["evidence"]:
                del claim["origin"]  # which file it came in by is all that differs
            documents.append(document)
        return documents

    assert answers(cli) == answers(other)
    assert 13 == other.text.count("[[claim]]")


def test_a_toml_export_of_all_that_ships_keeps_every_claim(tmp_path: Path) -> None:
    text = Path(SHIPPED_FILE).read_text(encoding="utf-8")
    known, exported = rows(text), rows(Cli(tmp_path, shipped=text).ok("export", "toml", "--all").out)

    assert {claim["id"]: claim.get("rank") for claim in known.claims} == {
        claim["id"]: claim.get("rank") for claim in exported.claims
    }
    assert list(known.shows) == list(exported.shows)
    assert [] == exported.problems


def test_named_shows_all_shows_and_formats_are_told_apart(cli: Cli) -> None:
    assert "not both" in cli.fails(2, "export", "csv", "glow", "--all")
    assert "no format “xml”; the formats are ics, csv, " in cli.fails(2, "export", "xml")
    assert "ask for export json" in cli.fails(2, "export", "ics", "--json")
    assert "hearstopper" in cli.fails(3, "export", "csv", "hearstopper")


def test_a_file_that_cannot_be_written_is_named(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    assert "file" in cli.fails(1, "export", "csv", "glow", "--output", str(tmp_path / "file" / "x.csv"))


def test_without_the_package_the_command_that_installs_it_is_named(cli: Cli, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "sitecustomize.py").write_text("import sys\nsys.modules['icalendar'] = None\n", encoding="utf-8")
    path = f"{blocked}:{cli.environ['PYTHONPATH']}"

    assert "python -m pip install 'showstatus[calendar]'" in cli.fails(1, "export", "ics", "glow", PYTHONPATH=path)


def test_a_template_makes_one_line_a_show(cli: Cli) -> None:
    cli.ok("add", "heartstopper", "glow")
    listed, coming = together(
        lambda: cli.ok("list", "--format", "{name}: {decision}").out,
        lambda: cli.ok("next", "--format", r"{{{title:>14}}}\t{what}", "--count", "1").out,
    )

    assert "GLOW: cancelled\nHeartstopper: renewed\n" == listed
    assert "{  Heartstopper}\tseason 2, wrapped\n" == coming


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ("{nothing}", "no field “nothing”; the fields are name, what, when, countdown, slug,"),
        ("{title.__class__}", "no field “title.__class__”"),
        ("{title[0]}", "no field “title[0]”"),
        ("{0}", "no field “0”"),
        ("{}", "no field “”"),
        ("{title!r}", "only a side and a width"),
        ("{title:{slug}}", "only a side and a width"),
        ("{title:99999}", "only a side and a width"),
        ("{title", "a brace that is meant is written twice"),
        ("title}", "a brace that is meant is written twice"),
    ],
)
def test_a_template_reaches_nothing_but_the_fields(cli: Cli, template: str, why: str) -> None:
    assert why in cli.fails(2, "list", f"--format={template}")


def test_a_template_obeys_no_title(cli: Cli) -> None:
    cli.write('[show.x]\ntitle = "{slug} \\u001b[31m{0.__class__}"\n')

    assert "{slug} \ufffd[31m{0.__class__}\n" == cli.ok("list", "--format", "{title}").out


def test_a_template_and_a_document_exclude_each_other(cli: Cli) -> None:
    assert "--format makes text" in cli.fails(2, "list", "--json", "--format", "{slug}")
    assert json.loads(cli.ok("list", "--json").out)["shows"]
