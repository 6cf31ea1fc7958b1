"""Positions in TOML text: told by example, and held against the parser for documents made to deceive."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showstatus.ledger.toml_lines import BOM, Block, blocks, claim_lines, comments, document, lines, show_lines

SMALL = """\
checked = 2026-11-22

# the best one
[show.heartstopper]
title = "Heartstopper"  # by Alice Oseman
genres = [
    "Drama",  # ]
]
# tags = []

[[claim]]
show = "heartstopper"
"""


def test_blocks_say_where_headers_and_keys_stand() -> None:
    expected = [
        Block((), False, 1, 2, 4, {"checked": (1, 2)}),
        Block(("show", "heartstopper"), False, 4, 9, 11, {"title": (5, 6), "genres": (6, 9)}),
        Block(("claim",), True, 11, 13, 13, {"show": (12, 13)}),
    ]
    assert expected == blocks(SMALL)


def test_an_empty_text_has_no_lines_and_one_empty_block() -> None:
    assert ([], [Block((), False, 1, 1, 1)]) == (lines(""), blocks(""))


def test_a_line_ends_with_a_line_feed_and_with_nothing_else() -> None:
    expected = ["a = '\x85\u2028'\r\n", "b = 1"]
    assert expected == lines("a = '\x85\u2028'\r\nb = 1")


@pytest.mark.parametrize(
    ("header", "parts"),
    [
        ("[show.heartstopper]", ("show", "heartstopper")),
        ("  [ show . heartstopper ]  # [[claim]]", ("show", "heartstopper")),
        ('[show."a.b"]', ("show", "a.b")),
        ("[show.'a\"]b']", ("show", 'a"]b')),
        (r'["sh\u006fw"."say \"so\""]', ("show", 'say "so"')),
        ('[show.""]', ("show", "")),
        ("[show.1899]", ("show", "1899")),
    ],
)
def test_headers_are_read_as_the_parser_reads_them(header: str, parts: tuple[str, str]) -> None:
    assert parts == blocks(header)[1].header
    assert {parts[0]: {parts[1]: {}}} == document(header)


@pytest.mark.parametrize(
    "value",
    [
        '"""\n[[claim]]\n[show.x]\n"""',
        "'''\n[[claim]]\n'''''",
        '"""a \\""" b\n[[claim]]\\\\"""',
        '""""\n[[claim]]"""""',
        '[\n  "]", # ] "\n  [ \'[\' ],\n]',
        "[{ a = [\n[[1]],\n] }]",
        '[ """\n[[claim]]\n""", [\n2022-05-20, # [show.x]\n] ]',
    ],
)
def test_what_looks_like_a_header_inside_a_value_is_none(value: str) -> None:
    text = f"a = {value}\n[[claim]]\n"
    end = text.count("\n")
    expected = [Block((), False, 1, end, end, {"a": (1, end)}), Block(("claim",), True, end, end + 1, end + 1)]
    assert expected == blocks(text)
    assert len(document(text)["claim"]) == 1


def test_an_inline_table_may_run_over_lines_as_in_toml_1_1() -> None:
    text = "[show.x]\nids = { imdb = 'tt1', # }\n  tmdb = 2,\n}\ntitle = 'X'\n"
    expected = {"ids": (2, 5), "title": (5, 6)}
    assert expected == blocks(text)[1].keys


def test_dotted_keys_that_begin_alike_are_all_found() -> None:
    block = blocks("[show.x]\nids.imdb = 'tt1'\ntitle = 'X'\nids . tmdb = 2\n")[1]
    expected = {"ids": [(2, 3), (4, 5)], "title": [(3, 4)], "tags": []}
    assert expected == {key: block.spans(key) for key in expected}
    assert list(block.keys) == ["ids", "title"]


def test_the_nth_claim_and_each_show_have_a_line() -> None:
    text = f"{BOM}[[claim]]\r\n[claim.extra]\r\n[show.a.ids]\r\n[[ claim ]]\r\n[show]\r\nb = {{}}\r\n[show.a]\r\n"
    expected = ([1, 4], {"a": 3, "b": 6})
    assert expected == (claim_lines(text), show_lines(text))


def test_a_show_is_first_defined_where_it_stands_first() -> None:
    assert {"a": 1, "b": 4} == show_lines("[show.a.ids]\n[other.x]\n[show]\nb.title = 'B'\na.title = 'A'\n")
    assert {"a": 2} == show_lines("[show]\na.title = 'A'\n[show.a.ids]\n")
    assert {} == show_lines("[[claim]]\n[shows.x]\n")


@pytest.mark.parametrize("number", [2**63 - 1, -(2**63), 0, True, 1.5e300])
def test_a_number_of_64_bits_is_read(number: float) -> None:
    written = str(number).lower()

    assert {"a": number, "b": [{"c": number}]} == document(f"a = {written}\nb = [{{ c = {written} }}]\n")


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1])
@pytest.mark.parametrize("place", ["a = {}", "a = [1, {}]", "[a]\nb = {{ c = [[{}]] }}"])
def test_a_number_that_does_not_fit_into_64_bits_is_none_wherever_it_stands(number: int, place: str) -> None:
    with pytest.raises(ValueError, match=r"^a number does not fit into 64 bits$"):
        document(place.format(number))


def test_comments_are_told_from_strings() -> None:
    text = 'a = \'#1\' # 2\nb = [ # 3\n"""\n# 4"""]\r\n# 5\r\n'
    expected = ["# 2", "# 3", "# 5"]
    assert expected == [comment for _, comment in comments(text)]
    assert all(text.startswith(comment, at) for at, comment in comments(text))


@pytest.mark.parametrize("text", ["[", "[[claim", 'a = """\n[[claim]]', "a = [[[", "= 1", "a = 'x", "\0", "]" * 9])
def test_malformed_text_is_cut_somehow_without_an_error(text: str) -> None:
    assert blocks(text)[-1].next == len(lines(text)) + 1


def test_finding_the_lines_takes_less_time_than_parsing() -> None:
    show = '[show.s{0}]\ntitle = "Show"\ngenres = ["Drama", "Romance"]\nids = {{ imdb = "tt1", tmdb = 1 }}\n\n'
    claim = '[[claim]]\nshow = "s{0}"\nkind = "renewed"\nseasons = [2, 3]\non = 2022-05-20\nby = "Netflix"\n\n'
    text = "".join((show + 5 * claim).format(number) for number in range(1000))
    document.cache_clear()
    parsing = _seconds(lambda: document(text))
    assert min(_seconds(lambda: blocks(text)) for _ in range(3)) < parsing


def _seconds(work: Any) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


# --- documents made to deceive --------------------------------------------------------------------------------------

_PIECES = (
    "[[claim]]",
    "[show.x]",
    "# no comment",
    "a = 1",
    '"',
    "'",
    "[",
    "{",
    "}",
    "]]",
    "\\",
    "=",
    "é\u2028\x85",
    "",
)
_FRAGMENT = st.lists(st.sampled_from(_PIECES), max_size=3).map(" ".join)
_PARAGRAPH = st.lists(_FRAGMENT, max_size=4).map("\n".join)
_COMMENT = st.sampled_from(["# [[claim]]", "#", "# it's [1", '# """ {', "# a = '''"])
_GAP = st.lists(st.one_of(st.sampled_from(["", "  ", "\t"]), _COMMENT), max_size=3).map(lambda gap: [*gap])
_SPACE = st.one_of(st.sampled_from(["", " ", "\n", "\n\n\t"]), _COMMENT.map(lambda comment: f" {comment}\n"))


def _basic(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _long_basic(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"""', '""\\"')
    return f'"""{escaped}"""'


def _array(parts: list[tuple[str, str, str]]) -> str:
    return "[" + ",".join(before + value + after for before, value, after in parts) + "]"


def _inline(values: list[str]) -> str:
    return "{ " + ", ".join(f"k{number} = {value}" for number, value in enumerate(values)) + " }"


_SCALAR = st.one_of(
    st.sampled_from(["1", "-1.5", "true", "nan", "2022-05-20", "2022-05-20 07:32:00Z", "07:32:00", "1_000"]),
    _FRAGMENT.map(_basic),
    _PARAGRAPH.map(_long_basic),
    _FRAGMENT.map(lambda text: "'" + text.replace("'", "") + "'"),
    _PARAGRAPH.map(lambda text: "'''" + text.replace("'", "").replace("a", "''") + "'''"),
)
_VALUE = st.recursive(
    _SCALAR,
    lambda value: st.one_of(
        st.lists(st.tuples(_SPACE, value, _SPACE), max_size=3).map(_array), st.lists(value, max_size=3).map(_inline)
    ),
    max_leaves=5,
)
_KEYS = ("title", "a-b", "1", '"[[claim]]"', "'# ='", "ids.imdb", 'ids . "tm.db"', '"es\\u0063aped"', '""')
_SHOWS = ("[show.x]", "[ show . heartstopper ]", '[show."a.b"]', "['show'.\"[[claim]]\"]", "[show.x.more]", "\t[other]")
_CLAIMS = ("[[claim]]", "[[ claim ]]", '  [["claim"]]')


@st.composite
def _statements(draw: st.DrawFn) -> list[str]:
    """Draw keys with values, comments and blank lines between them."""
    found: list[str] = []
    for key in draw(st.lists(st.sampled_from(_KEYS), unique=True, max_size=4)):
        sign = draw(st.sampled_from(["=", " = ", "\t=  "]))
        found += draw(_GAP)
        found.append(draw(st.sampled_from(["", "  "])) + key + sign + draw(_VALUE) + draw(st.sampled_from(["", " "])))
        found[-1] += draw(st.one_of(st.just(""), _COMMENT))
    return found + draw(_GAP)


@st.composite
def _documents(draw: st.DrawFn) -> str:
    """Draw a document in which values and comments look like headers."""
    found: list[str] = draw(_statements())
    headers = draw(st.lists(st.sampled_from(_SHOWS), unique=True, max_size=4))
    headers += draw(st.lists(st.sampled_from(_CLAIMS), max_size=3))
    for header in draw(st.permutations(headers)):
        found += [header + draw(st.one_of(st.just(""), _COMMENT)), *draw(_statements())]
    text = draw(st.sampled_from(["", BOM])) + "\n".join(found) + draw(st.sampled_from(["", "\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@settings(max_examples=200, deadline=None)
@given(_documents())
def test_blocks_tile_the_text(text: str) -> None:
    found = blocks(text)
    assert text == "".join(lines(text))
    assert [1, *(block.next for block in found)] == [*(block.first for block in found), len(lines(text)) + 1]
    for block in found:
        assert not document(_cut(text, block.body_end, block.next))


@settings(max_examples=200, deadline=None)
@given(_documents())
def test_each_block_alone_says_what_its_keys_say(text: str) -> None:
    for block in blocks(text):
        table: Any = document(_cut(text, block.first, block.next))
        for part in block.header:
            assert [part] == list(table)
            table = table[part]
        table = table[0] if block.array else table
        assert list(table) == list(block.keys)
        for key in block.keys:
            alone = "".join(_cut(text, start, end) for start, end in block.spans(key))
            assert repr({key: table[key]}) == repr(document(alone))


@settings(max_examples=200, deadline=None)
@given(_documents())
def test_the_parser_finds_as_many_claims_and_the_same_shows(text: str) -> None:
    parsed = document(text)
    assert len(parsed.get("claim", [])) == len(claim_lines(text))
    assert set(parsed.get("show", {})) == set(show_lines(text))


def _cut(text: str, start: int, end: int) -> str:
    return "".join(lines(text)[start - 1 : end - 1])
