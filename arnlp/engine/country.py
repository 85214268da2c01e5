"""Which country a release is of, and what its first lines are made of."""

from __future__ import annotations

from collections import Counter

from arnlp.lexicon import senses as S
from arnlp.lexicon.tagged import TaggedText

_DATELINE_TOKENS = 60
_BODY_REACH = 4  # tokens from the head of a body to the adjective of its country


def country_of(tagged: TaggedText) -> str | None:
    """Tell the country of a release: by its agency, else by the places that it names most.

    The first places count more: they are those of the dateline.
    """
    votes: Counter[str] = Counter()
    for i in tagged.with_mask(S.AGENCY | S.PLACE | S.ORG | S.NATIONALITY):
        entry = tagged.entries[i]
        early = i < _DATELINE_TOKENS
        if early and (agency := entry.senses.get(S.AGENCY)) and stands_alone(tagged, i):
            votes[agency.value] += 20
        elif place := entry.senses.get(S.PLACE):
            for candidate in place.value:
                if not candidate.weak:
                    votes[candidate.country] += 4 if early else 1
        elif (people := entry.senses.get(S.NATIONALITY)) and _of_body(tagged, i):
            votes[people.value] += 1
        elif (org := entry.senses.get(S.ORG)) and org.role:
            votes[org.role] += 1
    if not votes:
        return None
    best = max(votes.values())
    return next(country for country, count in votes.items() if count == best)


def _of_body(tagged: TaggedText, i: int) -> bool:
    """Tell whether an adjective of country belongs to a public body: وزارة الصحة المصرية."""
    return any(tagged.masks[k] & S.ORG_HEAD for k in range(max(0, i - _BODY_REACH), i))


def stands_alone(tagged: TaggedText, i: int) -> bool:
    """Tell whether an agency's name stands in brackets, slashes or before a dash, as datelines do."""
    before = tagged.entries[i - 1].surface if i else "\n"
    after = tagged.entries[i + 1].surface if i + 1 < len(tagged.entries) else "\n"
    marks = "()/-\u2013\u2014"
    return (before in marks or after in marks or after.isspace() or before.isspace()) and (
        after in marks or after.isspace() or before in marks
    )
