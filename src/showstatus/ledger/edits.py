"""How does the text of a registry look after one edit? Text in, text out; nothing is read or written here.

An edit touches only the lines of its own block: every comment, blank line and key order elsewhere stays. Before it
answers, each function parses both texts and compares: the new one must say what the old one said with just that
change, or a `ShowstatusError` asks for the edit by hand (shows written as inline tables or dotted keys, say).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from showstatus.errors import ShowstatusError
from showstatus.ledger import toml_lines
from showstatus.ledger.toml_lines import BOM, Block

WIDTH = 100  # a longer array is written one item a line


def append_claim(text: str, claim: Mapping[str, object]) -> str:
    """Add a `[[claim]]` at the end, keys in the order given; a date is written as a date, a text as a text.

    Raises `ShowstatusError` where lines at the end cannot do it (claims written as `claim = [...]`).
    """
    by_hand = f"A claim ({_brief(claim)}) cannot be added to the registry"
    old = _document(text)
    claims = old.get("claim", [])
    if not isinstance(claims, list):
        raise _by_hand(by_hand)
    new = _appended(text, ["[[claim]]", *(statement(key, value) for key, value in claim.items())])
    return _checked(new, {**old, "claim": [*claims, claim]}, by_hand)


def append_show(text: str, slug: str, keys: Mapping[str, object]) -> str:
    """Add `[show.slug]` at the end with these keys, possibly none; raises as `append_table` does."""
    return append_table(text, "show", slug, keys)


def append_table(text: str, family: str, name: str, keys: Mapping[str, object]) -> str:
    """Add `[family.name]` at the end with these keys; raises as `append_tables` does."""
    return append_tables(text, family, {name: keys})


def append_shows(text: str, shows: Mapping[str, Mapping[str, object]]) -> str:
    """Add several shows at the end, by slug; raises as `append_tables` does."""
    return append_tables(text, "show", shows)


def append_tables(text: str, family: str, tables: Mapping[str, Mapping[str, object]]) -> str:
    """Add `[family.name]` at the end for each name, with its keys: five hundred take hardly longer than one.

    Raises `ShowstatusError` if the file has one of them already, or where lines at the end cannot do it.
    """
    if not tables:
        return text
    names = ", ".join([*tables][:3]) + (" and more" if len(tables) > 3 else "")
    by_hand = f"[{family}.{names}] cannot be added to the file"
    old = _document(text)
    known = _table(old.get(family, {}), by_hand)
    lines: list[str] = []
    for name, keys in tables.items():
        if name in known:
            raise ShowstatusError(f"[{family}.{name}] is in the file already; change it instead of adding it.")
        lines += [*([""] if lines else []), header(family, name), *(statement(*pair) for pair in keys.items())]
    return _checked(_appended(text, lines), {**old, family: {**known, **tables}}, by_hand)


def remove_array_item(text: str, name: str, place: int) -> str:
    """Take the table at a place, from 0, of `[[name]]` out, with what stands between its lines.

    Raises `ShowstatusError` where they are written as one inline array.
    """
    by_hand = f"[[{name}]] {place + 1} cannot be taken out of the file"
    old = _document(text)
    own = [block for block in toml_lines.blocks(text) if block.array and block.header == (name,)]
    if place >= len(own):
        raise _by_hand(by_hand)
    new = _replaced(text, [(own[place].first, own[place].body_end)])
    rest = [*old[name][:place], *old[name][place + 1 :]]
    without = {key: value for key, value in old.items() if key != name}
    return _checked(new, {**without, **({name: rest} if rest else {})}, by_hand)


def set_key(text: str, slug: str, key: str, value: object) -> str:
    """Give a key of `[show.slug]` this value: where it stands, else below the last key, else in a new block at the end.

    The same value changes nothing. A comment behind the old value stays behind the new one; comments inside an old
    value of several lines move above it.
    """
    by_hand = f"“{key}” of [show.{slug}] cannot be set in the registry"
    old = _document(text)
    shows = _table(old.get("show", {}), by_hand)
    show = _table(shows.get(slug, {}), by_hand)
    if key in show and _same(value, show[key]):
        return text
    text = _with_block(text, slug)
    found = toml_lines.blocks(text)
    own = next(block for block in found if block.header == ("show", slug))
    spans = _spans(found, slug, key)
    lines = toml_lines.lines(text.removeprefix(BOM))
    last_key = max((start for start, _ in own.keys.values()), default=own.first)
    at, model = (own.keys[key][0],) * 2 if key in own.keys else (own.body_end, last_key)
    written = _keeping_comments(statement(key, value), ["".join(lines[a - 1 : b - 1]) for a, b in spans])
    indent = lines[model - 1][: -len(lines[model - 1].lstrip(" \t"))]
    new = _replaced(text, spans, at, [indent + line for line in written])
    return _checked(new, {**old, "show": {**shows, slug: {**show, key: value}}}, by_hand)


def remove_key(text: str, slug: str, key: str) -> str:
    """Take a key out of `[show.slug]`, with the comment behind it; a key that is not there changes nothing."""
    by_hand = f"“{key}” of [show.{slug}] cannot be taken out of the registry"
    old = _document(text)
    shows = _table(old.get("show", {}), by_hand)
    show = _table(shows.get(slug, {}), by_hand)
    if key not in show:
        return text
    rest = {name: value for name, value in show.items() if name != key}
    text = _with_block(text, slug)  # where the key was all there was, in a block of its own, the show stays
    new = _replaced(text, _spans(toml_lines.blocks(text), slug, key))
    return _checked(new, {**old, "show": {**shows, slug: rest}}, by_hand)


def remove_show(text: str, slug: str) -> str:
    """Take `[show.slug]` out as `remove_table` does. Its claims stay."""
    return remove_table(text, "show", slug)


def remove_table(text: str, family: str, name: str) -> str:
    """Take `[family.name]` out: its header, its keys and what stands between them, and `[family.name.…]` too.

    Comments above the header stay, even directly above: they may head a whole group of tables, and a comment too
    many is mended in a moment, a lost one never. A table that is not there changes nothing.
    """
    by_hand = f"[{family}.{name}] cannot be taken out of the file"
    old = _document(text)
    tables = _table(old.get(family, {}), by_hand)
    if name not in tables:
        return text
    rest = {other: table for other, table in tables.items() if other != name}
    found = toml_lines.blocks(text)
    expected = {**old, family: rest}
    if not rest and all(block.header != (family,) for block in found):
        del expected[family]
    spans = [(block.first, block.body_end) for block in found if block.header[:2] == (family, name)]
    return _checked(_replaced(text, spans), expected, by_hand)


def _document(text: str) -> Mapping[str, Any]:
    try:
        return toml_lines.document(text)
    except (ValueError, RecursionError) as error:
        raise ShowstatusError(f"The registry is not valid TOML ({error}). Mend it, then try again.") from error


def _table(value: object, by_hand: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _by_hand(by_hand)
    return value


def _by_hand(what: str) -> ShowstatusError:
    why = "the way it is written (inline tables or dotted keys, perhaps) leaves no safe place"
    return ShowstatusError(f"{what}: {why}. Nothing was changed; make this edit by hand.")


def _brief(claim: Mapping[str, object]) -> str:
    return " ".join(str(claim[key]) for key in ("show", "kind", "on") if key in claim)


def _checked(new: str, expected: Mapping[str, Any], by_hand: str) -> str:
    """Give the new text, provided that it says what is expected."""
    try:
        if _same(expected, toml_lines.document(new)):
            return new
    except (ValueError, RecursionError) as error:
        raise _by_hand(by_hand) from error
    raise _by_hand(by_hand)


def _same(wanted: object, parsed: object) -> bool:
    """Compare as TOML does: true is not 1, 1 is not 1.0, nan is nan; the order of keys says nothing."""
    if isinstance(parsed, dict):
        return (
            isinstance(wanted, Mapping)
            and len(wanted) == len(parsed)
            and all(key in wanted and _same(wanted[key], value) for key, value in parsed.items())
        )
    if isinstance(parsed, list):
        return isinstance(wanted, list | tuple) and len(wanted) == len(parsed) and all(map(_same, wanted, parsed))
    if isinstance(parsed, str):
        return isinstance(wanted, str) and wanted == parsed
    return type(wanted) is type(parsed) and str(wanted) == str(parsed)


def header(family: str, name: str) -> str:
    """The line that begins a table: `[show.some-slug]`."""
    return f"[{family}.{_name(name)}]"


def _name(key: str) -> str:
    import tomli_w

    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def _value(value: object) -> str:
    """Write a value on one line: tomli_w writes the scalars, this the brackets around them."""
    import tomli_w

    if isinstance(value, Mapping):
        inside = ", ".join(f"{_name(key)} = {_value(item)}" for key, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n")


def statement(key: str, value: object) -> str:
    """One key with its value, on a line; a long array on several."""
    written = f"{_name(key)} = {_value(value)}"
    if len(written) <= WIDTH or not isinstance(value, list | tuple):
        return written
    return "\n".join([f"{_name(key)} = [", *(f"    {_value(item)}," for item in value), "]"])


def _keeping_comments(statement: str, replaced: Iterable[str]) -> list[str]:
    """Cut a statement into lines and put the comments of what it replaces behind it, or else above it."""
    above: list[str] = []
    lines = statement.split("\n")
    for text in replaced:
        for offset, comment in toml_lines.comments(text):
            before = text[:offset]
            if "\n" in text.rstrip() or len(lines) > 1 or "#" in lines[0]:
                above.append(comment)
            else:
                lines[0] += before[len(before.rstrip()) :] + comment
    return above + lines


def _with_block(text: str, slug: str) -> str:
    """Make sure that the show has a block of its own, not only `[show.slug.…]`."""
    if any(block.header == ("show", slug) for block in toml_lines.blocks(text)):
        return text
    return _appended(text, [header("show", slug)])


def _spans(found: Iterable[Block], slug: str, key: str) -> list[tuple[int, int]]:
    """Say on which lines a key of a show stands: statements in its block, and blocks `[show.slug.key…]`."""
    spans: list[tuple[int, int]] = []
    for block in found:
        if block.header == ("show", slug):
            spans += block.spans(key)
        elif block.header[:3] == ("show", slug, key):
            spans.append((block.first, block.body_end))
    return spans


def _newline(text: str) -> str:
    return "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"


def _appended(text: str, statements: Iterable[str]) -> str:
    """Add statements at the end, below a blank line."""
    newline = _newline(text)
    if text.removeprefix(BOM):
        if not text.endswith("\n"):
            text += newline
        if text[text.rfind("\n", 0, -1) + 1 :].strip(f"{BOM} \t\r\n"):
            text += newline
    return text + "".join(statement.replace("\n", newline) + newline for statement in statements)


def _replaced(text: str, spans: Iterable[tuple[int, int]], at: int = 1, added: Sequence[str] = ()) -> str:
    """Leave out the lines of the spans, and put other lines before line `at`."""
    newline = _newline(text)
    mark = BOM if text.startswith(BOM) else ""
    lines = toml_lines.lines(text.removeprefix(BOM))
    if added and at > len(lines) and not lines[-1].endswith("\n"):
        lines[-1] += newline
    for start, end in spans:
        lines[start - 1 : end - 1] = [""] * (end - start)
    lines[at - 1 : at - 1] = [line + newline for line in added]
    return mark + "".join(lines)
