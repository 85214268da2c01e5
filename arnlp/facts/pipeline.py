"""From a text to a Release: each step once, in the order of the design.

text, normalised view, tokens with senses, numbers, quantities, dates, names, the arbiter, entities,
quotations, facts.
"""

from __future__ import annotations

import gc
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime

from arnlp.facts.analysis import Analysis, Index
from arnlp.facts.build import Builder
from arnlp.facts.document import dateline_day, day_called_today, find_dateline, sections
from arnlp.facts.figures import find_figures
from arnlp.facts.happenings import find_happenings
from arnlp.lang import table
from arnlp.lexicon.tagged import TaggedText
from arnlp.mentions.arbiter import settle
from arnlp.mentions.backends import name_tagger
from arnlp.mentions.context import Context, country_of
from arnlp.mentions.coreference import link
from arnlp.mentions.dates import DATE_WARNINGS, find_dates
from arnlp.mentions.entities import find_named
from arnlp.mentions.marks import quoted_spans
from arnlp.mentions.numbers import find_numbers, sign_numbers
from arnlp.mentions.quantities import find_quantities
from arnlp.mentions.quotes import find_quotes
from arnlp.mentions.romanization import romanizer as romanizer_of
from arnlp.mentions.seen import Seen
from arnlp.model.errors import InvalidOption
from arnlp.model.release import (
    RELEASE_YEARS,
    SCHEMA_VERSION,
    Date,
    Entity,
    Number,
    Quantity,
    Quote,
    Release,
)

_SURROGATE = re.compile("[\ud800-\udfff]")
_LANGUAGES = ("ar", "en", "mixed")


def extract(
    text: str,
    *,
    published: date | str | None = None,
    language: str | None = None,
    country: str | None = None,
    source: str | None = None,
    entities: str = "model",
    romanizer: str = "table",
) -> Release:
    """Return everything that is found in the text of a release.

    ``published`` (a date, datetime or ISO string) is the day that relative dates refer to; without
    it the dateline serves, and without that they stay unresolved. ``language`` ('ar', 'en' or
    'mixed') and ``country`` (ISO 3166-1 alpha-2) are told from the text where not given; ``source``
    names the document in the result. ``entities`` is how names are found: 'model' (rules and the
    statistical model that ships with arnlp), 'rules' alone, which is faster, or 'camel' (rules and
    the NERecognizer of CAMeL Tools, whose data must be installed). ``romanizer`` is how persons'
    names are transliterated where neither text nor gazetteer has them in Latin letters: 'table', or
    'neural' with the extra ``names``. Any text is accepted; InvalidOption is raised for options
    that make no sense.

    >>> release = extract("بلغت الإيرادات 5 ملايين درهم في 2020.", country="AE")
    >>> [(q.value, q.unit, q.text) for q in release.quantities]
    [(5000000, 'AED', '5 ملايين درهم')]
    """
    with _collector_paused():
        romanize = romanizer_of(romanizer)
        analysis, text = _analyse(text, published, language, country, entities)
        builder, index = Builder(analysis, romanize), Index(analysis)
        id_ = source or hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
        figures, happenings = find_figures(analysis, index), find_happenings(analysis, index)
        return Release.trusted(
            {
                "schema_version": SCHEMA_VERSION,
                "document": builder.document(id_, source, language),
                "numbers": builder.numbers(),
                "quantities": builder.quantities(),
                "dates": builder.dates(),
                "entities": builder.entities(),
                "quotes": builder.quotes(),
                "facts": builder.facts(figures, happenings, index),
                "warnings": builder.warnings(),
            }
        )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the cyclic garbage collector: it would walk the growing result again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def numbers(text: str, *, country: str | None = None) -> list[Number]:
    """Return the numbers of a text, as :func:`extract` gives them.

    >>> [(n.value, n.kind) for n in numbers("خمسة وعشرون اجتماعاً، و3 زيارات")]
    [(25, 'cardinal'), (3, 'cardinal')]
    """
    analysis, _ = _analyse(text, None, None, country)
    return Builder(analysis).numbers()


def quantities(text: str, *, country: str | None = None) -> list[Quantity]:
    """Return the quantities of a text, as :func:`extract` gives them.

    >>> [(q.value, q.bound, q.noun) for q in quantities("أكثر من 300 خبير")]
    [(300, 'more_than', 'خبير')]
    """
    analysis, _ = _analyse(text, None, None, country)
    return Builder(analysis).quantities()


def dates(
    text: str, *, published: date | str | None = None, country: str | None = None
) -> list[Date]:
    """Return the time expressions of a text, as :func:`extract` gives them.

    >>> [d.edtf for d in dates("من مارس وحتى أكتوبر 2020")]
    ['2020-03/2020-10']
    """
    analysis, _ = _analyse(text, published, None, country)
    return Builder(analysis).dates()


def entities(text: str, *, country: str | None = None, entities: str = "model") -> list[Entity]:
    """Return the entities of a text, as :func:`extract` gives them.

    >>> [(e.type, e.name, e.honorifics) for e in entities("استقبل معالي خالد بن علي الكندي الوفد")]
    [('person', 'خالد بن علي الكندي', ['معالي'])]
    """
    analysis, _ = _analyse(text, None, None, country, entities)
    return Builder(analysis).entities()


def quotes(text: str, *, country: str | None = None) -> list[Quote]:
    """Return what is said in a text and by whom, as :func:`extract` gives it.

    >>> [(q.text, q.direct) for q in quotes("قال الوزير: «نعمل معا على هذا».")]
    [('نعمل معا على هذا', True)]
    """
    analysis, _ = _analyse(text, None, None, country)
    return Builder(analysis).quotes()


def _analyse(
    text: str,
    published: date | str | None,
    language: str | None,
    country: str | None,
    entities: str = "model",
) -> tuple[Analysis, str]:
    """Run the engines over a text; return what they found, and the text that offsets refer to."""
    if not isinstance(text, str):
        raise InvalidOption("text", type(text).__name__, "a string; read files with arnlp.read()")
    anchor = _published(published)
    if language is not None and language not in _LANGUAGES:
        raise InvalidOption("language", language, f"one of {', '.join(map(repr, _LANGUAGES))}")
    if country is not None:
        country = _country(country)
    broken = _SURROGATE.search(text)
    if broken:
        text = _SURROGATE.sub("\ufffd", text)
    model = name_tagger(entities)
    tagged = TaggedText(text)
    context = Context(tagged, country or country_of(tagged), anchor)
    if broken:
        context.warn(
            "broken_surrogates", "lone surrogates were read as U+FFFD", broken.start(), broken.end()
        )
    dateline = find_dateline(tagged)
    if anchor is None and dateline is not None:
        context.anchor = dateline_day(text, dateline, context.country)
    found_numbers = find_numbers(context)
    found_quantities = find_quantities(context, found_numbers)
    sign_numbers(context, found_numbers, found_quantities)
    found_dates = find_dates(context, found_numbers, found_quantities)
    if context.anchor is None and (today := day_called_today(found_dates)) is not None:
        context.anchor = today
        context.warnings = [w for w in context.warnings if w.code not in DATE_WARNINGS]
        found_dates = find_dates(context, found_numbers, found_quantities)
    marks = quoted_spans(tagged)
    if model is not None:
        context.seen = Seen(tagged, model)
    named = find_named(context, marks)
    found_numbers, found_quantities, found_dates = settle(
        len(tagged.entries), found_numbers, found_quantities, found_dates, named
    )
    linked = link(context, named)
    analysis = Analysis(
        context, dateline, sections(tagged, dateline), found_numbers, found_quantities, found_dates,
        linked, find_quotes(context, marks, linked),
    )  # fmt: skip
    return analysis, text


def _published(value: date | str | None) -> date | None:
    if value is None:
        return None
    day: date | None = None
    if isinstance(value, datetime):
        day = value.date()
    elif isinstance(value, date):
        day = value
    else:
        with suppress(TypeError, ValueError):
            day = datetime.fromisoformat(value).date()
    if day is None or day.year not in RELEASE_YEARS:
        first, last = RELEASE_YEARS.start, RELEASE_YEARS.stop - 1
        wanted = "a date, a datetime or an ISO date such as '2020-12-21'"
        raise InvalidOption("published", value, f"{wanted}, of the years {first} to {last}")
    return day


def _country(value: str) -> str:
    codes = {row["code"] for row in table("common", "countries")}
    code = value.upper() if isinstance(value, str) else value
    if code not in codes:
        raise InvalidOption("country", value, "an ISO 3166-1 alpha-2 code such as 'AE'")
    return code
