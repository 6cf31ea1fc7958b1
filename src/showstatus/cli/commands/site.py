"""`showstatus site DIR`: what you follow as a static site for any web host."""

from __future__ import annotations

from showstatus.cli.command import Argument, Command, Example, Option
from showstatus.cli.listing import follows_any
from showstatus.cli.session import Session
from showstatus.errors import UsageError

COMMAND = Command(
    "site",
    "What you follow as a static site: pages, feed, calendar, data.",
    "The folder can be opened as it is or put on any web host: an index with search, filters and countdowns, a page "
    "and a JSON document a show, feed.xml, calendar.ics and shows.toml. Only what changed is written. Your tags, notes "
    "and pins stay at home.",
    (Argument("folder", "Where it goes; made where it is missing."),),
    (
        Option("--title", "What the site is called.", "TEXT"),
        Option("--url", "Where it will be, for the links in the feed.", "URL"),
        Option("--all", "All shows that are known, followed or not."),
    ),
    examples=(
        Example("site public", "write a site of what you follow into a folder"),
        Example("site public --all --title 'Every show'", "write one of all shows that are known"),
    ),
)
TITLE = "Renewed or cancelled"


def run(session: Session, *, folder: str, title: str | None, url: str | None, all: bool) -> int:  # noqa: A002 - their names
    """Build the site and say how much of it changed."""
    import os

    from showstatus.extras import need

    need("site", "jinja2", "icalendar")
    from showstatus.cli.publishing import publish
    from showstatus.spoken import say_day
    from showstatus.views.plain import one_line
    from showstatus.views.site.pages import Site

    site = Site(
        title=one_line(title or "") or TITLE,
        url=_url(url),
        as_of=session.as_of.isoformat(),
        day=say_day(session.as_of),
    )
    path = os.path.abspath(os.path.expanduser(folder))
    done = publish(session, path, site, followed=not all and follows_any(session))
    if session.json:
        from showstatus.views.json_doc import done_document, picked

        facts = {"folder": path, "shows": done.shows, "written": done.written, "removed": done.removed}
        session.output.document(picked(done_document("published", facts), session.fields))
        return 0
    gone = f", {done.removed:,} taken away" if done.removed else ""
    shows = "1 show" if done.shows == 1 else f"{done.shows:,} shows"
    files = "1 file" if done.written == 1 else f"{done.written:,} files"
    session.output.sentences(one_line(f"{folder} holds {shows}: {files} written{gone}."))
    return 0


def _url(text: str | None) -> str:
    if text is None:
        return ""
    if not text.startswith(("https://", "http://")) or not text.isprintable() or " " in text:
        raise UsageError(f"--url is “{text}”; it begins with https:// and holds no space.")
    return text if text.endswith("/") else f"{text}/"
