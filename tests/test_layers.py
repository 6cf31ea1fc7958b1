"""Imports point one way, and the core neither touches anything outside it nor asks what day it is.

Read off the sources: imports inside functions and those for type checkers count like any other.
"""

from __future__ import annotations

import ast
import os
from functools import cache
from graphlib import TopologicalSorter

import pytest

import showstatus

ROOT = os.path.dirname(os.path.abspath(showstatus.__file__))
LAYERS = (
    ("errors", "extras"),
    ("dates", "names", "untrusted"),
    ("spoken", "relative_dates", "shows"),
    ("claims",),
    ("reader.lexicon", "reader.scales", "reader.sentences", "reader.section_heads"),
    ("reader.mentions",),
    ("reader.cues",),
    ("reader.titles",),
    ("reader.events",),
    ("reader.readings",),
    ("reader",),
    ("ledger.toml_lines", "ledger.toml_values", "ledger.toml_format", "ledger.book"),
    ("weighing",),
    ("runs",),
    ("seasons",),
    ("decisions",),
    ("status",),
    ("answer", "countdown", "history", "adoption"),
    ("forecast",),
    ("report", "releases"),
    ("completion", "spans", "agenda"),
    (
        "sources.base",
        "sources.pace",
        "sources.tvmaze",
        "sources.tmdb",
        "sources.address",
        "sources.minisign",
        "sources.registry",
        "sources.wikipedia",
    ),
    ("changes", "reconcile"),
    ("occasions", "wishes"),
    (
        "imports.listed",
        "imports.texts",
        "imports.tvtime",
        "imports.trakt",
        "imports.imdb",
        "imports.sonarr",
        "imports.tmdb",
        "imports.simkl",
        "imports.titles",
        "imports.placing",
    ),
    ("places", "ledger", "private", "replacing", "catalogue", "imports", "reader.page", "reader.encyclopedia"),
    ("sources",),
    ("retrieval", "gleaning", "pending"),
    (
        "due",
        "sync",
        "articles",
        "catalogue.pulling",
        "news",
        "sharing",
        "feeds",
        "hooks",
        "notify",
        "delivery",
    ),
    ("cli.clock",),  # the one place that reads the clock: whoever does no arithmetic may ask it
    ("registry",),
    ("views",),
    ("cli",),
    ("__main__",),
)
"""From the words everything is said in to the program; a module may import its own layer and those before it."""
CORE = LAYERS[: next(number for number, names in enumerate(LAYERS) if "places" in names)]
PURE = {
    "__future__", "bisect", "calendar", "collections", "collections.abc", "dataclasses", "datetime", "functools",
    "hashlib", "itertools", "math", "re", "typing", "unicodedata", "urllib.parse", "zlib",
}  # fmt: skip
"""What the core may import of the standard library: nothing that reads, writes, waits or asks."""
READERS = {
    "extras": {"importlib"},  # whether a package is there
    "sources.address": {"ipaddress", "os.path"},  # addresses and paths as text
    "sources.minisign": {"binascii", "nacl.exceptions", "nacl.signing"},  # bytes in, bytes out
    "ledger.toml_lines": {"tomllib"},  # text in, values out
    "imports.texts": {"csv", "io"},  # text in, rows out
    "forecast.lags": {"os.path", "json", "open"},  # the numbers that are shipped beside it
    "forecast.model": {"os.path", "json", "open"},
    "forecast.reference": {"os.path", "json", "open"},
    "reader.lexicon": {"os.path", "tomllib", "open"},  # the words and phrases that are shipped beside it
}


def modules() -> dict[str, str]:
    """The file of each module, by its name within the package; the package itself has none."""
    found = {}
    for folder, _, files in os.walk(ROOT):
        for name in files:
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                dotted = os.path.relpath(path, ROOT).removesuffix(".py").replace(os.sep, ".")
                found[dotted.removesuffix("__init__").rstrip(".")] = path
    return found


MODULES = modules()


@cache
def tree(module: str) -> ast.Module:
    with open(MODULES[module], encoding="utf-8") as file:
        return ast.parse(file.read())


def imported(module: str) -> set[str]:
    """The full names of the modules that a module imports, wherever in its text."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.module is not None, f"{module}: import by full name"
            for name in node.names:
                full = f"{node.module}.{name.name}"
                found.add(full if full.removeprefix("showstatus.") in MODULES else node.module)
    return found


def ours(module: str) -> set[str]:
    """The modules of the package that a module imports; not the bare package, which holds the version."""
    return {name.removeprefix("showstatus.") for name in imported(module) if name.startswith("showstatus.")}


def layer(module: str) -> int:
    """The layer of the longest name that the module's own begins with."""
    fitting = [
        (len(name), number)
        for number, names in enumerate(LAYERS)
        for name in names
        if module == name or module.startswith(f"{name}.")
    ]
    assert fitting, f"{module} has no layer: say where it belongs"
    return max(fitting)[1]


NAMED = sorted(name for name in MODULES if name)
IN_CORE = [name for name in NAMED if LAYERS[layer(name)] in CORE]


def test_the_package_itself_imports_its_modules_only_for_type_checkers() -> None:
    checked = next(node for node in tree("").body if isinstance(node, ast.If))
    told = {node.module for node in checked.body if isinstance(node, ast.ImportFrom)}

    assert "TYPE_CHECKING" == ast.unparse(checked.test)
    assert ours("") == {str(module).removeprefix("showstatus.") for module in told}


@pytest.mark.parametrize("module", NAMED)
def test_a_module_imports_its_own_layer_and_those_before_it(module: str) -> None:
    assert set() == {name for name in ours(module) if layer(name) > layer(module)}


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {module: ours(module) - {module} for module in NAMED}

    assert len(NAMED) <= len([*TopologicalSorter(graph).static_order()])


@pytest.mark.parametrize("module", IN_CORE)
def test_the_core_does_no_io_and_never_asks_the_time(module: str) -> None:
    allowed = PURE | READERS.get(module, set())
    outside = {name for name in imported(module) if name.partition(".")[0] != "showstatus"}
    called = {
        node.func.id
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }

    assert set() == outside - allowed
    assert set() == called & {"open", "print", "input", "exec", "eval", "__import__"} - allowed


@pytest.mark.parametrize("module", NAMED)
def test_the_clock_is_read_in_one_place(module: str) -> None:
    asked = {node.attr for node in ast.walk(tree(module)) if isinstance(node, ast.Attribute)}

    assert module == "cli.clock" or not asked & {"today", "now", "utcnow"}


def test_every_reader_is_a_module_of_the_core() -> None:
    assert READERS.keys() <= {*IN_CORE}
