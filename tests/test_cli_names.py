"""By which names a show goes at the command line, and whose files count."""

from __future__ import annotations

import pytest

from tests.cli import SHIPPED, Cli

# names


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("heartstopper", "heartstopper"),
        ("HeartStopper", "heartstopper"),
        ("Severance!", "severance"),
        ("house of the dragon", "house-of-the-dragon"),
        ("House of the Dragon", "house-of-the-dragon"),
        ("HOTD", "house-of-the-dragon"),
        ("hotd", "house-of-the-dragon"),
        ("game of thrones prequel", "house-of-the-dragon"),
        ("the-office-uk", "the-office-uk"),
        ("The Office (UK)", "the-office-uk"),
        ("the office us", "the-office-us"),
    ],
)
def test_a_show_goes_by_many_names(cli: Cli, name: str, slug: str) -> None:
    assert slug == cli.ok("check", name).pairs["slug"]


def test_an_article_may_be_left_out_or_added(cli: Cli) -> None:
    assert "the-office-us" in cli.fails(4, "check", "office")
    assert "glow" == cli.ok("check", "The GLOW").pairs["slug"]


def test_a_better_name_beats_initials(cli: Cli) -> None:
    cli.ship(SHIPPED + '[show.other]\ntitle = "HOTD"\n')
    assert "other" == cli.ok("check", "hotd").pairs["slug"]


def test_one_name_of_two_shows_is_ambiguous_in_whatever_files_they_are(cli: Cli) -> None:
    cli.write('[show.mine]\ntitle = "GLOW"\nqualifier = "1999"\n')
    assert "glow" == cli.ok("check", "glow").pairs["slug"]  # the slug itself
    cli.write(
        '[show.mine]\ntitle = "Severance Pay"\naliases = ["Heartstopper film"]\n[show.b]\ntitle = "Heartstopper film"\n'
    )
    assert "b" == cli.ok("check", "heartstopper film").pairs["slug"]  # a title beats an alias
    cli.write('[show.a]\ntitle = "Same"\n[show.b]\ntitle = "Same"\n')
    assert "a (Same), b (Same)" in cli.fails(4, "check", "same")


# reading commands


def test_the_users_block_is_laid_over_the_shipped_one_key_by_key(cli: Cli) -> None:
    cli.write('[show.heartstopper]\nplatform = "BBC"\nids = { tvmaze = 1 }\ntags = ["comfort"]\n')
    show = cli.ok("check", "heartstopper", "--json").document["show"]
    assert ("Heartstopper", "BBC", "GB", {"imdb": "tt10638036", "tmdb": 124834, "tvmaze": 1}) == (
        show["title"], show["platform"], show["country"], show["ids"],
    )  # fmt: skip


def test_another_registry_may_be_named(cli: Cli) -> None:
    other = cli.folder / "elsewhere" / "other.toml"
    cli.said(f"add glow --registry {other}")
    assert "[show.glow]\n" == other.read_text()
    assert "" == cli.text
    assert ["glow"] == [row[0] for row in cli.ok("list", SHOWSTATUS_REGISTRY=str(other)).rows]
    assert (
        f"{cli.registry}\n" == cli.ok("path", "registry", "--registry", str(cli.registry), SHOWSTATUS_REGISTRY="x").out
    )
