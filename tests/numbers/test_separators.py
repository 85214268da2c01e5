"""What a comma or full stop between digits is, told from the document."""

from __future__ import annotations

import pytest

import arnlp


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # the other numerals of a document tell what its separators are
        ("بلغ النمو 12,5% والصادرات 8.500 طن", [12.5, 8500]),
        ("بلغ النمو 12.5% والطول 8.500 كيلومترات", [12.5, 8.5]),
        ("صدرت 1.234.567 قطعة، بوزن 2.512 مليون طن", [1234567, 2512000000]),
        ("ارتفع بنسبة 1،61% بتداولات بلغت 3،977 مليار درهم", [1.61, 3977000000]),
        ("بلغت 3،977 مليار درهم في عامي 2010،2011", [3977000000000]),
        ("بلغ النمو 3,1% والإنتاج 2,125 مليار متر مكعب", [3.1, 2125000000]),
        ("بلغ النمو 3.1% والإنتاج 2,125 مليون متر مكعب", [3.1, 2125000000]),
    ],
)
def test_separators_are_told_from_the_document(text, values):
    assert [q.value for q in arnlp.quantities(text)] == values
