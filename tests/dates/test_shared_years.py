"""Months and days that stand in a list have the year that the last one names."""

from __future__ import annotations

import pytest

import arnlp

SHARED = {
    "خلال يناير وفبراير 2024": ["2024-01", "2024-02"],
    "في يناير وفبراير من العام 2024": ["2024-01", "2024-02"],
    "في مارس وأبريل ومايو 2023": ["2023-03", "2023-04", "2023-05"],
    "in March, April and May 2023": ["2023-03", "2023-04", "2023-05"],
    "in March and in April 2023": ["2023-03", "2023-04"],
    "in December and January 2023": ["2022-12", "2023-01"],
    "10 يناير و12 فبراير 2024": ["2024-01-10", "2024-02-12"],
    "on 30 December and 2 January 2023": ["2022-12-30", "2023-01-02"],
    # Each has its own, or none that another tells.
    "in March 2022 and April 2023": ["2022-03", "2023-04"],
    "last March and April 2023": ["2025-03", "2023-04"],
    "In March exports rose; April 2023 was slow.": ["2025-03", "2023-04"],
    "في مارس ارتفعت الصادرات، وفي أبريل 2023 تراجعت": ["2025-03", "2023-04"],
}


@pytest.mark.parametrize("text", SHARED)
def test_the_year_of_the_last_is_that_of_all(text):
    found = arnlp.dates(text, published="2025-07-12")
    assert [date.edtf for date in found] == SHARED[text]
