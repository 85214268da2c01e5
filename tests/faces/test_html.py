"""Pages of releases: structure, directions, nesting, links, and text that wants to be more than text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from support import CORPORA, SAMPLE

import arnlp
from arnlp.faces.html.inert import inert
from arnlp.faces.html.lines import Source, lines_of
from arnlp.faces.html.marks import KINDS, Mark
from arnlp.faces.html.sides import LTR, RTL, other_runs

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HOSTILE = (
    "</p></article><script>alert(1)</script>", '" onmouseover="x()', "<!--", "-->", "]]>", "{{ 7*7 }}", "{% raw %}",
    "<img src=x onerror=alert(1)>", "&lt;b&gt;", "\x00", "\x1b[31m", "\ud800", "\u202e", "\u2067", "</style>",
    "javascript:alert(1)", "بلغ العدد 62 جهة", "Exports rose by 5% in 2024", "قال معالي أحمد النعيمي: «نعم»", "\n", " ",
)  # fmt: skip


def tree_of(page):
    return LexborHTMLParser(page)


def shown_text(page):
    """Return what the part of the text shows, without the links to facts."""
    tree = tree_of(page)
    for link in tree.css(".refs"):
        link.decompose()
    return "\n".join(line.text(deep=True) for line in tree.css(".text p:not(.note)"))


def words(text):
    return "\n".join(inert(line) for line in text.split("\n") if line.strip())


@pytest.fixture(scope="module")
def sample():
    text = SAMPLE.read_text("utf-8")
    return text, arnlp.extract(text, source=SAMPLE.name)


def test_the_text_is_shown_whole_and_in_its_direction(sample):
    text, release = sample
    page = arnlp.to_html(text, release)
    assert shown_text(page) == words(text)
    lines = tree_of(page).css(".text p")
    assert {
        line.attributes["dir"] for line in lines if re.search("[\u0621-\u064a]", line.text())
    } == {"rtl"}
    assert all(
        line.attributes["lang"] == {"rtl": "ar", "ltr": "en"}[line.attributes["dir"]]
        for line in lines
    )


def test_every_mention_is_marked_with_its_worth(sample):
    _, release = sample
    tree = tree_of(arnlp.to_page(release))
    marks = {node.id.split("-", 1)[1]: node for node in tree.css(".text .m[id]")}
    for mention in [*release.quantities, *release.dates, *release.quotes]:
        mark = marks[f"{mention.start}-{mention.end}"]
        assert mark.attributes["tabindex"] == "0"
        assert mark.attributes["aria-description"]
    for entity in release.entities:
        for mention in entity.mentions:
            assert (
                entity.name
                in marks[f"{mention.start}-{mention.end}"].attributes["aria-description"]
            )
    assert {box.attributes["class"].removeprefix("k-") for box in tree.css(".legend input")} <= {
        *KINDS,
        "refs",
    }


def test_every_link_leads_somewhere_and_facts_lead_back(sample):
    _, release = sample
    tree = tree_of(arnlp.to_page(release))
    ids = [node.id for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    targets = [link.attributes["href"] for link in tree.css("a[href]")]
    assert targets
    assert all(target.startswith("#") and target[1:] in ids for target in targets)
    rows = [row.id for row in tree.css(".facts tbody tr")]
    assert len(rows) == len(release.facts)
    assert set(rows) <= {link.attributes["href"][1:] for link in tree.css(".refs a")}


def test_headings_come_in_order_and_the_page_asks_for_nothing(sample):
    _, release = sample
    page = arnlp.to_page(release)
    levels = [int(node.tag[1]) for node in tree_of(page).css("h1,h2,h3,h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not re.search(r"""(?:src|srcset|data)\s*=|https?:|@import|url\(""", page)


def test_without_its_text_a_page_shows_what_the_release_quotes(sample):
    text, release = sample
    read = arnlp.Release.model_validate_json(release.model_dump_json())
    page = arnlp.to_page(read)
    assert "The text is not at hand" in page
    shown = shown_text(page).split("\n")
    assert all(line in text for line in shown)
    assert arnlp.to_page(read, text) == arnlp.to_page(release)


def test_another_text_is_refused(sample):
    _, release = sample
    with pytest.raises(arnlp.InvalidOption, match="the text that the release was extracted from"):
        arnlp.to_html("x" * 50, release)


def test_several_releases_share_a_page(sample):
    text, release = sample
    page = arnlp.to_page([(release, text), (arnlp.extract("5 ports"), None)], title="Two")
    tree = tree_of(page)
    assert [node.text() for node in tree.css("h1")] == ["Two"]
    assert len(tree.css("article")) == 2


def test_a_run_of_the_other_script_is_isolated():
    text = "وقعت شركة Acme Energy اتفاقا بقيمة 5 ملايين درهم مع (Blue Sky Ltd.) في 2024"
    runs = tree_of(arnlp.to_html(text, arnlp.extract(text))).css(".text bdi")
    assert [run.text() for run in runs] == ["Acme Energy", "Blue Sky Ltd"]
    assert {(run.attributes["lang"], run.attributes["dir"]) for run in runs} == {("en", "ltr")}


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("وقال Mr. John Smith (CEO), إن", ["Mr. John Smith (CEO)"]),
        ("وقال Mr. John (CEO) Smith، إن", ["Mr. John (CEO) Smith"]),
        ("جائحة Covid-19 في", ["Covid-19"]),
        ("شركة Acme (المحدودة) في", ["Acme"]),
        ("شركة Acme (فرع UK) في", ["Acme", "UK"]),
        ("نمت Growth 5% في ٢٠٢٤ ABC", ["Growth 5%", "ABC"]),
        ("the ministry (وزارة الاقتصاد، دبي) said so in English", ["وزارة الاقتصاد، دبي"]),
        ("the pandemic كوفيد 19 was told of in English", ["كوفيد 19"]),
        ("no other script", []),
        ("", []),
    ],
)
def test_runs_of_the_other_script(text, runs):
    """A run is what the bidirectional algorithm would show as one, or its parts change places."""
    side = LTR if text.startswith(("the", "no")) else RTL
    assert [text[start:end] for start, end in other_runs(text, side)] == runs


@pytest.mark.parametrize("path", sorted(CORPORA.glob("*/*.txt"))[::9], ids=lambda path: path.stem)
def test_pages_of_releases_hold(path):
    text = path.read_text("utf-8")
    page = arnlp.to_page(arnlp.extract(text))
    assert shown_text(page) == words(text)
    assert page == arnlp.to_page(arnlp.extract(text))


def test_parts_show_themselves(sample):
    _, release = sample
    parts = [
        *release.numbers[:1], *release.quantities[:2], *release.dates[:1], *release.entities[:2],
        *release.entities[0].mentions[:1], *release.quotes[:1], *release.facts[:2], release.document,
        *arnlp.words("5 ports"), *arnlp.clauses("Exports rose by 5%."),
    ]  # fmt: skip
    for part in [release, *parts]:
        page = part._repr_html_()
        assert 'class="arnlp' in page
        assert inert(getattr(part, "text", None) or "").split("\n")[0] in tree_of(page).text()


# -- hostile text ------------------------------------------------------------------------------

hostile = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20)), max_size=12).map(
    "".join
)


def assert_inert(page):
    """Check that a page has no element, attribute or character of the text's own making."""
    tree = tree_of(page)
    assert not tree.css(".arnlp script, .arnlp img, .arnlp iframe, .arnlp object")
    for node in tree.css(".arnlp *"):
        assert not any(name.startswith("on") for name in node.attributes)
        assert (node.attributes.get("href") or "#").startswith("#")
    page.encode("utf-8")
    body = page.partition("<article")[2]
    assert "\x00" not in body
    assert not set(tree_of(body).text()) & set(BIDI)


@settings(max_examples=40)
@given(hostile)
def test_hostile_text_is_inert(text):
    release = arnlp.extract(text, source=text[:30], entities="rules")
    page = arnlp.to_page(release)
    assert_inert(page)
    assert len(tree_of(page).css(".text p")) == sum(bool(line.strip()) for line in text.split("\n"))


@settings(max_examples=40)
@given(hostile)
def test_hostile_json_is_inert(text):
    """A result that others wrote may say anything: offsets that lie, names that are markup."""
    data = arnlp.extract(
        "قال معالي أحمد النعيمي إن الصادرات بلغت 5 ملايين درهم في 2024"
    ).model_dump(mode="json")
    data["document"] |= {"id": text, "title": text or None, "source": text}
    for kind in ("quantities", "dates"):
        data[kind][0]["text"] = text
    for fact in data["facts"]:
        fact |= {"id": text, "rule": text}
        fact["evidence"][0]["text"] = text
    for entity in data["entities"]:
        entity |= {"name": text, "honorifics": [text]}
    data["warnings"] = [{"code": text, "message": text, "start": 3, "end": 900}]
    release = arnlp.Release.model_validate(data)
    page = arnlp.to_page(release)
    assert_inert(page)
    for part in (release.entities[0], release.facts[0], release.quantities[0], release.warnings[0]):
        assert_inert(part._repr_html_())


@given(st.data())
def test_marks_that_overlap_nest(data):
    """Whatever overlaps, the characters stay in order, what opens closes, and runs stay whole."""
    text = data.draw(st.text("abc اب\n", max_size=30))
    spans = data.draw(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=12))
    marks = {}
    for start, size in spans:
        end = min(start + size, len(text))
        if start < end:
            marks[start, end] = Mark(start, end, text[start:end], "date")
    marks = sorted(marks.values(), key=lambda mark: (mark.start, -mark.end))
    sources, at = [], 0
    for line in text.split("\n"):
        sources.append(Source(at, line, "body"))
        at += len(line) + 1
    lines = list(lines_of(sources, marks))
    covered = dict.fromkeys(marks_ids := [id(mark) for mark in marks], "")
    firsts = dict.fromkeys(marks_ids, 0)
    for source, line in zip(sources, lines, strict=True):
        opened = []
        for piece in line.pieces:
            if piece.what == "open":
                opened.append(piece.mark)
                if piece.mark is not None:
                    firsts[id(piece.mark)] += piece.first
            elif piece.what == "close":
                assert opened.pop() is piece.mark
            else:
                for mark in opened:
                    if mark is not None:
                        covered[id(mark)] += piece.text
        assert not opened
        assert "".join(piece.text for piece in line.pieces) == source.text
        runs = sum(piece.what == "open" and piece.mark is None for piece in line.pieces)
        assert runs == len(other_runs(source.text, line.side))
    for mark in marks:
        assert covered[id(mark)] == mark.text.replace("\n", "")
        assert firsts[id(mark)] == (1 if mark.text.strip("\n") else 0)


# -- size ------------------------------------------------------------------------------------------


def repeated(part, times, size):
    """Yield a part of a release again and again, moved on by a size each time."""
    for number in range(times):
        yield moved(part, number * size, f"-{number}")


def moved(part, by, mark):
    if isinstance(part, list):
        return [moved(one, by, mark) for one in part]
    if not isinstance(part, dict):
        return part
    moved_part = {name: moved(value, by, mark) for name, value in part.items()}
    for name in ("start", "end"):
        if isinstance(part.get(name), int):
            moved_part[name] = part[name] + by
    if isinstance(part.get("id"), str):
        moved_part["id"] = part["id"] + mark
    return moved_part


def test_a_long_text_has_a_page_of_bounded_size(sample):
    text, release = sample
    times = 10_000 // len(text.split()) + 1
    data = release.model_dump(mode="json")
    for kind in ("numbers", "quantities", "dates", "entities", "quotes", "facts"):
        data[kind] = [one for part in repeated(data[kind], times, len(text)) for one in part]
    data["document"]["sections"] = []
    page = arnlp.to_page(arnlp.Release.model_validate(data), text * times)
    assert len(page.encode()) < 3_000_000
    assert shown_text(page) == words(text * times)
