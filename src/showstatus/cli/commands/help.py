"""`showstatus help [TOPIC]`: what there is to know beside the commands."""

from __future__ import annotations

from showstatus.cli.command import Argument, Command, Example
from showstatus.cli.session import Session
from showstatus.errors import UsageError

NAMES = ("exit-codes", "dates", "cron", "registry", "environment")
"""The topics; a test holds that `topics` has the same."""
COMMAND = Command(
    "help",
    "Help on a topic or a command; alone, the topics there are.",
    "TOPIC is one of: " + ", ".join(NAMES) + "; or the name of another command, which is the same as its --help.",
    (Argument("topic", "What to explain.", required=False, choices=NAMES),),
    examples=(
        Example("help", "see the topics"),
        Example("help exit-codes", "read one"),
        Example("help check", "see how a command is used"),
    ),
)


def run(session: Session, *, topic: str | None) -> int:
    """Print a topic, the help of a command, or the list of topics."""
    from showstatus.cli.run import COMMANDS, command_help
    from showstatus.cli.topics import TOPICS, Terms, Topic, as_text

    if topic in COMMANDS and topic not in TOPICS and not session.json:
        return command_help(str(topic))
    if topic is not None and topic not in TOPICS:
        raise UsageError(f"There is no help on “{topic}”; the topics are {', '.join(TOPICS)}, and every command.")
    summaries = {name: made().summary for name, made in TOPICS.items()}
    if topic is None:
        overview = ("`showstatus --help` lists the commands, `showstatus COMMAND --help` explains one.",)
        told = Topic("Topics of `showstatus help TOPIC`:", (Terms(tuple(summaries.items())), *overview))
    else:
        told = TOPICS[topic]()
    text = as_text(told, session.output.width if session.output.is_terminal else 78)
    if session.json:
        from showstatus.views.json_doc import SCHEMA_VERSION, picked

        document = {"schema_version": SCHEMA_VERSION, "topic": topic, "text": text, "topics": list(TOPICS)}
        session.output.document(picked(document, session.fields))
    else:
        session.output.prose(text)
    return 0
