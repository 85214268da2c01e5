"""A report over results: its pages, its index, what it refuses, and results that are not to be trusted."""

from __future__ import annotations

import json
import re

import pytest
from selectolax.lexbor import LexborHTMLParser
from support import CORPORA, run

import arnlp
from arnlp.faces.report import write_report
from arnlp.faces.report.charts import columns
from arnlp.faces.report.collect import Corpus

NAMES = ("ar/ae-ports-ar.txt", "ar/ae-energy.txt", "en/ae-cbuae-en.txt")


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    path = tmp_path_factory.mktemp("results") / "facts.jsonl"
    texts = [(name, (CORPORA / name).read_text("utf-8")) for name in NAMES]
    path.write_text(
        "".join(
            arnlp.extract(text, source=name, entities="rules").model_dump_json() + "\n"
            for name, text in texts
        )
    )
    return path


def data_of(index):
    return json.loads(LexborHTMLParser(index).css_first("#data").text())


def test_a_report_lists_every_release_and_fact(results, tmp_path):
    outcome = write_report(results, tmp_path / "report", texts=CORPORA, title="Three <releases>")
    releases = [
        arnlp.Release.model_validate_json(line) for line in results.read_text().splitlines()
    ]
    assert (outcome.releases, outcome.failed, outcome.without_text) == (3, [], 0)
    index = outcome.index.read_text("utf-8")
    tree = LexborHTMLParser(index)
    assert tree.css_first("h1").text() == "Three <releases>"
    pages = [link.attributes["href"] for link in tree.css("#releases tbody a")]
    assert len(pages) == 3
    data = data_of(index)
    assert len(data["facts"]) == outcome.facts == sum(len(release.facts) for release in releases)
    for number, one, *_ in data["facts"]:
        page, uid, *_ = data["releases"][number]
        assert f'id="{uid}-{one}"' in (tmp_path / "report" / page).read_text("utf-8")
    for page, release in zip(pages, releases, strict=True):
        shown = (tmp_path / "report" / page).read_text("utf-8")
        assert 'href="../index.html"' in shown
        assert "The text is not at hand" not in shown
        assert len(LexborHTMLParser(shown).css(".facts tbody tr")) == len(release.facts)


def test_it_stands_alone_and_its_headings_are_in_order(results, tmp_path):
    index = write_report(results, tmp_path).index.read_text("utf-8")
    assert not re.search(r"""(?:src|srcset)\s*=|@import|url\(|fetch\(|import\(""", index)
    assert set(re.findall(r"https?://[\w./]+", index)) == {"http://www.w3.org/2000/svg"}  # a name
    assert [node.tag for node in LexborHTMLParser(index).css("h1,h2,h3")] == [
        "h1",
        "h2",
        "h2",
        "h2",
    ]
    page = (tmp_path / "releases" / "00001.html").read_text("utf-8")
    assert "The text is not at hand" in page


def test_it_replaces_an_older_report_and_nothing_else(results, tmp_path):
    write_report(results, tmp_path)
    results_of_one = tmp_path.parent / "one.jsonl"
    results_of_one.write_text(results.read_text().splitlines()[0])
    write_report(results_of_one, tmp_path)
    assert len(list((tmp_path / "releases").iterdir())) == 1
    other = tmp_path.parent / "mine"
    other.mkdir()
    (other / "thesis.txt").write_text("mine")
    with pytest.raises(arnlp.InvalidOption, match="an empty folder"):
        write_report(results, other)
    assert [path.name for path in other.iterdir()] == ["thesis.txt"]


def test_lines_that_are_no_results_are_named(results, tmp_path):
    broken = tmp_path / "broken.jsonl"
    broken.write_text(results.read_text().splitlines()[0] + '\n{"a": 1}\nnot json\n\n')
    out = run("report", broken, "-o", tmp_path / "report")
    assert out.returncode == 1
    told = out.stderr.decode()
    assert "broken.jsonl:2: no result" in told
    assert "broken.jsonl:3: no result" in told
    assert "1 releases" in told


def test_a_report_of_nothing_is_a_report(tmp_path):
    empty = tmp_path / "none.jsonl"
    empty.write_text("")
    index = write_report(empty, tmp_path / "report").index.read_text("utf-8")
    assert data_of(index)["facts"] == []


def test_sources_lead_nowhere_else(results, tmp_path):
    """A source that names a file outside the folder of texts, or another text, is not shown."""
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret of mine")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "other.txt").write_text("another text")
    line = json.loads(results.read_text().splitlines()[0])
    hostile = tmp_path / "hostile.jsonl"
    with hostile.open("w") as out:
        for source in ("../secret.txt", str(secret), "other.txt", "a\u0000b", None):
            out.write(
                json.dumps({**line, "document": {**line["document"], "source": source}}) + "\n"
            )
    outcome = write_report(hostile, tmp_path / "report", texts=texts)
    assert (outcome.releases, outcome.without_text) == (5, 5)
    assert not any(
        "a secret" in page.read_text("utf-8") for page in (tmp_path / "report").rglob("*.html")
    )


def test_hostile_results_are_inert(results, tmp_path):
    bad = '</script><script>alert(1)</script><!-- \u202e" onload=x'
    line = json.loads(results.read_text().splitlines()[0])
    line["document"] |= {"id": bad, "title": bad, "country": bad, "published": bad}
    for entity in line["entities"]:
        entity["name"] = bad
    for fact in line["facts"]:
        fact["id"] = bad
        if isinstance(fact.get("measure"), dict):
            fact["measure"]["text"] = bad
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps(line) + "\n")
    index = write_report(path, tmp_path / "report", title=bad).index.read_text("utf-8")
    assert index.count("<script") == index.count("</script") == 2
    assert "\u202e" not in index
    assert data_of(index)["releases"][0][2].startswith("</script>")


@pytest.mark.parametrize(
    ("keys", "first", "last", "size"),
    [
        (["2020", "2022"], "2020", "2022", 3),
        (["2020-11", "2021-02"], "2020-11", "2021-02", 4),
        (["2010-01", "2024-12"], "2010", "2024", 15),  # months of many years: years
        (["0001", "9999"], "<9880", "9999", 121),
        (["", "soon", "2020-99"], None, None, 0),
        (["1066", *["2020", "2021"] * 100], "<2020", "2021", 3),
    ],
)  # fmt: skip
def test_time_lines(keys, first, last, size):
    found = columns(keys)
    assert len(found) == size
    if size:
        assert (found[0].key, found[-1].key) == (first, last)
    assert all(column.height >= 0 and 0 <= column.x < 960 for column in found)


def test_a_body_known_in_both_languages_is_one():
    corpus = Corpus()
    for number, text in enumerate(
        ("أعلنت دبي الذكية عن إطلاق 5 خدمات", "Smart Dubai launched 5 services")
    ):
        corpus.add(arnlp.extract(text, entities="rules"), f"{number}.html", f"r{number}")
    assert len(corpus.bodies) == 1
