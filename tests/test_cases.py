"""Every case of the case files: a value and its spellings, and what is none."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words
from speller import spell
from support import cases, ids, load, negatives

import arnlp

NUMBERS = cases("numbers")
QUANTITIES = cases("quantities")
DATES = cases("dates")
PERSONS = cases("persons")
BODIES = cases("organizations")
QUOTES = cases("quotes")
FACTS = cases("facts")


@pytest.mark.parametrize(("case", "text"), NUMBERS, ids=ids(NUMBERS))
def test_number(case, text):
    found = arnlp.numbers(text, country=case.get("country"))
    assert [(n.value, n.kind) for n in found] == [(case["value"], case.get("kind", "cardinal"))]


@pytest.mark.parametrize("text", negatives("numbers"))
def test_no_number(text):
    assert arnlp.numbers(text) == []


@pytest.mark.parametrize(("case", "text"), QUANTITIES, ids=ids(QUANTITIES))
def test_quantity(case, text):
    found = arnlp.quantities(text, country=case.get("country"))
    assert len(found) == 1, found
    quantity = found[0]
    expected = (
        case["kind"], case["value"], case.get("value_max"), case.get("bound", "exact"),
        case.get("unit"), case.get("per"),
    )  # fmt: skip
    assert (
        quantity.kind, quantity.value, quantity.value_max, quantity.bound, quantity.unit,
        quantity.per,
    ) == expected  # fmt: skip
    if "noun" in case and case["noun"] in text:
        assert quantity.noun == case["noun"]


@pytest.mark.parametrize("text", negatives("quantities"))
def test_no_quantity(text):
    assert [q for q in arnlp.quantities(text) if q.kind != "duration"] == []


@pytest.mark.parametrize(("case", "text"), DATES, ids=ids(DATES))
def test_date(case, text):
    anchor = case.get("anchor", load("dates")["anchor"])
    found = arnlp.dates(
        text, published=None if anchor == "none" else anchor, country=case.get("country")
    )
    assert [
        (
            date.from_date or "", date.to_date or "", date.edtf or "", date.timex or "", date.kind,
            date.calendar, date.mod,
        )
        for date in found
    ] == [
        (
            case["from"], case["to"], case["edtf"], case["timex"], case.get("kind", "date"),
            case.get("calendar", "gregorian"), case.get("mod"),
        )
    ]  # fmt: skip


@pytest.mark.parametrize("text", negatives("dates"))
def test_no_date(text):
    found = arnlp.dates(text, published=load("dates")["anchor"])
    assert [date for date in found if date.kind != "duration"] == []


@pytest.mark.parametrize("passage", load("dates")["passage"], ids=lambda p: p["text"][:40])
def test_dates_of_a_passage(passage):
    found = arnlp.dates(passage["text"], published=load("dates")["anchor"])
    assert [
        [date.text, date.from_date or "", date.to_date or ""]
        for date in found
        if date.kind in ("date", "interval")
    ] == passage["found"]


@pytest.mark.parametrize(
    "text", ["أمس", "الشهر الماضي", "15 نوفمبر", "last year", "الأسبوع المقبل"]
)
def test_without_an_anchor_relative_dates_stay_unresolved(text):
    for date in arnlp.dates(text):
        assert (date.from_date, date.to_date, date.anchor) == (None, None, None)


def _persons(text):
    return [e for e in arnlp.entities(text) if e.type == "person"]


@pytest.mark.parametrize(("case", "text"), PERSONS, ids=ids(PERSONS))
def test_person(case, text):
    found = _persons(text)
    assert [p.name for p in found] == [case["name"]]
    assert found[0].honorifics == case.get("honorifics", [])
    if "roles" in case:
        assert [role.title for role in found[0].roles] == case["roles"]


@pytest.mark.parametrize("text", negatives("persons"))
def test_no_person(text):
    assert _persons(text) == []


def _bodies(text):
    return [e for e in arnlp.entities(text) if e.type == "organization"]


@pytest.mark.parametrize(("case", "text"), BODIES, ids=ids(BODIES))
def test_body(case, text):
    assert [body.name for body in _bodies(text)] == [case["name"]]


@pytest.mark.parametrize("text", negatives("organizations"))
def test_no_body(text):
    assert _bodies(text) == []


@pytest.mark.parametrize("case", load("coreference")["case"], ids=lambda case: case["name"])
def test_coreference(case):
    found = arnlp.entities(case["text"], country=case.get("country"))
    linked = {e.name: [mention.text for mention in e.mentions] for e in found}
    assert linked.get(case["name"]) == case["mentions"]


@pytest.mark.parametrize("case", load("coreference")["none"], ids=lambda case: case["mention"])
def test_no_coreference(case):
    found = arnlp.entities(case["text"])
    assert case["mention"] not in [m.text for e in found for m in e.mentions]


@pytest.mark.parametrize(("case", "text"), QUOTES, ids=ids(QUOTES))
def test_quote(case, text):
    release = arnlp.extract(text)
    assert [(q.text, q.direct) for q in release.quotes] == [(case["said"], case["direct"])]
    names = {entity.id: entity.name for entity in release.entities}
    assert names.get(release.quotes[0].speaker) == case["speaker"]


@pytest.mark.parametrize("text", negatives("quotes"))
def test_no_quote(text):
    assert arnlp.quotes(text) == []


@pytest.mark.parametrize("case", load("normalize")["case"], ids=lambda case: case["input"][:30])
def test_normalize(case):
    got = arnlp.normalize(case["input"], case["profile"], mojibake=case.get("mojibake", False))
    assert got == case["output"]


# -- round trip -------------------------------------------------------------------------


def _random_numbers(count):
    random = Random(20201221)
    tops = (100, 10**4, 10**7, 10**12, 10**15)
    return [random.randint(0, random.choice(tops)) for _ in range(count)]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_numbers_spelt_by_num2words_come_back(language):
    for number in _random_numbers(1500):
        words = num2words(number, lang=language)
        # num2words writes 801 thousand as "eight hundred and thousand thousand": no Arabic
        if re.search(r"ألف ألف|مليون مليون|مليار مليار|تريليون تريليون", words):
            continue
        assert [n.value for n in arnlp.numbers(words)] == [number], words


@pytest.mark.parametrize("feminine", [False, True], ids=["masculine", "feminine"])
@pytest.mark.parametrize("oblique", [False, True], ids=["nominative", "oblique"])
def test_numbers_spelt_by_the_rules_of_arabic_come_back(feminine, oblique):
    for number in _random_numbers(1500):
        words = spell(number, feminine, oblique)
        assert [n.value for n in arnlp.numbers(words)] == [number], words


@pytest.mark.parametrize(("case", "text"), FACTS, ids=ids(FACTS))
def test_fact(case, text):
    found = _told(text, published=case.get("published"), country=case.get("country"))
    assert len(found) == len(case["facts"]), found
    for fact, expected in zip(found, case["facts"], strict=True):
        wanted = {name: None if value == "NONE" else value for name, value in expected.items()}
        assert {name: fact[name] for name in wanted} == wanted


@pytest.mark.parametrize("text", negatives("facts"))
def test_no_fact(text):
    assert _told(text) == []


def _told(text, **options):
    facts = arnlp.extract(text, **options).facts
    return [f.model_dump() for f in facts if f.type not in ("statement", "description")]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("بكلفة 16.3 مليار ريال سعودي (حوالي 4.34 مليار دولار)", "SAR", "USD"),
        ("بقيمة 708 ملايين دينار كويتي، أي ما يعادل 2.3 مليار دولار", "KWD", "USD"),
        ("worth RO 47.5 million (US$123.4 million)", "OMR", "USD"),
        ("worth KD 8.6 million (some USD 28 million)", "KWD", "USD"),
        ("a site of 77 sq km (30 square miles)", "km2", "[smi_us]"),
        ("مساحته 500 فدان (210 هكتارات)", "{feddan}", "har"),
    ],
)
def test_a_figure_in_another_unit_is_linked_and_no_second_fact(text, first, second):
    release = arnlp.extract("بلغت التكلفة " + text if "بقيمة" not in text else text)
    one, other = release.quantities
    assert (one.unit, other.unit) == (first, second)
    assert one.equivalent_to is None
    assert (other.equivalent_to.start, other.equivalent_to.end) == (one.start, one.end)
    figures = [f for f in release.facts if f.type not in ("statement", "description")]
    assert [f.value for f in figures] == [one.value]
    assert [r.unit for r in figures[0].readings] == [second]


@pytest.mark.parametrize(
    "text",
    [
        "من 12 مليون دينار كويتي إلى 40 مليون دولار", "5 ملايين يورو و3 ملايين دولار",
        "500 acres and 30 hectares", "$5 million (see 2 million euros of 2019)",
    ],
)  # fmt: skip
def test_two_amounts_are_not_one(text):
    assert [q.equivalent_to for q in arnlp.quantities(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("500 درهم", "ambiguous_currency"), ("12.345 مدرسة", "ambiguous_number"),
        ("144,076 بليون ريال سعودي", "ambiguous_number"), ("خمسة (6) مشاريع", "numbers_disagree"),
        ("(300) ثلاثمئة وخمسون موظفا", "numbers_disagree"), ("بنسبة 15 عن العام الماضي", "percent_without_sign"),
    ],
)  # fmt: skip
def test_a_doubtful_figure_has_a_warning(text, code):
    assert code in [w.code for w in arnlp.extract(text).warnings]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # the other numerals of a document tell what its separators are
        ("بلغ النمو 12,5% والصادرات 8.500 طن", [12.5, 8500]),
        ("بلغ النمو 12.5% والطول 8.500 كيلومترات", [12.5, 8.5]),
        ("صدرت 1.234.567 قطعة، بوزن 2.512 مليون طن", [1234567, 2512000000]),
        ("بلغ النمو 3,1% والإنتاج 2,125 مليار متر مكعب", [3.1, 2125000000]),
        ("بلغ النمو 3.1% والإنتاج 2,125 مليون متر مكعب", [3.1, 2125000000]),
    ],
)
def test_separators_are_told_from_the_document(text, values):
    assert [q.value for q in arnlp.quantities(text)] == values


def test_levels_of_a_change_are_no_range():
    for text in (
        "ارتفع عدد المحطات من 17 إلى 29 محطة", "the number rose from 17 to 29 stations",
        "ارتفع العدد من 17 محطة إلى 29 محطة",
    ):  # fmt: skip
        found = arnlp.quantities(text)
        assert [(q.value, q.value_max) for q in found] == [(17, None), (29, None)]


@settings(deadline=None)
@given(
    st.integers(0, 10**15),
    st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]),
    st.sampled_from(["", ",", "٬", "\u00a0", "\u202f"]),
    st.integers(0, 99),
)
def test_numerals_of_any_script_and_grouping_come_back(number, digits, separator, cents):
    if separator.isspace() and number < 1000:
        separator = ""
    point = "٫" if separator == "٬" else "."
    text = f"{number:,}".replace(",", separator)
    for value, written in ((number, text), (number + cents / 100, f"{text}{point}{cents:02}")):
        if len(written.replace(separator or ",", "")) > 17 and point in written:
            continue  # more digits than a float holds
        written = written.translate({ord("0") + i: digit for i, digit in enumerate(digits)})
        found = [n.value for n in arnlp.numbers(f"بلغ {written} طن")]
        assert found == [pytest.approx(value, rel=1e-12)], written


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("7.2 bcm compared with 5 last year", [7.2e9, 5e9], "m3"),
        ("48 سنتا مقابل 50 قبل عام", [0.48, 0.5], "USD"),
        ("from 13,000 kWh to 11,200", [13000, 11200], "kW.h"),
        ("من 200 ألف طن إلى 92 ألفا", [200000, 92000], "t"),
        ("خصصت 120 مليار ريال قطري، منها 53 مليارا للخط الأول و47 مليارا للثاني", [120e9, 53e9, 47e9], "QAR"),
        ("passengers rose to 35.8 million, up from 25.3 million", [35.8e6, 25.3e6], None),
        ("تخريج 300 طالب، منهم 222 من كلية الإدارة و78 من كلية الحوسبة", [300, 222, 78], None),
    ],
)  # fmt: skip
def test_a_figure_that_leaves_its_unit_out_takes_that_of_the_one_before(text, values, unit):
    found = arnlp.quantities(text)
    assert [q.value for q in found] == values
    assert {q.unit for q in found} == {unit}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("output rose from 5 to 10 million tonnes", [5e6, 10e6]),
        ("output fell from 10 to 5 million tonnes", [10e6, 5e6]),
        ("arrivals rose from 900,000 to 1.2 million visitors", [900000, 1.2e6]),
        ("ارتفع الإنتاج من 5 إلى 10 ملايين طن", [5e6, 10e6]),
        ("انخفض العدد من 10 إلى 5 ملايين زائر", [10e6, 5e6]),
    ],
)
def test_the_scale_of_the_second_level_is_that_of_the_first(text, values):
    assert [q.value for q in arnlp.quantities(text)] == values


@pytest.mark.parametrize(
    "text", ["5 schools a kilometre away", "10 schools a year ago", "5 parks a mile from the port"]
)
def test_a_distance_or_date_is_no_rate(text):
    assert arnlp.quantities(text)[0].per is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("أعلنت وزارة الصحة المصرية صرف 500 جنيه", "EGP"), ("قالت وزارة النقل العراقية إن الكلفة 500 دينار", "IQD"),
        ("صرفت الشركة 500 جنيه", None),
    ],
)  # fmt: skip
def test_the_adjective_of_a_body_tells_the_country(text, unit):
    assert [q.unit for q in arnlp.quantities(text)] == [unit]
