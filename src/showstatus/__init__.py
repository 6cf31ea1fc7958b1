"""Whether a TV show is renewed or cancelled, what is confirmed, and when its next season comes.

The names in `__all__` are the public API (docs/reference/api.md). Each is loaded when it is first asked for, so that
importing the package costs next to nothing.
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from showstatus.claims import CastMember as CastMember
    from showstatus.claims import Claim as Claim
    from showstatus.claims import Instalment as Instalment
    from showstatus.countdown import Countdown as Countdown
    from showstatus.dates import PartialDate as PartialDate
    from showstatus.errors import AmbiguousName as AmbiguousName
    from showstatus.errors import DateError as DateError
    from showstatus.errors import NoSuchShow as NoSuchShow
    from showstatus.errors import RegistryUnreadable as RegistryUnreadable
    from showstatus.errors import ShowstatusError as ShowstatusError
    from showstatus.errors import UsageError as UsageError
    from showstatus.forecast.estimate import Odds as Odds
    from showstatus.forecast.outlook import Outlook as Outlook
    from showstatus.forecast.window import Forecast as Forecast
    from showstatus.history import Transition as Transition
    from showstatus.registry import Registry as Registry
    from showstatus.report import Face as Face
    from showstatus.report import Freshness as Freshness
    from showstatus.report import Next as Next
    from showstatus.report import Report as Report
    from showstatus.shows import Pin as Pin
    from showstatus.shows import Show as Show
    from showstatus.status import Status as Status

_HOMES = {
    "claims": ("CastMember", "Claim", "Instalment"),
    "countdown": ("Countdown",),
    "dates": ("PartialDate",),
    "errors": ("AmbiguousName", "DateError", "NoSuchShow", "RegistryUnreadable", "ShowstatusError", "UsageError"),
    "forecast.estimate": ("Odds",),
    "forecast.outlook": ("Outlook",),
    "forecast.window": ("Forecast",),
    "history": ("Transition",),
    "registry": ("Registry",),
    "report": ("Face", "Freshness", "Next", "Report"),
    "shows": ("Pin", "Show"),
    "status": ("Status",),
}
"""The public names, by the module each lives in."""
__all__ = [
    "AmbiguousName", "CastMember", "Claim", "Countdown", "DateError", "Face", "Forecast", "Freshness", "Instalment",
    "Next", "NoSuchShow", "Odds", "Outlook", "PartialDate", "Pin", "Registry", "RegistryUnreadable", "Report", "Show",
    "ShowstatusError", "Status", "Transition", "UsageError", "__version__",
]  # fmt: skip


if not TYPE_CHECKING:  # a type checker knows the names from above, and that there are no others

    def __getattr__(name: str) -> object:
        """Load a public name at its first use."""
        for module, names in _HOMES.items():
            if name in names:
                import importlib

                found: object = getattr(importlib.import_module(f"showstatus.{module}"), name)
                globals()[name] = found
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
