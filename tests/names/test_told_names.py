"""Names that a caller tells, anywhere: what comes out is grounded, and no two names overlap."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

import arnlp
from arnlp.model.mentions import Entity

TEXT = (
    "قال معالي خالد بن علي الكندي، وزير الصحة، إن وزارة الصحة في دبي والهيئة وزعت 5 ملايين درهم في 2020.\n"
    "Dr. Sara Al Hashimi of the Ministry of Health said 12% rose in Riyadh."
)
PLACES = st.integers(0, len(TEXT) - 1)
TYPES = st.sampled_from(get_args(Entity.model_fields["type"].annotation))
TOLD = st.tuples(PLACES, st.integers(1, 25), TYPES).map(
    lambda told: (told[0], min(len(TEXT), told[0] + told[1]), told[2])
)


@given(st.lists(TOLD, max_size=5))
@settings(max_examples=25, deadline=None)
def test_told_names_lie_beside_the_others(told):
    release = arnlp.extract(TEXT, entities=told)
    mentions = sorted(
        (mention.start, mention.end, mention.text)
        for entity in release.entities
        for mention in entity.mentions
    )
    assert all(a[1] <= b[0] for a, b in pairwise(mentions))
    assert all(text and TEXT[start:end] == text for start, end, text in mentions)
    assert arnlp.Release.model_validate_json(release.model_dump_json()) == release
