"""Commands that change the registry: what is added, claimed, pinned and noted, and that nothing else is touched."""

from __future__ import annotations

import shlex
import tomllib
from functools import partial
from typing import Any

from showstatus.claims import KINDS
from tests.cli import Cli, together

MINE = """\
# My shows. Do not touch this comment.
checked = 2023-01-01   # by hand


[show.glow]            # why, why
title   =   "GLOW"
tags = [
    "gone",  # too soon
]

# --- watching ---
[show.heartstopper]
note = "with Ana"

[[claim]]              # mine
show = "heartstopper"
kind = "writing"
season = 3
on = "2022-12"
url = "https://example.org/mine"
# the end
"""


def _registry(cli: Cli) -> dict[str, Any]:
    return tomllib.loads(cli.text)


# add and remove


def test_adding_follows_a_shipped_show(cli: Cli) -> None:
    assert "You follow Heartstopper.\n" == cli.said("add heartstopper")
    assert {"show": {"heartstopper": {}}} == _registry(cli)
    assert ["heartstopper"] == [row[0] for row in cli.ok("list").rows]
    assert True is cli.ok("check", "heartstopper", "--json").document["followed"]


def test_adding_twice_changes_nothing(cli: Cli) -> None:
    cli.said("add heartstopper")
    before = cli.text
    assert "You follow Heartstopper.\n" == cli.said("add Heartstopper")
    assert before == cli.text
    assert {"shows": ["heartstopper"], "new": []} == cli.ok("add", "heartstopper", "--fields", "shows,new").document


def test_several_are_added_at_once_or_none(cli: Cli) -> None:
    told = cli.fails(3, "add", "heartstopper", "nobody", "glow")
    assert ("", True) == (cli.text, "None of the shows was added." in told and "“nobody”" in told)
    assert "None of the shows" not in cli.fails(3, "add", "nobody")
    cli.said("add heartstopper glow heartstopper 'the office (us)'")
    assert ["heartstopper", "glow", "the-office-us"] == list(_registry(cli)["show"])


def test_a_new_show_is_made_with_what_is_told_of_it(cli: Cli) -> None:
    out = cli.said("add --new 'The Newest “Show”' --qualifier DE --platform ARD --country DE --release weekly")
    assert "You follow The Newest “Show”, new as the-newest-show-de.\n" == out
    told = {"title": "The Newest “Show”", "qualifier": "DE", "platform": "ARD", "country": "DE", "release": "weekly"}
    assert {"the-newest-show-de": told} == _registry(cli)["show"]
    assert "unknown" == cli.ok("check", "newest show").pairs["decision"]


def test_a_title_in_another_script_is_found_again(cli: Cli) -> None:
    cli.said("add --new 進撃の巨人")
    cli.said("add --new Łódź")
    assert ["lodz", "進撃の巨人"] == sorted(cli.ok("check", name).pairs["slug"] for name in ("進撃の巨人", "LODZ"))


def test_a_new_show_does_not_take_the_place_of_another(cli: Cli) -> None:
    assert "another --qualifier" in cli.fails(2, "add", "--new", "Heartstopper")
    cli.said("add --new Heartstopper --qualifier 1999")
    found = [cli.ok("check", name).pairs["slug"] for name in ("Heartstopper", "Heartstopper (1999)")]
    assert ["heartstopper", "heartstopper-1999"] == found


def test_removing_leaves_notes_and_claims(cli: Cli) -> None:
    cli.write(MINE)
    assert "You no longer follow Heartstopper.\n" == cli.said("remove heartstopper")
    assert ["glow"] == [row[0] for row in cli.ok("list").rows]
    assert {"note": "with Ana", "followed": False} == _registry(cli)["show"]["heartstopper"]
    assert MINE.replace('note = "with Ana"\n', 'note = "with Ana"\nfollowed = false\n') == cli.text
    mine = [claim["url"] for claim in cli.ok("check", "heartstopper", "--json").document["evidence"]]
    assert "https://example.org/mine" in mine
    cli.said("add heartstopper")
    assert MINE == cli.text


def test_removing_a_bare_show_takes_its_block(cli: Cli) -> None:
    cli.said("add heartstopper glow")
    cli.said("remove heartstopper glow")
    assert {} == _registry(cli)
    assert "You do not follow glow" in cli.fails(2, "remove", "glow")


# claim and withdraw

EVERY_KIND = {
    "ordered": "--season 4",
    "renewed": "--season 4 --season 5",
    "cancelled": "",
    "final-season": "--season 3",
    "ended": "",
    "limited": "",
    "saved": "--platform Hulu",
    "film-ordered": "--film 'Heartstopper Forever' --concludes",
    "writing": "--season 3",
    "casting": "--season 3 --value 'early 2023'",
    "filming-started": "--season 3 --value 2023-10-02",
    "filming-wrapped": "--season 3 --value 2023-12",
    "post-production": "--season 3 --part 1",
    "premiered": "--season 2 --value 2023-08-03",
    "finale": "--season 2 --value 'August 3, 2023'",
    "window-announced": "--season 3 --value 'summer 2024'",
    "date-announced": "--season 2 --value 'Aug 3 2023'",
    "delayed": "--season 3 --value 'not before January 2025'",
    "split": "--season 3 --label 'Volume 1' --label 'Volume 2'",
    "episodes": "--season 2 --value 8",
    "cast": "--season 3 --actor 'Jonathan Bailey as Jack Maddox' --actor 'Hayley Atwell'",
    "withdrawn": "--value 0123456789",
}
VALUES = {
    "casting": "2023-01/2023-04",
    "filming-wrapped": "2023-12",
    "premiered": "2023-08-03",
    "finale": "2023-08-03",
    "window-announced": "2024-22",
    "delayed": "2025-01/..",
    "episodes": 8,
    "filming-started": "2023-10-02",
    "date-announced": "2023-08-03",
    "withdrawn": "0123456789",
}


def test_the_examples_are_of_every_kind() -> None:
    assert list(KINDS) == list(EVERY_KIND)


def test_every_kind_can_be_claimed(cli: Cli) -> None:
    more = "--on 2022-11-05 --by Deadline --reports Netflix --url https://example.org/x --said 'the words' --rank press"
    ids = {}
    for kind, words in EVERY_KIND.items():
        line = ["claim", "Heartstopper", kind, *shlex.split(f"{words} {more}")]
        ids[kind] = cli.ok(*line, "--json").document["id"]
    written = {claim["kind"]: claim for claim in _registry(cli)["claim"]}
    assert list(EVERY_KIND) == list(written)
    assert VALUES == {kind: claim["value"] for kind, claim in written.items() if "value" in claim}
    assert [4, 5] == written["renewed"]["seasons"]
    assert ["Volume 1", "Volume 2"] == written["split"]["parts"]
    cast = [{"actor": "Jonathan Bailey", "character": "Jack Maddox"}, {"actor": "Hayley Atwell"}]
    assert cast == written["cast"]["cast"]
    known = {claim["id"]: claim for claim in cli.ok("check", "heartstopper", "--json").document["evidence"]}
    keys = ("kind", "on", "by", "reports", "url", "rank", "origin")
    told = ("2022-11-05", "Deadline", "Netflix", "https://example.org/x", "press", "user")
    assert [(kind, *told) for kind in ids] == [tuple(known[ids[kind]][key] for key in keys) for kind in ids]
    problems = cli.run("doctor").out.splitlines()
    assert ["no claim 0123456789 is there to be withdrawn"] == [line.split(": ")[-1] for line in problems]


def test_claiming_the_same_again_changes_nothing(cli: Cli) -> None:
    line = "claim severance renewed --season 2 --on 2022-04-06 --url https://example.org/s2"
    cli.said(line)
    before = cli.text
    assert "is on record already" in cli.said(line)
    assert before == cli.text


def test_claims_made_at_once_are_all_kept(cli: Cli) -> None:
    lines = [("claim", "severance", "renewed", "--season", str(number)) for number in range(2, 10)]
    ids = [done.document["id"] for done in together(*(partial(cli.ok, *line, "--json") for line in lines))]
    assert set(range(2, 10)) == {claim["season"] for claim in _registry(cli)["claim"]}
    assert set(ids) <= {
        c["id"] for c in cli.ok("check", "severance", "--json", "--as-of", "2900-01-01").document["evidence"]
    }


def test_a_claim_is_text_a_person_would_write(cli: Cli) -> None:
    cli.said("claim severance renewed --season 2 --on '18 February 2022' --url https://example.org/s2 --by 'Apple TV+'")
    assert (
        '[[claim]]\nshow = "severance"\nkind = "renewed"\nseason = 2\non = 2022-02-18\nby = "Apple TV+"\n'
        'url = "https://example.org/s2"\n'
    ) == cli.text


def test_what_is_claimed_counts_from_the_day_it_was_said(cli: Cli) -> None:
    cli.said("claim severance renewed --season 2 --on 2022-04-06 --by 'Apple TV+'")
    assert "renewed" == cli.ok("check", "severance", "--as-of", "2022-04-06").pairs["decision"]
    assert "pending" == cli.ok("check", "severance", "--as-of", "2022-04-05").pairs["decision"]


def test_claiming_does_not_follow(cli: Cli) -> None:
    cli.said("claim severance renewed --season 2")
    assert False is cli.ok("check", "severance", "--json").document["followed"]


def test_a_withdrawn_claim_counts_no_longer_and_stays_on_record(cli: Cli) -> None:
    claim_id = cli.ok("claim", "severance", "cancelled", "--on", "2022-12-01", "--json").document["id"]
    assert "cancelled" == cli.ok("check", "severance").pairs["decision"]
    assert f"Claim {claim_id} about Severance is withdrawn.\n" == cli.said(
        f"withdraw severance {claim_id} --said 'hoax'"
    )
    today = "2999-01-01"  # it is taken back from the day of the withdrawal on
    evidence = cli.ok("check", "severance", "--json", "--as-of", today).document["evidence"]
    assert [False] == [claim["counted"] for claim in evidence if claim["id"] == claim_id]
    assert "cancelled" != cli.ok("check", "severance", "--as-of", today).pairs["decision"]
    assert "cancelled" == cli.ok("check", "severance").pairs["decision"]


# pin, tag, note, alias


def test_a_pin_beats_every_claim_until_its_day(cli: Cli) -> None:
    assert "Severance is pinned as cancelled until 31 January 2023.\n" == cli.said(
        "pin severance cancelled --until 2023-01-31"
    )
    answers = [cli.ok("check", "severance", "--as-of", f"2023-{day}").pairs for day in ("01-31", "02-01")]
    assert ["cancelled", "pending"] == [answer["decision"] for answer in answers]
    assert "You pinned Severance as cancelled" in answers[0]["answer"]
    assert "The pin of Severance is removed.\n" == cli.said("pin severance --remove")
    assert "pending" == cli.ok("check", "severance").pairs["decision"]
    assert {"severance": {}} == _registry(cli)["show"]


def test_a_pin_keeps_the_precision_of_its_day(cli: Cli) -> None:
    cli.said("pin severance ended --until 'early 2024'")
    assert {"decision": "ended", "until": "2024-01/2024-04"} == _registry(cli)["show"]["severance"]["pin"]
    cli.said("pin severance renewed")
    assert {"decision": "renewed"} == _registry(cli)["show"]["severance"]["pin"]


def test_tags_are_put_on_and_taken_off(cli: Cli) -> None:
    assert "Tags of GLOW: 80s, comfort.\n" == cli.said("tag glow 80s comfort")
    assert "Tags of GLOW: 80s, comfort, wrestling.\n" == cli.said("tag glow comfort wrestling")
    assert ["glow"] == [row[0] for row in cli.ok("list", "--tag", "COMFORT").rows]
    assert ["80s", "comfort", "wrestling"] == cli.ok("check", "glow", "--json").document["tags"]
    assert "Tags of GLOW: wrestling.\n" == cli.said("tag glow comfort 80s none --remove")
    assert "Tags of GLOW: none.\n" == cli.said("tag glow wrestling --remove")
    assert {"glow": {}} == _registry(cli)["show"]


def test_a_note_is_kept_and_removed(cli: Cli) -> None:
    assert "Noted on GLOW: ask Ana\n" == cli.said("note glow 'ask Ana'")
    assert {"glow": {"note": "ask Ana"}} == _registry(cli)["show"]
    assert "ask Ana" == cli.ok("check", "glow").pairs["note"]
    assert "Note" in cli.ok("check", "glow", "--color", "always").out
    cli.said("note glow --remove")
    assert {"glow": {}} == _registry(cli)["show"]


def test_an_alias_names_its_show_and_no_other(cli: Cli) -> None:
    assert "Your names for House of the Dragon: The Dragons.\n" == cli.said("alias hotd 'The Dragons'")
    assert "house-of-the-dragon" == cli.ok("check", "the dragons").pairs["slug"]
    assert "Game of Thrones prequel" in cli.ok("check", "hotd", "--json").document["show"]["aliases"]
    assert "is a name of house-of-the-dragon already" in cli.fails(2, "alias", "glow", "the DRAGONS")
    assert "is a name of heartstopper already" in cli.fails(2, "alias", "glow", "ok", "Heartstopper")
    cli.said("alias hotd 'The Dragons'")
    assert {"aliases": ["The Dragons"]} == _registry(cli)["show"]["house-of-the-dragon"]
    assert "Your names for House of the Dragon: none.\n" == cli.said("alias hotd 'The Dragons' --remove")
    cli.fails(3, "check", "the dragons")


# the user's file


def test_every_comment_survives_every_edit(cli: Cli) -> None:
    cli.write(MINE)
    for line in (
        "add severance", "tag glow sad", "note heartstopper 'with Ben'", "alias glow 'Gorgeous Ladies'",
        "pin glow cancelled --until 2030", "claim glow ended --on 2022-01-01", "pin glow --remove",
        "tag glow sad --remove", "alias glow 'Gorgeous Ladies' --remove", "note heartstopper 'with Ana'",
        "remove severance",
    ):  # fmt: skip
        cli.said(line)
        for comment in ("# My shows. Do not touch this comment.", "# by hand", "# why, why", "# too soon", "# the end",
                        "# --- watching ---", "# mine"):  # fmt: skip
            assert (1, line, comment) == (cli.text.count(comment), line, comment)
    before, after = tomllib.loads(MINE), _registry(cli)
    assert (before["show"], before["claim"]) == (after["show"], after["claim"][:1])


def test_an_edit_keeps_a_backup_of_the_day(cli: Cli) -> None:
    cli.write(MINE)
    cli.said("add severance")
    cli.said("add hotd")
    (backup,) = (cli.folder / "state" / "showstatus" / "backups").iterdir()
    assert MINE == backup.read_text(encoding="utf-8")
