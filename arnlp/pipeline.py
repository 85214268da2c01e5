"""The journey of a release, from its text to its facts: each step once, one way.

text, tokens with senses, numbers, quantities, dates, names, the arbiter, entities, quotations, facts.
Every step refers to the text by offsets; the steps below are engines, each a package of its own.
"""

from __future__ import annotations

import gc
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from arnlp.dates import WARNINGS as DATE_WARNINGS
from arnlp.dates import day_called_today, day_in, day_of_stamp, find_dates
from arnlp.engine import (
    Context,
    Cursor,
    Datelined,
    Seen,
    check_text,
    country_code,
    find_dateline,
    given,
    outside,
    published_day,
    quoted_spans,
    sections,
    settle,
    sign_offs,
    weigh_country,
)
from arnlp.facts import (
    Analysis,
    Writer,
    find_figures,
    find_happenings,
    own_predicates,
    write_facts,
)
from arnlp.lexicon.own import Lexicon, merged_of
from arnlp.lexicon.tagged import TaggedText
from arnlp.model.release import (
    SCHEMA_VERSION,
    Date,
    Entity,
    Fact,
    Number,
    Quantity,
    Quote,
    Release,
)
from arnlp.model.sources import writable
from arnlp.names import EntitiesOption, find_named, latin_name_tagger, link, name_tagger, told_names
from arnlp.names import romanizer as romanizer_of
from arnlp.numbers import find_numbers
from arnlp.quantities import find_quantities, sign_numbers
from arnlp.quotes import find_quotes

_SURROGATE = re.compile("[\ud800-\udfff]")


def _journey(
    text: str,
    published: date | str | None = None,
    language: str | None = None,
    country: str | None = None,
    entities: EntitiesOption = "model",
    source: str | None = None,
    lexicon: Lexicon | None = None,
) -> Analysis:
    """Take a text through the engines; return what they found."""
    check_text(text, language)
    anchor, country = published_day(published), country_code(country)
    told, backend = told_names(entities, text)
    model = name_tagger(backend)
    tagged, broken = _tagged(text, lexicon)
    dateline = find_dateline(tagged)
    context = Context(tagged, anchor=anchor, told_names=told)
    if broken is not None:
        context.warn("broken_surrogates", "lone surrogates were read as U+FFFD", *broken)
    _tell_country(context, dateline, country, source)
    cursor = Cursor(context)
    if anchor is None and dateline is not None:
        context.anchor = _day_of(dateline, context)
    numbers = find_numbers(cursor)
    quantities = find_quantities(cursor, numbers)
    sign_numbers(cursor, numbers, quantities)
    dates = find_dates(cursor, numbers, quantities)
    if context.anchor is None and (
        today := day_called_today(dates) or day_of_stamp(tagged.text, dates)
    ):
        context.anchor = today
        context.forget(DATE_WARNINGS)
        dates = find_dates(cursor, numbers, quantities)
    marks = quoted_spans(tagged)
    if model is not None:
        cursor.seen = Seen(tagged, model, latin_name_tagger())
    signed = sign_offs(tagged)
    named = outside(find_named(cursor, marks), [*signed, *(dateline.signed if dateline else ())])
    if signed:
        numbers, quantities = outside(numbers, signed), outside(quantities, signed)
        dates = outside(dates, signed)
    numbers, quantities, dates = settle(cursor, numbers, quantities, dates, named)
    linked = link(cursor, named)
    quotes = find_quotes(cursor, marks, linked)
    parts = sections(tagged, dateline)
    return Analysis(cursor, dateline, parts, numbers, quantities, dates, linked, quotes)


def _tagged(text: str, lexicon: Lexicon | None) -> tuple[TaggedText, tuple[int, int] | None]:
    """Return the tokens of a text; lone surrogates, which no file can hold, are read as U+FFFD.

    The range is that of the first of them, None without any.
    """
    broken = _SURROGATE.search(text)
    if broken:
        text = _SURROGATE.sub("\ufffd", text)
    return TaggedText(text, merged_of(lexicon)), broken.span() if broken else None


def _tell_country(
    context: Context, dateline: Datelined | None, country: str | None, source: str | None
) -> None:
    """Set the country of a release: the one given, else the one that its text tells."""
    if country:
        context.country, context.evidence = country, given(country)
        return
    weighed = weigh_country(context.tagged, dateline, source)
    context.country, context.evidence = weighed.country, weighed.evidence
    if weighed.country is None and any(one.kind != "currency" for one in weighed.evidence):
        heaviest = ", ".join(f"{code} {weight:.1f}" for code, weight in weighed.leading)
        context.warn("ambiguous_country", f"no country is told well enough: {heaviest}")


def _day_of(dateline: Datelined, context: Context) -> date | None:
    """Return the day of a dateline that states its year, read by itself."""
    text = context.tagged.text[dateline.start : dateline.end]
    tagged = TaggedText(text, context.tagged.lexicon)
    cursor = Cursor(Context(tagged, context.country))
    return day_in(find_dates(cursor, find_numbers(cursor), []))


def extract(
    text: str,
    *,
    published: date | str | None = None,
    language: str | None = None,
    country: str | None = None,
    source: str | None = None,
    entities: EntitiesOption = "model",
    romanizer: str = "table",
    lexicon: Lexicon | None = None,
) -> Release:
    """Return everything that is found in the text of a release.

    ``published`` (a date, datetime or ISO string) is the day that relative dates refer to; without
    it the dateline serves, and without that they stay unresolved. ``language`` ('ar', 'en' or
    'mixed') and ``country`` (ISO 3166-1 alpha-2) are told from the text where not given; ``source``
    names the document in the result, and its host, where it is an address, helps to tell the country. ``entities`` is how names are found: 'model' (rules and the
    statistical model that ships with arnlp), 'rules' alone, which is faster, or 'camel' (rules and
    the NERecognizer of CAMeL Tools, whose data must be installed); or names that are known already,
    as (start, end, type), which go before those that rules and model find. ``romanizer`` is how persons'
    names are transliterated where neither text nor gazetteer has them in Latin letters: 'table', or
    'neural' with the extra ``names``. ``lexicon`` holds words, bodies, people and units of the caller's
    own, for this call alone. Any text is accepted; InvalidOption is raised for options
    that make no sense.

    >>> release = extract("بلغت الإيرادات 5 ملايين درهم في 2020.", country="AE")
    >>> [(q.value, q.unit, q.text) for q in release.quantities]
    [(5000000, 'AED', '5 ملايين درهم')]
    """
    with _collector_paused():
        romanize = romanizer_of(romanizer)
        analysis = _journey(text, published, language, country, entities, source, lexicon)
        writer = Writer(analysis, romanize)
        text = writer.text
        source = None if source is None else writable(source)
        id_ = source or hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
        found = _facts(writer)
        return Release.trusted(
            {
                "schema_version": SCHEMA_VERSION,
                "document": writer.document(id_, source, language),
                "numbers": writer.numbers(),
                "quantities": writer.quantities(),
                "dates": writer.dates(),
                "entities": writer.entities(),
                "quotes": writer.quotes(),
                "facts": found,
                "warnings": writer.warnings(),
            }
        ).of_text(text)


def _facts(writer: Writer) -> list[Fact]:
    """Return the facts of a text whose mentions are found."""
    cursor, analysis = writer.analysis.cursor, writer.analysis
    with own_predicates(analysis.context.tagged.lexicon.own.get("predicates", ())):
        figures = find_figures(cursor, analysis)
        return write_facts(writer, figures, find_happenings(cursor, analysis))


def numbers(
    text: str, *, country: str | None = None, lexicon: Lexicon | None = None
) -> list[Number]:
    """Return the numbers of a text, as :func:`extract` gives them.

    >>> [(n.value, n.kind) for n in numbers("خمسة وعشرون اجتماعاً، و3 زيارات")]
    [(25, 'cardinal'), (3, 'cardinal')]
    """
    return Writer(_journey(text, country=country, lexicon=lexicon)).numbers()


def quantities(
    text: str, *, country: str | None = None, lexicon: Lexicon | None = None
) -> list[Quantity]:
    """Return the quantities of a text, as :func:`extract` gives them.

    >>> [(q.value, q.bound, q.noun) for q in quantities("أكثر من 300 خبير")]
    [(300, 'more_than', 'خبير')]
    """
    return Writer(_journey(text, country=country, lexicon=lexicon)).quantities()


def dates(
    text: str,
    *,
    published: date | str | None = None,
    country: str | None = None,
    lexicon: Lexicon | None = None,
) -> list[Date]:
    """Return the time expressions of a text, as :func:`extract` gives them.

    >>> [d.edtf for d in dates("من مارس وحتى أكتوبر 2020")]
    ['2020-03/2020-10']
    """
    return Writer(_journey(text, published, country=country, lexicon=lexicon)).dates()


def entities(
    text: str,
    *,
    country: str | None = None,
    entities: EntitiesOption = "model",
    lexicon: Lexicon | None = None,
) -> list[Entity]:
    """Return the entities of a text, as :func:`extract` gives them.

    >>> [(e.type, e.name, e.honorifics) for e in entities("استقبل معالي خالد بن علي الكندي الوفد")]
    [('person', 'خالد بن علي الكندي', ['معالي'])]
    """
    return Writer(_journey(text, country=country, entities=entities, lexicon=lexicon)).entities()


def quotes(text: str, *, country: str | None = None, lexicon: Lexicon | None = None) -> list[Quote]:
    """Return what is said in a text and by whom, as :func:`extract` gives it.

    >>> [(q.text, q.direct) for q in quotes("قال الوزير: «نعمل معا على هذا».")]
    [('نعمل معا على هذا', True)]
    """
    return Writer(_journey(text, country=country, lexicon=lexicon)).quotes()


def facts(
    text: str,
    *,
    published: date | str | None = None,
    country: str | None = None,
    entities: EntitiesOption = "model",
    lexicon: Lexicon | None = None,
) -> list[Fact]:
    """Return the facts of a text, as :func:`extract` gives them.

    >>> for fact in facts("ارتفعت قيمة الصادرات بنسبة 12% في عام 2024."):
    ...     print(fact.type, fact.measure.text, fact.value, fact.unit, fact.period.edtf)
    change قيمة الصادرات 12 % 2024
    """
    with _collector_paused():
        return _facts(
            Writer(_journey(text, published, country=country, entities=entities, lexicon=lexicon))
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
