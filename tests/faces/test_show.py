"""HTML with the mentions marked, and data frames."""

from __future__ import annotations

import pytest
from support import SAMPLE

import arnlp


def test_html_marks_mentions_and_escapes():
    text = "قال <b> سعادة حمد النقبي إن العدد 62 جهة & أكثر.\nسطر"
    page = arnlp.to_html(text, arnlp.extract(text))
    assert '<mark class="quantity" title="62">62 جهة</mark>' in page
    assert '<mark class="person" title="person: حمد النقبي">حمد النقبي</mark>' in page
    assert "&lt;b&gt;" in page
    assert page.count('dir="auto"') == 2


def test_html_refuses_another_text():
    text = "قال حمد النقبي إن العدد 62 جهة"
    with pytest.raises(arnlp.InvalidOption, match="the text that the release was extracted from"):
        arnlp.to_html("x" * 50, arnlp.extract(text))


def test_frames():
    releases = [arnlp.extract(path.read_text("utf-8"), source=path.name) for path in (SAMPLE,)]
    facts = arnlp.to_frame(releases)
    assert {
        "document_id",
        "type",
        "value",
        "measure",
        "measure_start",
        "evidence",
        "evidence_start",
    } <= set(facts.columns)
    assert set(facts["document_id"]) == {SAMPLE.name}
    assert len(arnlp.to_frame(releases[0], "entities")) == len(releases[0].entities)
    with pytest.raises(arnlp.InvalidOption, match="one of facts"):
        arnlp.to_frame(releases, "figures")
