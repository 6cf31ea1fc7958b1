"""Which files of tests cannot come out otherwise where other packages are installed, read off what they import.

A test is reached by a package where its file, or whatever that imports and so on, imports the package anywhere in its
text, inside functions as well, can start a program, or can load a module whose name no text tells.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

ANYTHING = {"subprocess", "importlib", "runpy"}
"""The modules by which programs are started, and modules loaded by a name that is made up on the way."""


def unreached(root: Path, packages: Collection[str]) -> list[str]:
    """The files of tests of a checkout, relative to it, that these packages do not reach.

    Packages are named as they are imported: “lxml_html_clean”.
    """
    files = _files(root)
    imports = {name: set(_imported(path, files)) for name, path in files.items()}
    sources = {*packages, *ANYTHING}
    found = []
    for name, path in files.items():
        if name.startswith("tests.test_") and not sources & {one.partition(".")[0] for one in _all(name, imports)}:
            found.append(path.relative_to(root).as_posix())
    return sorted(found)


def _files(root: Path) -> dict[str, Path]:
    """The file of each module of ours, by its full name."""
    found = {}
    for folder, package in ((root / "src" / "showstatus", "showstatus"), (root / "tests", "tests")):
        for path in folder.rglob("*.py"):
            parts = path.relative_to(folder).with_suffix("").parts
            found[".".join([package, *(part for part in parts if part != "__init__")])] = path
    return found


def _imported(path: Path, files: Mapping[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            names = [f"{node.module}.{one.name}" for one in node.names]
            yield from (name if name in files else node.module for name in names)


def _all(name: str, imports: Mapping[str, set[str]]) -> set[str]:
    """Whatever a module imports, and what that imports, and so on."""
    found: set[str] = set()
    left = [name]
    while left:
        new = imports.get(left.pop(), set()) - found
        found |= new
        left += new
    return found
