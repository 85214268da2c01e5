"""Readers of the tables of what is counted: units, currencies and nouns, in singular, plural and dual."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from arnlp.lang import Row, alternatives
from arnlp.lexicon import senses as S
from arnlp.lexicon.inflection import accusatives, duals, is_construct
from arnlp.lexicon.senses import Sense
from arnlp.lexicon.vocabulary import Vocabulary
from arnlp.text.view import normalize

_CODE = 3  # letters of a currency's code
_SHORT = 3  # letters of a currency whose dual is sooner a name
_NONE = "x"  # in the column no_dual


def units(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add a unit of measure or time."""
    extra = (row["kind"], int(row["factor"]))
    _add_counted(
        vocabulary, language, row, lambda number: Sense(S.UNIT, row["unit"], number, extra)
    )


def currencies(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add a currency; in English, beside its code, what stands for millions of it: MUSD."""
    code = row["code"]
    by_country = None
    if "=" in code:
        by_country = {
            country: (money, 1) for country, money in (pair.split("=") for pair in code.split())
        }

    def make(number: str) -> Sense:
        return Sense(S.CURRENCY, None if by_country else code, number, by_country)

    _add_counted(vocabulary, language, row, make)
    if len(code) == _CODE and language == "en" and code in alternatives(row["singular"]):
        millions = {"*": (code, Fraction(1, 10**6))}
        vocabulary.add(f"M{code}", Sense(S.CURRENCY, None, "", millions))


def subunits(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add parts of a currency, or millions of it: for each country its code and how many make one."""
    parts = {}
    for pair in row["code"].split():
        country, money = pair.split("=")
        code, per_one = money.split(":")
        parts[country] = (code, Fraction(per_one))
    _add_counted(
        vocabulary, language, row, lambda number: Sense(S.CURRENCY, None, "part " + number, parts)
    )


def nouns(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add a noun that releases count."""
    _add_counted(vocabulary, language, row, lambda number: Sense(S.NOUN, row["singular"], number))


def _add_counted(
    vocabulary: Vocabulary, language: str, row: Row, make: Callable[[str], Sense]
) -> None:
    """Add a noun in singular, plural and dual; the role tells which."""
    singulars, plurals = alternatives(row["singular"]), alternatives(row["plural"])
    for singular in singulars:
        vocabulary.add(singular, make("singular"))
        for accusative in accusatives(singular) if language == "ar" else ():
            vocabulary.add(accusative, make("singular"))
    for plural in plurals:
        vocabulary.add(plural, make("plural"))
    no_dual = row.get("no_dual")
    if language != "ar" or no_dual == _NONE:
        return
    taken = {normalize(word) for word in plurals}
    for singular in singulars:
        if not singular.isalpha() and " " not in singular:
            continue
        for dual in duals(singular):
            sense = _of_dual(make("dual"), singular, dual)
            if sense is not None and normalize(dual) not in taken:
                vocabulary.add(dual, sense)


def _of_dual(sense: Sense, singular: str, dual: str) -> Sense | None:
    """Return the sense of a dual form, None where the form is likelier something else."""
    if (sense.kind, sense.role) == (S.CURRENCY, "dual") and len(singular) <= _SHORT:
        return None  # بيران, ليفين: names; not parts of a currency, as قرشين
    if not is_construct(dual) or singular.endswith("ة"):
        return sense
    if sense.kind == S.NOUN and dual.endswith("ا"):  # بحثا: likelier the accusative
        return sense._replace(role="singular", accusative=True)
    return None  # مركزي: an adjective, too
