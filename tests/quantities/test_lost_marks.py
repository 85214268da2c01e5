"""Texts that have lost their marks, as scraped ones may: decimals, groups and signs of money with them."""

from __future__ import annotations

import pytest

import arnlp

REST = (
    " as the members of both houses had asked for in the spring when they met with the people who live along"
    " the river and heard how the long drought had hurt their farms and shops and schools and what it would"
    " take to build the dams and roads and wells that they had been told of for so many years before the"
    " committee came to the town hall and wrote down all that they had to say about it"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The school will receive 1 9 million for its roof", [("money", 1900000, "USD")]),
        ("The grant gives 2 065 003 to the port", [("money", 2065003, "USD")]),
        ("Costs rose by 16 8 percent in all", [("percent", 16.8, "%")]),
        ("The plant makes 1 25 billion gallons of fuel", [("measure", 1250000000, "[gal_us]")]),
        ("There are 22 million people in the state", [("count", 22000000, None)]),
        ("He spoke for the 100 000 who have moved", []),
        ("The town will receive a 450 000 grant to build it", [("money", 450000, "USD")]),
        ("It has been awarded a grant of 138 876 from the state", [("money", 138876, "USD")]),
        ("It adds 20 2 million approved by the committee", [("money", 20200000, "USD")]),
        ("The Army Reserve Center 15 923 million for it", [("money", 15923000, "USD")]),
        (
            "The bill has Fort Road Bypass 2 million Hill County Bridge 12 million Brigade Complex Hall",
            [("money", 2000000, "USD"), ("money", 12000000, "USD")],
        ),
        ("For Maryland Route 355 1 million for the bus", []),
        ("There are 4 million Iraqi Kurdish people", [("count", 4000000, None)]),
        ("Sixty six of the pilots died", [("count", 66, None)]),
        ("He met 20 2 million uninsured children", [("count", 20200000, None)]),
    ],
)
def test_lost_marks_are_read(text, found):
    read = arnlp.quantities(text + REST, country="US")
    assert [(q.kind, q.value, q.unit) for q in read] == found


def test_marks_tell_that_none_is_lost():
    """With its marks a text has 9 million, and money only by its sign."""
    text = f"The school will receive 9 million for its roof,{REST}, he said, and, at last, left."
    assert [q.kind for q in arnlp.quantities(text, country="US") if q.kind == "money"] == []


def test_other_countries_have_no_sign_to_lose():
    text = "The school will receive 1 9 million for its roof" + REST
    assert [q.unit for q in arnlp.quantities(text, country="OM")] == []
