"""Packages that not everybody needs: asked for where they are used, and named with what installs them."""

from __future__ import annotations

from showstatus.errors import ShowstatusError


def need(extra: str, *modules: str) -> None:
    """Make sure that the packages of an extra are there. Raises `ShowstatusError` with the command to install them."""
    missing = [name for name in modules if not _is_there(name)]
    if missing:
        raise ShowstatusError(
            f"This needs {' and '.join(missing)}, which {'is' if len(missing) == 1 else 'are'} not installed; install "
            f"what it takes with: python -m pip install 'showstatus[{extra}]'."
        )


def _is_there(module: str) -> bool:
    """Whether it can be loaded; a package that is there and broken is as good as none."""
    import importlib

    try:
        importlib.import_module(module)
    except ImportError:
        return False
    return True
