"""Pages: their text, and what they say of themselves."""

from __future__ import annotations

import pytest
from support import load

import arnlp
from arnlp.readers.html import read_html

PAGE = """<!doctype html><html><head><meta charset="{charset}"><title>عنوان الموقع</title>
<meta property="og:title" content="الوزارة تفتتح مركزا">
{date}
<style>p {{}}</style></head><body><nav>القائمة</nav><header><h1>الوزارة تفتتح مركزا</h1></header>
<article><p>دبي &ndash; قال <b>الوزير</b> إن العدد&nbsp;بلغ 5 ملايين.<br>سطر آخر</p>
<div>نص<p>داخل</p>ذيل</div><table><tr><td>أ</td><td>ب</td></tr></table>
<p>كلمات كثيرة تملأ الصفحة حتى تكون هي النص الرئيس في المقال كله، فلا تغلبها القوائم ولا الذيل ولا غيرها،
وهذه جملة ثانية تطيل الفقرة قليلا لأن القارئ لا يصدق عنصرا قصيرا.</p><script>var x = 1</script></article>
<footer>حقوق</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256"])
def test_pages(charset):
    page = PAGE.format(
        charset=charset,
        date='<meta property="article:published_time" content="2024-05-01T10:00:00+04:00">',
    )
    document = read_html(page.encode(charset), "a.html")
    assert document.title == "الوزارة تفتتح مركزا"
    assert document.published == "2024-05-01"
    lines = document.text.split("\n\n")
    assert lines[:6] == [
        "دبي – قال الوزير إن العدد\u00a0بلغ 5 ملايين.", "سطر آخر", "نص", "داخل", "ذيل", "أ ب",
    ]  # fmt: skip
    assert "var x" not in document.text
    assert "القائمة" not in document.text


@pytest.mark.parametrize(
    "date",
    [
        '<script type="application/ld+json">{{"@graph": [{{"datePublished": "2024-05-01"}}]}}</script>',
        '<meta itemprop="datePublished" content="2024-05-01">',
        '<time datetime="2024-05-01T08:00">أمس</time>',
    ],
)
def test_dates_of_pages(date):
    page = PAGE.format(charset="utf-8", date=date.format())
    assert read_html(page.encode(), "a.html").published == "2024-05-01"


def test_a_page_without_text_is_named():
    with pytest.raises(arnlp.UnreadableDocument, match="holds no text"):
        read_html(b"<html><body><script>1</script></body></html>", "a.html")


PARAGRAPH = (
    "<p>كلمات كثيرة تملأ الصفحة حتى تكون هي النص الرئيس في المقال كله، فلا تغلبها القوائم ولا الذيل ولا غيرها، "
    "وهذه جملة ثانية تطيل الفقرة.</p>"
)


@pytest.mark.parametrize("page", load("pages")["page"], ids=lambda page: page["name"])
def test_day_of_publication(page):
    html = f"<!doctype html><html>{page['html'].replace('TEXT', PARAGRAPH * 3)}</html>"
    assert (read_html(html.encode(), "a.html").published or "") == page["day"]


@pytest.mark.parametrize("page", load("main_texts")["page"], ids=lambda page: page["name"])
def test_nothing_of_the_main_text_is_lost(page):
    text = "\n".join(
        " ".join(line.split()) for line in read_html(page["html"].encode(), "a").text.split("\n")
    )
    assert [line for line in page["lines"] if line not in text] == []


def test_little_else_comes_with_the_main_text():
    found = wanted = 0
    for page in load("main_texts")["page"]:
        found += len(read_html(page["html"].encode(), "a").text.split())
        wanted += len(" ".join(page["lines"]).split())
    assert wanted >= 0.8 * found  # the headline is not counted
