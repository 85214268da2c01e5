"""Forms of Arabic nouns that no table spells out, for a rule makes them of the singular."""

from __future__ import annotations

_STEM_ENDINGS = {"ة": "ت", "ى": "ي"}
_FREE_DUALS = ("ان", "ين")
_CONSTRUCT_DUALS = ("ا", "ي")


def duals(singular: str) -> list[str]:
    """Return the duals of an Arabic noun: nominative, oblique and the construct forms.

    >>> duals("اتفاقية")
    ['اتفاقيتان', 'اتفاقيتين', 'اتفاقيتا', 'اتفاقيتي']
    >>> duals("مستشفى")[:2]
    ['مستشفيان', 'مستشفيين']
    """
    first, *rest = singular.split(" ")
    stem = first[:-1] + _STEM_ENDINGS.get(first[-1], first[-1])
    if rest:  # متر مربع: the adjective is dual too
        return [
            " ".join([stem + ending] + [word + ending for word in rest]) for ending in _FREE_DUALS
        ]
    return [stem + ending for ending in (*_FREE_DUALS, *_CONSTRUCT_DUALS)]


def is_construct(dual: str) -> bool:
    """Tell whether a dual is a form that something must follow: اتفاقيتي (تعاون).

    >>> [is_construct(dual) for dual in duals("اتفاقية")]
    [False, False, True, True]
    """
    return not dual.endswith(_FREE_DUALS)


def accusatives(singular: str) -> list[str]:
    """Return the accusatives of an Arabic name of two masculine words, as they follow a number.

    Of one word the lexicon finds it itself.

    >>> accusatives("متر مربع"), accusatives("قدم مكعبة"), accusatives("ريال")
    (['مترا مربعا', 'متر مربعا'], [], [])
    """
    words = singular.split(" ")
    masculine = [word.isalpha() and word[-1] not in "ةاىويء" for word in words]
    if len(words) != 2 or not masculine[1]:
        return []
    return [f"{words[0]}ا {words[1]}ا"] * masculine[0] + [f"{words[0]} {words[1]}ا"]
