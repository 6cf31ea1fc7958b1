"""How outlets tell what becomes of a show: sentences of our own, each with its verdict."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest

from showstatus.reader.json_lines import shows

SENTENCES = tomllib.loads((Path(__file__).parent.parent / "tools" / "reader_sentences.toml").read_text())


@pytest.mark.parametrize("verdict", SENTENCES)
def test_each_sentence_tells_its_verdict(verdict: str) -> None:
    told = {}
    for sentence in SENTENCES[verdict]:
        of_the_show = re.sub(r"(?<![\w’'])T(?![\w+])", "Harbour Lights", sentence)
        text = f"The latest on Harbour Lights\n\n{of_the_show} It stars Ann Dow and Tom Reed."
        found = {show["title"]: show["verdict"] for show in shows(text, dt.date(2023, 6, 1))}
        told[sentence] = found.get("Harbour Lights")

    assert {} == {sentence: heard for sentence, heard in told.items() if heard != verdict}
