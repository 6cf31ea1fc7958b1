"""Which names are titles, and which are one: short pieces of our own, each with one way of naming shows."""

from __future__ import annotations

import datetime as dt

from showstatus.reader.article import read
from showstatus.reader.json_lines import shows

DAY = dt.date(2023, 6, 1)


def stands(text: str) -> dict[str, str]:
    return {str(show["title"]): str(show["verdict"]) for show in shows(text, DAY)}


def test_a_short_name_is_the_long_one() -> None:
    told = stands(
        "SRF: Salt Road Forever renewed for season 2\n\nNetflix has renewed SRF: Salt Road Forever for a second season."
        "\n\nWhen SRF will be back is not known."
    )

    assert {"SRF: Salt Road Forever": "renewed"} == told


def test_initials_are_the_name() -> None:
    told = stands(
        "Bravo cancels 'The Salt Wives of Old Harbour'\n\nThe reality series 'The Salt Wives of Old Harbour' has been "
        "cancelled.\n\nSWOH, as fans call it, had run since 2012."
    )

    assert {"The Salt Wives of Old Harbour": "cancelled"} == told


def test_names_that_never_stand_apart_are_one() -> None:
    told = stands(
        "A win for Salters and Coopers\n\n"
        "Seven has renewed its new drama series Salters and Coopers for a second season."
    )

    assert {"Salters and Coopers": "renewed"} == told


def test_a_country_is_part_of_a_title_that_has_no_other_form() -> None:
    told = stands(
        "What is axed this year\n\nAxed:\nKitchen Nightmares Australia\nHarbour Cooks\n\nReturning:\nThe Block\n"
    )

    assert {"Kitchen Nightmares Australia": "cancelled", "Harbour Cooks": "cancelled", "The Block": "renewed"} == told


def test_a_label_is_no_part_of_the_title_behind_it() -> None:
    told = stands(
        "Daytime in the fall: who stays\n\nCANCELLED: THE GOOD KITCHEN\nIt lasted for half a season.\n\n"
        "ENDED: SALT ROAD\nAfter 31 years its host has retired.\n\n"
        "RENEWED: HARBOUR LIGHTS\nFive more years were ordered.\n"
    )

    assert {"THE GOOD KITCHEN": "cancelled", "HARBOUR LIGHTS": "renewed"}.items() <= told.items()


def test_a_numbered_name_above_a_paragraph_is_an_entry() -> None:
    told = stands(
        "Four dramas that were renewed\n\n"
        "1. Salt Road\nThe long wait of its many viewers is over at last.\n\n"
        "2. Harbour Lights\nAnother year by the sea for all who are fond of boats.\n\n"
        "3. Iron Hollow\nThe miners will be back down there, deeper than ever.\n\n"
        "4. Stone Quay\nNobody thought that it would be asked for once more.\n"
    )

    assert {"Salt Road", "Harbour Lights", "Iron Hollow", "Stone Quay"} == told.keys()
    assert {"renewed"} == set(told.values())


def test_praise_in_place_of_a_title_is_none() -> None:
    told = stands(
        "Beloved comedy series axed after six seasons\n\nThe BBC has axed Salt Road after six series.\n\n"
        "Salt Road will not return, a spokesman said."
    )

    assert {"Salt Road": "cancelled"} == told


def test_an_essay_tells_no_news() -> None:
    text = (
        "Essay\n\nThe Fan Petition\n\nWhen a beloved series gets cancelled, people gather names. Some are saved by it."
    )

    assert {} == stands(text)


def test_a_list_of_the_best_tells_no_news() -> None:
    text = "The Best Series of the Decade\n\n1. Better Call Saul: never a foot wrong.\n\n2. Severance: oh, that lift."

    assert {} == stands(text)


def test_a_name_that_a_text_gives_as_another_name_is_no_other_show() -> None:
    told = stands(
        "Netflix renews 'Salt Road' for season 2\n\nNetflix has renewed 'Salt Road', also known as 'Via Salaria', "
        "for a second season.\n\n'Via Salaria' premiered in May 2022.\n\n'Salt Road' is a hit in many countries."
    )

    assert {"Salt Road": "renewed"} == told


def test_a_title_in_two_languages_is_one() -> None:
    told = read(
        "Turkish dramas: what was renewed\n\nSalt Road / Tuz Yolu\nThe hit drama was renewed for a second season.\n\n"
        "Harbour Lights / Liman Işıkları\nThe drama was renewed for a third season.\n",
        DAY,
        ("Salt Road", "Harbour Lights", "Tuz Yolu"),
    )

    assert {"Salt Road": "renewed", "Harbour Lights": "renewed"} == {show.title: show.verdict for show in told}


def test_a_maker_before_a_title_makes_no_other_show() -> None:
    told = stands(
        "Hulu renews 'Marvel's Salters' for season 2\n\nHulu has renewed 'Marvel's Salters' for a second season.\n\n"
        "That is good news for all who watch Salters: its first season ended in May 2023."
    )

    assert {"Marvel's Salters": "renewed"} == told


def test_a_nickname_and_an_episode_are_no_shows() -> None:
    told = stands(
        "'Salt Road' renewed for season 2\n\nABC has renewed 'Salt Road' for a second season.\n\n"
        'Sarah "Smithy" Smith leads the cast. It was renewed after episode 4.22, "Operation Harbour", was a hit.'
    )

    assert {"Salt Road": "renewed"} == told


def test_what_somebody_was_in_is_named_in_passing() -> None:
    told = stands(
        "Netflix renews 'Salt Road' for season 2\n\nNetflix has renewed 'Salt Road' for a second season.\n\n"
        "The drama stars Sarah Smith of 'Harbour Lights'. It premiered in May 2023."
    )

    assert {"Salt Road": "renewed"} == told


def test_a_label_above_a_list_is_no_entry_of_it() -> None:
    told = stands(
        "All the shows that are not returning this year\n\nAxed:\nAfter the Storm\nHarbour Cooks\n\n"
        "Not in 2023:\nSalt Road\nThe Iron Hollow\n\nReturning:\nStone Quay\n"
    )

    assert {"After the Storm", "Harbour Cooks", "Stone Quay"} <= told.keys()
    assert "Not in 2023" not in told
