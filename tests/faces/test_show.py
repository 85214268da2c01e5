"""Data frames."""

from __future__ import annotations

import pytest
from support import SAMPLE

import arnlp


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
    with pytest.raises(arnlp.InvalidOption, match="one of documents"):
        arnlp.to_frame(releases, "figures")
