"""`read`: an article on the command line, in a pipe, from an address; `answer`: the article that is written."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.cli import Cli

CAST = """Joe Locke as Charlie Spring
Kit Connor as Nick Nelson
Yasmin Finney as Elle Argent
William Gao as Tao Xu
Cormac Hyde-Corrin as Harry Greene
Tobie Donovan as Isaac Henderson
Rhea Norwood as Imogen Heaney
Sebastian Croft as Ben Hope
Olivia Colman as Sarah Nelson
Ashwin Vishwanath as Sai Verma
Evan Ovenell as Christian McBride
Araloyin Oshunremi as Otis Smith
Corinna Brown as Tara Jones
Jenny Walser as Tori Spring
Kizzy Edgell as Darcy Olsson
Bel Priestley as Naomi
Ash Self as Felix
Thibault de Montalembert as Stephane
Leila Khan as Sahar Zahid
Jack Barton as David Nelson
Nima Taleghani as Mr. Farouk
Bradley Riches as James McEwan"""
RETOLD = f"""Is Heartstopper Season 2 cancelled?

Heartstopper, the romance that Alice Oseman drew and Netflix filmed, has not been cancelled. Two more seasons were
confirmed soon after the first came out. For season two the cameras are already put away: filming has wrapped.

Post-production has begun, so it should not be long.

Heartstopper Season 2 release date

Season 2 has been officially confirmed for 2023. Oseman said in early 2022 that filming was wrapped.

If it takes as long as the first one did, we might expect a release in October.
It could come a bit sooner, for example, in July.

Heartstopper Season 2 cast

{CAST}
"""
SEED = Path(__file__).resolve().parent.parent.parent / "shared" / "seed" / "heartstopper-article.txt"


@pytest.fixture
def bare(tmp_path: Path) -> Cli:
    """The command line with no registry at all."""
    return Cli(tmp_path, shipped=None)


def written(cli: Cli, text: str, name: str = "article.txt") -> str:
    path = cli.folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def answers_as_the_article(cli: Cli, path: str) -> None:
    """What the article says, what is proposed, and what `check` answers once it is accepted."""
    (show,) = cli.ok("read", path, "--published", "2023-01-11", "--json").document["shows"]

    assert ("heartstopper", [2, 3]) == (show["slug"], show["confirmed_seasons"])
    assert show["verdict"] in ("renewed", "in-production")  # two seasons were ordered, and one of them is being made
    assert ("2023", "2023-07/2023-10") == (show["official_window"], show["estimate"])
    by_kind = {proposal["kind"]: proposal for proposal in show["proposals"]}
    assert [2, 3] == by_kind["renewed"]["seasons"]
    assert {"filming-wrapped", "post-production", "window-announced"} <= by_kind.keys()
    assert CAST.split("\n") == [f"{m['actor']} as {m['character']}" for m in by_kind["cast"]["cast"]]
    assert "2023-10" not in {proposal["value"] for proposal in show["proposals"]}

    cli.ok("read", path, "--published", "2023-01-11", "--apply")
    answer = cli.ok("check", "heartstopper", "--json").document
    assert ("renewed", [2, 3]) == (answer["decision"], answer["confirmed_seasons"])
    assert ("post-production", "2023") == (answer["next"]["stage"], answer["next"]["official"]["edtf"])
    assert answer["answer"].startswith("No. Heartstopper was renewed for seasons 2 and 3")
    assert 22 == len(answer["cast"])


def test_the_facts_of_an_article_become_an_answer(bare: Cli) -> None:
    answers_as_the_article(bare, written(bare, RETOLD))


@pytest.mark.skipif(not SEED.exists(), reason="the article itself is not part of the project")
def test_the_article_that_this_is_for_becomes_an_answer(bare: Cli) -> None:
    answers_as_the_article(bare, str(SEED))


def test_nothing_is_applied_twice(bare: Cli) -> None:
    path = written(bare, RETOLD)
    bare.ok("read", path, "--published", "2023-01-11", "--apply")
    once = bare.text
    again = bare.ok("read", path, "--published", "2023-01-11", "--apply", "--json").document

    assert once == bare.text
    assert {(True, False)} == {(p["known"], p["applied"]) for p in again["shows"][0]["proposals"]}


def test_a_text_of_two_shows_says_the_same_once_both_are_on_record(bare: Cli) -> None:
    text = """Salt Road season 3: filming wrapped in March 2022 and is set for autumn 2023.
Cast
Mary Shaw as Captain Reed

Glow renewed

By Jane Roe, 10 January 2023

Netflix has renewed GLOW for season 4, due on 3 August 2023.
"""
    first = bare.ok("read", written(bare, text), "--apply", "--json").document["shows"]
    once = bare.text
    again = bare.ok("read", written(bare, text), "--apply", "--json").document["shows"]

    assert ["glow", "salt-road"] == sorted(show["slug"] for show in first)
    assert [show["slug"] for show in first] == [show["slug"] for show in again]
    assert once == bare.text


def test_in_a_pipe_nothing_is_added_without_being_told_to(bare: Cli) -> None:
    done = bare.ok("read", written(bare, RETOLD), "--published", "2023-01-11")

    assert "" == bare.text
    assert ["heartstopper", "renewed", "2,3"] == [done.rows[0][0], *done.rows[0][2:4]]


def test_what_is_known_is_told_from_what_is_new(cli: Cli) -> None:
    (show,) = cli.ok("read", written(cli, RETOLD), "--published", "2023-01-11", "--json").document["shows"]

    assert show["known"] is True
    assert ("renewed", "post-production") == (show["before"]["decision"], show["after"]["stage"])


def test_show_says_which_one_is_meant(cli: Cli) -> None:
    text = "The Office returns\n\nThe Office has been renewed for a third series.\n"
    path = written(cli, text)
    unsure = cli.run("read", path)

    assert (0, "") == (unsure.code, unsure.out)
    assert "--show" in unsure.err
    assert "the-office-uk" == cli.ok("read", path, "--show", "the-office-uk", "--json").document["shows"][0]["slug"]


def test_a_text_of_another_show_says_nothing_of_the_one_that_is_meant(cli: Cli) -> None:
    done = cli.ok("read", written(cli, "Netflix has renewed Heartstopper for season 9.\n"), "--show", "the-office-uk")

    assert ("", True) == (done.out, "says nothing about The Office" in done.err and "about Heartstopper" in done.err)


def test_what_cannot_be_read_is_called_what_it_is(bare: Cli) -> None:
    path = bare.folder / "article.bin"
    path.write_bytes(b"\x89PNG\0\0")
    binary = bare.run("read", str(path))
    path.write_bytes("Nur für Gäste".encode("cp1252"))
    other = bare.ok("read", str(path))
    path.write_bytes(b"\n")

    assert (2, True) == (binary.code, "is no text; save the article" in binary.err)
    assert "says nothing" in other.err
    assert "is empty." in bare.ok("read", str(path)).err
    path.write_text(
        "Netflix hat die Serie Dark um eine dritte Staffel verlängert. Die neue Staffel soll im nächsten Jahr "
        "erscheinen, wie der Streamer am Montag bekannt gab."
    )
    assert "is not in English" in bare.ok("read", str(path)).err


def test_a_text_in_another_encoding_keeps_its_letters(bare: Cli) -> None:
    path = bare.folder / "article.txt"
    text = "Netflix has renewed the drama “Señora Acero” for a third season, due on 3 August 2023.\n"
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        path.write_bytes(text.encode(encoding))
        assert "Señora Acero" == bare.ok("read", str(path), "--json").document["shows"][0]["title"]


def test_the_byline_gives_the_day(bare: Cli) -> None:
    path = written(bare, RETOLD + "\n- This article was updated on January 11th, 2023\n")

    assert "2023-01-11" == bare.ok("read", path, "--json").document["published"]


def test_a_text_without_a_claim_says_so(bare: Cli) -> None:
    done = bare.ok("read", written(bare, "Nothing to see here.\n"))

    assert ("", True) == (done.out, "says nothing about a show" in done.err)


def test_standard_input_is_a_source(bare: Cli) -> None:
    done = bare.fed("Hulu axes Salt Road\n\nHulu has cancelled the drama Salt Road.\n", "read", "-")

    assert ["salt-road", "cancelled"] == [done.rows[0][0], done.rows[0][2]]


def test_lines_of_json_are_answered_in_order(bare: Cli) -> None:
    lines = [
        json.dumps({"id": "a", "published": "2023-01-11", "text": RETOLD}),
        "{",
        json.dumps(
            {"id": "b", "published": None, "text": "Hulu axes Salt Road\n\nHulu has cancelled the drama Salt Road."}
        ),
    ]
    first, broken, last = [
        json.loads(line) for line in bare.fed("\n".join(lines) + "\n", "read", "--stdin").out.splitlines()
    ]

    assert ("a", "Heartstopper", "renewed") == (first["id"], first["shows"][0]["title"], first["shows"][0]["verdict"])
    assert (None, []) == (broken["id"], broken["shows"])
    assert ("b", "cancelled") == (last["id"], last["shows"][0]["verdict"])


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("read",), 2, "Name a file"),
        (("read", "ftp://example.org/x"), 2, "only http and https"),
        (("read", "nowhere.txt"), 1, "nowhere.txt"),
        (("read", "x", "--stdin"), 2, "--stdin"),
        (("read", "x.txt", "--published", "2023"), 2, "--published needs one day"),
    ],
)
def test_a_source_that_cannot_be_read_is_told(bare: Cli, words: tuple[str, ...], code: int, why: str) -> None:
    done = bare.run(*words)

    assert (code, "") == (done.code, done.out)
    assert why in done.err


PAGE = f"""<!DOCTYPE html><html><head><title>Is Heartstopper Season 2 cancelled?</title>
<meta property="article:published_time" content="2023-01-11T09:00:00Z">
<meta property="og:site_name" content="A Paper"></head>
<body><nav>Home Shows RELATED: The Ferry cancelled</nav><article><h1>Is Heartstopper Season 2 cancelled?</h1>
{"".join(f"<p>{line}</p>" for line in RETOLD.split(chr(10))[2:] if line)}</article></body></html>"""


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = {"/page": PAGE.encode(), "/large": b"x" * 6_000_000}.get(self.path)
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "/page")
            self.end_headers()
            return
        self.send_response(200 if body is not None else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["/page", "/away"])
def test_a_page_is_fetched_and_cited(bare: Cli, address: str, path: str) -> None:
    pytest.importorskip("trafilatura")
    document = bare.ok("read", address + path, "--json", SHOWSTATUS_OFFLINE=None).document
    renewed = next(p for p in document["shows"][0]["proposals"] if p["kind"] == "renewed")

    assert ("2023-01-11", "A Paper", f"{address}/page") == (document["published"], renewed["by"], renewed["url"])


@pytest.mark.parametrize(("path", "why"), [("/none", "404"), ("/large", "more than 5 million bytes")])
def test_a_page_that_cannot_be_had_is_a_source_out_of_reach(bare: Cli, address: str, path: str, why: str) -> None:
    done = bare.run("read", address + path, SHOWSTATUS_OFFLINE=None)

    assert (5, "", True) == (done.code, done.out, why in done.err)


def test_without_its_library_html_is_refused_with_the_command_that_installs_it(bare: Cli) -> None:
    folder = bare.folder / "without"
    folder.mkdir()
    (folder / "trafilatura.py").write_text("raise ImportError\n")
    path = f"{folder}{os.pathsep}{bare.environ['PYTHONPATH']}"
    done = bare.run("read", written(bare, PAGE, "page.html"), PYTHONPATH=path)

    assert (1, "", 1) == (done.code, done.out, len(done.err.splitlines()))
    assert "pip install 'showstatus[read]'" in done.err


@pytest.mark.parametrize("words", [("--offline",), ()])
def test_offline_no_connection_is_opened(bare: Cli, address: str, words: tuple[str, ...]) -> None:
    done = bare.run("read", f"{address}/page", *words, SHOWSTATUS_OFFLINE=None if words else "1")

    assert (5, "") == (done.code, done.out)


def test_answer_writes_the_article_from_the_registry_alone(bare: Cli) -> None:
    bare.ok("read", written(bare, RETOLD), "--published", "2023-01-11", "--apply")
    article = bare.ok("answer", "heartstopper", "--season", "2").out

    assert article.startswith(
        "# Is Heartstopper season 2 cancelled?\n\nNo. Heartstopper was renewed for seasons 2 and 3"
    )
    for words in (
        "Season 2 is announced for 2023. [",
        "- Joe Locke as Charlie Spring [",
        "## References",
        "Updated on 11 January 2023",
    ):
        assert words in article
    assert article == bare.ok("answer", "heartstopper", "--season", "2", "--json").document["markdown"]


def test_every_number_in_an_article_leads_to_a_claim(cli: Cli) -> None:
    import re

    article, _, references = cli.ok("answer", "heartstopper").out.partition("## References")
    cited = {int(number) for number in re.findall(r" \[(\d+)\]", article)}
    listed = {int(number) for number in re.findall(r"^(\d+)\. ", references, re.MULTILINE)}

    assert cited == listed != set()
