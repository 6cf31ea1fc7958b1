"""The names of a site's pages: one for each slug, and safe on every system."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showstatus.views.site.names import page_name


@pytest.mark.parametrize("slug", ["glow", "the-100", "a", "9-1-1"])
def test_a_plain_slug_is_its_page(slug: str) -> None:
    assert slug == page_name(slug)


@given(st.text(min_size=1), st.text(min_size=1))
def test_no_two_slugs_share_a_page_and_every_name_is_safe(one: str, other: str) -> None:
    assert (one == other) == (page_name(one).lower() == page_name(other).lower())
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*(\.[0-9a-f]{16})?", page_name(one))
    assert len(page_name(one)) <= 100


@pytest.mark.parametrize("slug", ["con", "com1", "..", "../x", "A", "x" * 200, "進撃の巨人", "a--b", "-a"])
def test_a_slug_that_some_system_would_not_take_gets_another_name(slug: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*\.[0-9a-f]{16}", page_name(slug))
