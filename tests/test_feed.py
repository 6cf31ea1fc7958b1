"""What a feed says: RSS and Atom as they are found, broken ones, and those that mean harm."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("lxml")

from showstatus.sources.base import Unusable
from showstatus.sources.feed import MOST_ITEMS, Feed, Item, day_of, read
from tests.standin import unusable

URL = "https://example.org/tv/feed"
DAY = dt.date(2023, 1, 11)
LONG = 300_000
"""Bytes of an input that takes minutes where reading grows with the square of its length."""


def rss(items: str, head: str = "") -> bytes:
    return f'{head}<rss version="2.0"><channel><title>A Paper</title>{items}</channel></rss>'.encode()


def item(content: str, head: str = "") -> Item:
    """The one item of an RSS feed."""
    (one,) = read(rss(f"<item>{content}</item>", head), URL).items
    return one


def test_rss_2_is_read() -> None:
    feed = read(
        b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>A Paper &amp; More</title><link>https://example.org</link>
<item><title>Netflix renews &#8216;GLOW&#8217;</title><media:title>not this</media:title>
<link>https://example.org/glow?utm_source=feed</link><guid isPermaLink="false">77</guid>
<pubDate>Wed, 11 Jan 2023 23:30:00 -0800</pubDate>
<description><![CDATA[<p>GLOW is back.</p>]]></description>
<content:encoded><![CDATA[<p>GLOW is <b>back</b>.</p><p>Netflix said so.</p>]]></content:encoded></item>
</channel></rss>""",
        URL,
    )

    assert "A Paper & More" == feed.title
    (one,) = feed.items
    assert ("Netflix renews ‘GLOW’", "https://example.org/glow", DAY) == (one.title, one.link, one.published)
    assert "Netflix renews ‘GLOW’\n\nGLOW is back.\n\nNetflix said so." == one.text


def test_atom_is_read() -> None:
    feed = read(
        b"""<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A &lt;b&gt;Paper&lt;/b&gt;</title>
<entry><id>tag:example.org,2023:1</id><title>5 &lt; 6</title><link rel="self" href="/self"/><link href="/one"/>
<updated>2023-01-12T00:00:00Z</updated><published>2023-01-11T09:00:00+01:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>and <i>two</i></p></div></content></entry>
</feed>""",
        URL,
    )

    assert "A Paper" == feed.title
    (one,) = feed.items
    assert ("5 < 6", "https://example.org/one", DAY) == (one.title, one.link, one.published)
    assert ("5 < 6\n\nOne\n\nand two", "2023-01-12T00:00:00Z") == (one.text, one.mark)


def test_rss_1_is_read_whose_items_stand_beside_the_channel() -> None:
    feed = read(
        b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>A Paper</title></channel>
<item><title>GLOW</title><link>https://example.org/1</link><dc:date>2023-01-11</dc:date></item></rdf:RDF>""",
        URL,
    )

    assert ("A Paper", ["GLOW"], [DAY]) == (
        feed.title,
        [one.title for one in feed.items],
        [one.published for one in feed.items],
    )


def test_an_item_keeps_its_key_and_changes_its_mark_with_its_words() -> None:
    before = item("<guid>7</guid><title>GLOW</title>")
    after = item("<guid>7</guid><title>GLOW is over</title>")

    assert before.key == after.key
    assert before.mark != after.mark
    assert before == item("<guid>7</guid><title>GLOW</title>")


def test_an_item_that_stands_twice_is_one() -> None:
    assert 1 == len(read(rss("<item><guid>7</guid></item>" * 2), URL).items)


@pytest.mark.parametrize(
    ("content", "link"),
    [
        ("<link>/a</link>", "https://example.org/a"),
        ("<link> https://example.org/a#b </link>", "https://example.org/a"),
        ("<guid>https://example.org/a</guid>", "https://example.org/a"),
        ('<guid isPermaLink="false">https://example.org/a</guid>', None),
        ("<guid>7</guid>", None),
        ("<link></link>", None),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>file:///etc/passwd</link>", None),
        ("<link>http://[::1</link>", None),
        (f"<link>/{'a' * 3000}</link>", None),
    ],
)
def test_an_item_leads_to_a_page_of_the_web_or_nowhere(content: str, link: str | None) -> None:
    assert link == item(content).link


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Wed, 11 Jan 2023 23:30:00 -0800", DAY),
        ("11 Jan 2023 09:00 GMT", DAY),
        ("2023-01-11T23:30:00-08:00", DAY),
        ("2023-01-11T09:00:00.123Z", DAY),
        ("2023-01-11", DAY),
        ("yesterday", None),
        ("", None),
        ("0001-01-01", None),
        ("Wed, 99 Jan 2023 00:00:00 GMT", None),
    ],
)
def test_the_day_is_that_of_the_place_where_it_was_written(stamp: str, day: dt.date | None) -> None:
    assert day == day_of(stamp)


def test_what_is_not_shown_is_not_read() -> None:
    one = item(
        "<description><![CDATA[<p>GLOW</p><script>GLOW cancelled</script><style>a</style>"
        '<p style="display: none">hidden</p><div hidden>hidden</div><!-- hidden --> is back]]></description>'
    )

    assert "GLOW\n\nis back" == one.text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<title>AT&T and Q&A &rsquo;s</title>", "AT&T and Q&A ’s"),
        ("<title>AT&amp;T &amp;amp; Q&amp;#8217;A</title>", "AT&T & Q’A"),
        ("<title>Tabs\x0b and \x00 bells\x07</title>", "Tabs and bells"),
        ("<title>A&#11;B&#0;C</title>", "AB\ufffdC"),
        ("<description><![CDATA[AT&T & <b>Q&A</b>]]></description>", "AT&T & Q&A"),
        ("<description><p>raw <b>markup</b></p><p>inside</p></description>", "raw markup\n\ninside"),
        ("<title/>", ""),
    ],
)
def test_common_faults_are_mended(content: str, text: str) -> None:
    assert text == item(content).text


def test_a_feed_is_read_in_its_encoding() -> None:
    text = "<item><title>Café</title></item>"
    for body, charset in (
        (rss(text), None),
        (b"\n" + rss(text, '<?xml version="1.0"?>'), None),
        (rss(text, '<?xml version="1.0" encoding="latin-1"?>').decode().encode("latin-1"), None),
        (rss(text).decode().encode("latin-1"), "latin-1"),
        (rss(text, '<?xml version="1.0" encoding="utf-16"?>').decode().encode("utf-16"), None),
    ):
        assert ["Café"] == [one.title for one in read(body, URL, charset).items]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "with nothing"),
        (b" \n", "with nothing"),
        (b"<!DOCTYPE html><p>Are you human?", "with HTML instead of a feed; look there for the address of its feed"),
        (b"<HTML>", "with HTML instead of a feed; look there for the address of its feed"),
        (b"<svg/>", "with something that is no feed"),
        (b"<rss/>", "with something that is no feed"),
        (b'{"items": []}', "with XML that is broken at line 1"),
        (rss("<item><title>GLOW</item>"), "with XML that is broken at line 1"),
        (rss("<item/>")[:-9], "with XML that is broken at line 1"),
    ],
)
def test_what_is_no_feed_is_told(body: bytes, words: str) -> None:
    assert words == unusable(lambda: read(body, URL))


def test_of_a_feed_without_an_end_the_first_items_are_read() -> None:
    body = rss("".join(f"<item><guid>{number}</guid></item>" for number in range(MOST_ITEMS + 9)))

    assert MOST_ITEMS == len(read(body, URL).items)


# --- feeds that mean harm ----------------------------------------------------------------------------------------


def declared(entities: str, use: str) -> str:
    """The text of an item in a feed that declares entities and uses one."""
    return item(f"<title>before {use} after</title>", f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]>').text


def test_entities_that_name_files_and_addresses_are_only_words(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hunter2")

    assert "before &x; after" == declared(f'<!ENTITY x SYSTEM "{secret.as_uri()}">', "&x;")
    assert "before &x; after" == declared('<!ENTITY x SYSTEM "http://127.0.0.1:9/x">', "&x;")
    assert "before &x; after" == declared('<!ENTITY x "hunter2">', "&x;")


def test_a_definition_elsewhere_is_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text('<!ENTITY x "hunter2">')
    head = f'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "{secret.as_uri()}">'
    outside = f'<!ENTITY % all SYSTEM "{secret.as_uri()}">%all;'

    assert "before &x; after" == item("<title>before &x; after</title>", head).text
    assert "hunter2" not in declared(outside, "&x;")


def test_a_billion_laughs_are_none() -> None:
    laughs = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))

    assert "before &a11; after" == declared(laughs, "&a11;")


def test_a_billion_laughs_of_the_other_kind_are_none() -> None:
    laughs = "<!ENTITY % a0 'ha'>" + "".join(f"<!ENTITY % a{n} '{f'%a{n - 1};' * 10}'>" for n in range(1, 12)) + "%a11;"

    assert "with XML that is broken at line 1" == unusable(lambda: declared(laughs, "&x;"))


def tried(body: bytes) -> Feed:
    """What a feed says; nothing where it is told that it is none."""
    try:
        return read(body, URL)
    except Unusable:
        return Feed(None, ())


@pytest.mark.parametrize(
    "content",
    [
        "\n" * LONG,
        "<a>" * (LONG // 7) + "</a>" * (LONG // 7),
        "<a>" * (LONG // 3),
        "<title>" + "&lt;" * (LONG // 4) + "</title>",
        "<title>" + "&lt;a " * (LONG // 6) + "</title>",
        "<title>" + "&lt;p&gt;" * (LONG // 9) + "</title>",
        "<title>" + "&lt;!--" * (LONG // 7) + "</title>",
        "<title>" + "&" * LONG + "</title>",
        "<![CDATA[" * (LONG // 9),
        "<title>" + "<![CDATA[x]]>" * (LONG // 13) + "</title>",
        "<title " + " ".join(f'a{n}="x"' for n in range(LONG // 10)) + "/>",
        "<!--" * (LONG // 4),
        "<?x" * (LONG // 3),
        "<" * LONG,
        f"<title>{'x' * LONG}</title>",
    ],
    ids=range(15),
)
def test_what_is_long_and_twisted_takes_no_longer_than_what_is_long(content: str) -> None:
    assert 1 >= len(tried(rss(f"<item>{content}</item>")).items)


@pytest.mark.parametrize(
    "head", ["\n" * LONG, "\n<!ENTITY " * (LONG // 10), "\n<!DOCTYPE " * (LONG // 11), "<?xml " * 50_000]
)
def test_so_it_is_with_what_stands_before_it(head: str) -> None:
    assert () == tried(rss("", head)).items


PIECES = st.sampled_from(
    ["<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<link>", "</link>", "<![CDATA[", "]]>", "&",
     "&lt;", "&x;", "<p>", "<!DOCTYPE x [", "]>", '<feed xmlns="http://www.w3.org/2005/Atom">', "<entry>", "<?xml ",
     "?>", "<!--", "-->", "\x00", "é", " ", "a"]
)  # fmt: skip


@given(st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=30).map(lambda parts: "".join(parts).encode())))
def test_whatever_comes_is_a_feed_or_is_told_to_be_none(body: bytes) -> None:
    assert all(one.text.isprintable() or "\n" in one.text for one in tried(body).items)


@given(st.text(max_size=200))
def test_whatever_an_item_holds_is_text(words: str) -> None:
    from html import escape

    one = item(f"<title>{escape(words)}</title><link>{escape(words)}</link><pubDate>{escape(words)}</pubDate>")
    assert one.title.isprintable()
    assert one.link is None or one.link.startswith(("http://", "https://"))
