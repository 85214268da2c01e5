"""The gold rows of real texts: they hold no words, and their offsets stand in the texts."""

from __future__ import annotations

import json
from typing import Any

import pytest
from row_gold import FOLDER, annotated
from rows import agreement, figures, over, whole_rows
from support import SHARED

from arnlp.faces.rows import ARGUMENTS, FIGURES

TEXTS = SHARED / "texts"
READINGS = ("rows", "second")
KEYS = {
    *ARGUMENTS, "type", "value", "value_max", "unit", "bound", "figure", "period", "previous",
    "direction", "relation", "modality", "evidence",
}  # fmt: skip
with_texts = pytest.mark.skipif(not TEXTS.is_dir(), reason="the texts are not beside the checkout")


def lines(readings: str) -> list[dict[str, Any]]:
    text = (FOLDER / f"{readings}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def strings(value: Any) -> set[str]:
    if isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        return {text for part in parts for text in strings(part)}
    return {value} if isinstance(value, str) else set()


@pytest.mark.parametrize("readings", READINGS)
def test_rows_hold_no_words(readings):
    for line in lines(readings):
        for row in line["rows"]:
            assert set(row) <= KEYS
            assert row["type"] in FIGURES
            assert all(text.isascii() and " " not in text for text in strings(row))


def test_second_readings_are_of_texts_that_others_read_first():
    first = {line["name"]: line["reader"] for line in lines("rows")}
    second = {line["name"]: line["reader"] for line in lines("second")}
    assert len(first) == 2803
    assert len(second) == 45
    assert all(first[name] != reader for name, reader in second.items())


@with_texts
@pytest.mark.parametrize("readings", READINGS)
def test_offsets_stand_in_their_texts(readings):
    seen = 0
    for text in annotated(TEXTS, readings):
        for row in text.rows:
            clause, *repeats = row["evidence"]
            assert row["figure"]["text"] in clause["text"]
            assert all(span["end"] <= len(text.text) for span in [clause, *repeats])
            assert all(
                row[key]["text"] == row[key]["text"].strip() != ""
                for key in ARGUMENTS
                if key in row
            )
            seen += 1
    assert seen == {"rows": 15437, "second": 194}[readings]


@with_texts
def test_readers_agree_as_the_readme_says():
    lot = agreement(TEXTS)
    assert f"{over(map(figures, lot))[-1]:.3f}" == "0.982"
    assert f"{over(map(whole_rows, lot))[-1]:.3f}" == "0.812"
