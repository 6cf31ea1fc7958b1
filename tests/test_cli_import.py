"""`showstatus import`: one command, one edit, nothing twice."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.cli import Cli, plain
from tests.exports import PRIVATE, TMDB, series, table, trakt, trakt_item, tv_time, zipped

SHOWS = [(10_000 + number, f"Show Number {number}") for number in range(498)]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A zip from TV Time of 500 shows; of two of them a registry knows."""
    path = tmp_path / "tv-time.zip"
    rows = [series(n, title) for n, title in [*SHOWS, (1, "Heartstopper"), (2, "The Office (US)")]]
    path.write_bytes(tv_time(*rows))
    return path


def outcomes(rows: list[list[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows:
        found[row[0]] = found.get(row[0], 0) + 1
    return found


def test_five_hundred_shows_are_followed_by_one_command_and_again_adds_nothing(cli: Cli, export: Path) -> None:
    cli.write('# mine\n[show.glow]\nnote = "x"\n')
    before = cli.text

    tried = cli.ok("import", str(export), "--dry-run")
    assert ({"new": 498, "added": 2}, before) == (outcomes(tried.rows), cli.text)
    assert "Nothing was written: this was a trial." in tried.err

    done = cli.ok("import", str(export))
    assert ["added", "heartstopper", "Heartstopper", "", "tvdb:1", "", ""] in done.rows
    assert tried.rows == done.rows
    text = cli.text
    assert text.startswith(before)
    shows = tomllib.loads(text)["show"]
    assert (501, {}) == (len(shows), shows["heartstopper"])
    assert {"title": "Show Number 7", "ids": {"tvdb": 10_007}} == shows["show-number-7"]
    assert 501 == len(cli.ok("list").rows)

    again = cli.ok("import", str(export))
    assert ({"followed": 500}, text) == (outcomes(again.rows), cli.text)
    assert "TV Time: 500 shows. 500 you follow already." in again.err


def test_the_document_tells_every_show(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "tmdb.csv"
    row = {"TMDb ID": 124834, "IMDb ID": "tt10638036", "Type": "tv", "Name": "x", "Release Date": "2022-04-22"}
    path.write_text(table(TMDB, row, {"Type": "movie", "Name": "Dune"}))

    document = cli.ok("import", str(path), "--json").document
    ids = {"imdb": "tt10638036", "tmdb": 124834}
    show = {
        "outcome": "added",
        "slug": "heartstopper",
        "title": "x",
        "year": 2022,
        "ids": ids,
        "candidates": [],
        "why": None,
    }
    assert {
        "schema_version": 1, "action": "imported", "format": "TMDB", "others": 1, "shows": [show], "warnings": [],
    } == document  # fmt: skip
    assert "tried" == cli.ok("import", str(path), "--json", "--dry-run").document["action"]
    assert {"outcome": "followed"} == cli.ok("import", str(path), "--fields", "outcome").document["shows"][0]
    before = cli.text
    cli.fails(2, "import", str(path), "--fields", "nonsense", "--all")
    assert before == cli.text


def test_doubtful_shows_go_to_a_file_that_can_be_mended_and_imported(cli: Cli, tmp_path: Path) -> None:
    path, doubtful = tmp_path / "trakt.zip", tmp_path / "doubtful.txt"
    path.write_bytes(trakt(watched_shows=[{**trakt_item("The Office", 0, tvdb=73244), "plays": 1}]))

    done = cli.ok("import", str(path), "--doubtful", str(doubtful))
    assert [["doubtful", "", "The Office", "", "trakt:1,tvdb:73244", "the-office-uk,the-office-us"]] == [
        row[:6] for row in done.rows
    ]
    assert "" == cli.text
    text = doubtful.read_text()
    assert "#the-office-us\ttrakt:1\ttvdb:73244\tThe Office (US)\n" in text
    assert "is there already" in cli.fails(2, "import", str(path), "--doubtful", str(doubtful))

    doubtful.write_text(text.replace("#the-office-us", "the-office-us"))
    cli.ok("import", str(doubtful))
    assert {"the-office-us": {"ids": {"trakt": 1, "tvdb": 73244}}} == tomllib.loads(cli.text)["show"]
    assert {"followed": 1} == outcomes(cli.ok("import", str(path)).rows)


def test_what_you_said_you_do_not_follow_stays_so(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "titles.txt"
    path.write_text("Heartstopper\nGLOW\nNobody Knows This\n")
    cli.write('[show.glow]\nnote = "no"\nfollowed = false\n')

    rows = cli.ok("import", str(path)).rows
    assert [("added", "heartstopper"), ("left", "glow"), ("unplaced", "")] == [(row[0], row[1]) for row in rows]
    assert "followed = false" in cli.text


def test_a_title_with_a_slip_of_the_finger_is_doubtful_and_one_that_is_merely_like_it_is_not(
    cli: Cli, tmp_path: Path
) -> None:
    path = tmp_path / "titles.txt"
    path.write_text("Hartstopper\nThe Severed\nHouse of Cards (UK)\n")

    rows = cli.ok("import", str(path)).rows
    assert [("doubtful", "heartstopper"), ("unplaced", ""), ("unplaced", "")] == [(row[0], row[5]) for row in rows]


@pytest.mark.parametrize("file", ["-", "/dev/stdin"])
def test_standard_input_and_a_pipe_are_files_too(cli: Cli, file: str) -> None:
    ran = subprocess.run(
        cli.command("import", file), input=b"Severance\n", env=cli.env(), capture_output=True, timeout=60, check=True
    )
    assert (b"added\tseverance\tSeverance\t\t\t\t\n", "[show.severance]\n") == (ran.stdout, cli.text)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "it is empty"),
        (zipped({"../x": ""}), "leads out of it"),
        (zipped(dict.fromkeys(PRIVATE, "secret")), "it is a zip from none of the services that are known"),
        (b'[{"title": "Dark"', "it may be cut off"),
    ],
)
def test_a_file_that_is_no_export_is_refused_in_one_line(cli: Cli, tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    told = cli.fails(1, "import", str(path))
    assert f"{path} cannot be imported: " in told
    assert words in told
    assert not cli.registry.exists()


def test_a_file_that_is_not_there_or_is_a_folder_is_said_so(cli: Cli, tmp_path: Path) -> None:
    assert "no such file" in cli.fails(1, "import", str(tmp_path / "nowhere.zip"))
    assert "it is a folder" in cli.fails(1, "import", str(tmp_path))


def test_a_damaged_registry_is_not_written_over(cli: Cli, export: Path) -> None:
    cli.write("[show.glow\n")
    cli.fails(6, "import", str(export))
    assert "[show.glow\n" == cli.text


def at_terminal(cli: Cli, typed: str, *words: str) -> str:
    """What a person sees who runs a command and types this."""
    ours, theirs = os.openpty()
    os.write(ours, typed.encode())
    process = subprocess.Popen(
        cli.command(*words), stdin=theirs, stdout=theirs, stderr=theirs, env=cli.env(TERM="xterm", LANG="C.UTF-8")
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other side has closed
            break
        seen += piece
    os.close(ours)
    assert 0 == process.wait(timeout=60), seen.decode()
    return plain(seen.decode().replace("\r\n", "\n"))


def test_a_person_is_asked_about_doubtful_shows(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "trakt.json"
    items = [trakt_item("The Office", 0, tvdb=1, trakt=1), trakt_item("The Office", 0, tvdb=2, trakt=2)]
    items += [trakt_item("The Office", 0, tvdb=3, trakt=3)]
    path.write_text(json.dumps(items))

    seen = at_terminal(cli, "2\n3\n\n", "import", str(path))
    assert "The Office (trakt:1, tvdb:1): its title is that of others." in seen
    assert "  2  The Office (US)  the-office-us" in seen
    assert "  3  none of these: a new show" in seen
    assert "doubtful  one of the-office-uk," in seen
    shows = tomllib.loads(cli.text)["show"]
    assert {"ids": {"tvdb": 1, "trakt": 1}} == shows.pop("the-office-us")
    assert {"the-office": {"title": "The Office", "ids": {"tvdb": 2, "trakt": 2}}} == shows


def test_two_listings_may_turn_out_to_be_one_show(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "trakt.json"
    path.write_text(json.dumps([trakt_item("The Office", 0, trakt=1), trakt_item("The Office", 0, trakt=2, tvdb=3)]))

    at_terminal(cli, "2\n2\n", "import", str(path))
    assert {"the-office-us": {"ids": {"tvdb": 3, "trakt": 1}}} == tomllib.loads(cli.text)["show"]


def test_nobody_is_asked_who_does_not_want_to_be(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "titles.txt"
    path.write_text("The Office\n")
    for option in ("--no-input", "--dry-run"):
        assert "Which one?" not in at_terminal(cli, "", "import", str(path), option)
    assert "Which one?" in at_terminal(cli, "\x04", "import", str(path))
    assert "" == cli.text


def test_an_import_is_taken_back_as_one_change(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "titles.txt"
    path.write_text("Severance\nHeartstopper\n")
    cli.write("# mine\n[show.glow]\n")
    before = cli.text
    cli.ok("import", str(path))
    assert before != cli.text

    assert "Taken back: “You follow 2 more shows, from a list of titles.”\n" == cli.ok("undo").out
    assert before == cli.text


def test_where_doubtful_shows_cannot_be_written_nothing_is_imported(cli: Cli, tmp_path: Path) -> None:
    """Found by `scripts/faults`: the others were imported, and an error stood beside the answer."""
    path = tmp_path / "titles.txt"
    path.write_text("Heartstopper\nThe Office\n")
    (tmp_path / "file").touch()

    told = cli.fails(1, "import", str(path), "--doubtful", str(tmp_path / "file" / "doubtful.txt"))
    assert "nothing was imported" in told
    assert "" == cli.text
