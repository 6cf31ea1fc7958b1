"""Packages that not everybody needs: asked for where they are used, and named with what installs them."""

from __future__ import annotations

from showstatus.errors import ShowstatusError


def need(extra: str, *modules: str) -> None:
    """Make sure that the packages of an extra are there. Raises `ShowstatusError` with the command to install them."""
    import importlib.util

    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    if missing:
        raise ShowstatusError(
            f"This needs {' and '.join(missing)}, which {'is' if len(missing) == 1 else 'are'} not installed; install "
            f"what it takes with: python -m pip install 'showstatus[{extra}]'."
        )
