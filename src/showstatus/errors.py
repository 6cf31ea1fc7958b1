"""Every reason for which showstatus cannot go on, each with the exit code it ends with.

ShowstatusError (1)
├── UsageError (2)            the command line asks for something that cannot be
│   └── DateError             a text that should be a date is none
├── NoSuchShow (3)            the name fits no show; carries suggestions
├── AmbiguousName (4)         the name fits several shows; carries them
├── SourceUnreachable (5)     a source could not be reached, or offline where a socket is the point
│   └── TokenRefused          it does not accept the token that it was given
├── FetchedUnusable (1)       the file of what was fetched cannot be read or written; carries whether it is damaged
├── CatalogueUnusable (1)     the file of the catalogue cannot be read or written; carries whether it is damaged
└── RegistryUnreadable (6)    a registry file is damaged; carries path, line and column

Faults in the *content* of a registry are no exceptions: they are `Problem` values (see `claims`).
"""

from __future__ import annotations


class ShowstatusError(Exception):
    """Something failed; the message names the thing, the cause and the next step."""

    exit_code = 1
    meaning = "failed"


class UsageError(ShowstatusError):
    """The command line asks for something that cannot be."""

    exit_code = 2
    meaning = "usage: the command line could not be understood"


class DateError(UsageError, ValueError):
    """A text that should be a date is none."""


class NoSuchShow(ShowstatusError):
    """No show of that name is known; `suggestions` are titles that look alike, `hint` is what else may help."""

    exit_code = 3
    meaning = "no such show (similar names on stderr)"

    def __init__(self, name: str, suggestions: tuple[str, ...] = (), hint: str = "") -> None:
        self.name = name
        self.suggestions = suggestions
        self.hint = hint
        asked = f" Did you mean {_either(suggestions)}?" if suggestions else ""
        super().__init__(f"No show named “{name}” is known.{asked}{f' {hint}' if hint else ''}")


class AmbiguousName(ShowstatusError):
    """Several shows bear the name; `candidates` are (slug, display title) pairs."""

    exit_code = 4
    meaning = "ambiguous name (candidates on stderr)"

    def __init__(self, name: str, candidates: tuple[tuple[str, str], ...]) -> None:
        self.name = name
        self.candidates = candidates
        listed = ", ".join(f"{slug} ({title})" for slug, title in candidates)
        super().__init__(f"“{name}” fits {len(candidates)} shows; say which: {listed}.")


class SourceUnreachable(ShowstatusError):
    """A source could not be reached; what was known has been served, marked stale."""

    exit_code = 5
    meaning = "a source could not be reached, or offline where a connection is the point"


class TokenRefused(SourceUnreachable):
    """A source does not accept the token that it was given; asking on is of no use."""


class FetchedUnusable(ShowstatusError):
    """The file of what was fetched cannot be read or written; nothing that it holds is lost by that."""

    def __init__(self, path: str, why: str, *, damaged: bool) -> None:
        self.path = path
        self.damaged = damaged
        """Whether it is of no more use; else there is no room, or no leave to write."""
        told = f"{path}, which holds what was fetched, cannot be used ({why})."
        if damaged:
            super().__init__(
                f"{told} Mend or move the file, then try again; a new one is fetched by showstatus refresh."
            )
        else:
            super().__init__(f"{told} Nothing is lost; see to room and to who may write there, then try again.")


class CatalogueUnusable(ShowstatusError):
    """The file of the catalogue cannot be read or written; it can be pulled again."""

    def __init__(self, path: str, why: str, *, damaged: bool) -> None:
        self.path = path
        self.why = why
        self.damaged = damaged
        """Whether it is of no more use; else there is no room, or no leave to write."""
        told = f"The catalogue {path} cannot be used ({why})"
        step = "showstatus catalogue pull makes it anew" if damaged else "see to room and to who may write there"
        super().__init__(f"{told}; {step}.")


class RegistryUnreadable(ShowstatusError):
    """A registry file cannot be read; it is never treated as empty and never written over."""

    exit_code = 6
    meaning = "a registry file cannot be read"

    def __init__(self, path: str, why: str, line: int | None = None, column: int | None = None) -> None:
        self.path = path
        self.line = line
        self.column = column
        where = path if line is None else f"{path}, line {line}, column {column}"
        super().__init__(f"{where}: {why}. Mend the file, then try again; nothing was changed.")


def _either(names: tuple[str, ...]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]
