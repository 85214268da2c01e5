"""Kinds that the engine of dates asks for: names of days and periods, and the words between them."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.kinds.kind import Kind

_OF_MONTH = {
    "spellings": "a month wherever it stands",
    "weak": "also a name or a common word: needs a day, a year or a word of dates beside it",
}

DATES = (
    # -- days and months
    Kind(
        "MONTH", S.MONTH, "dates",
        "a month of the Gregorian calendar", {"months": "value spellings weak"},
        value="int: 1 to 12", roles=_OF_MONTH,
    ),
    Kind(
        "HIJRI_MONTH", S.HIJRI_MONTH, "dates",
        "a month of the Islamic calendar", {"hijri_months": "value spellings weak"},
        value="int: 1 to 12", roles=_OF_MONTH,
    ),
    Kind(
        "WEEKDAY", S.WEEKDAY, "dates", "a day of the week", {"weekdays": "value spellings"},
        value="int: of ISO 8601, Monday 1",
    ),
    Kind(
        "BARE_WEEKDAY", S.BARE_WEEKDAY, "dates",
        "a day of the week without its article, also a number or a name: behind كل or أول only",
        {"weekdays": "value bare"},
        value="int: of ISO 8601, Monday 1",
    ),
    Kind(
        "RELATIVE_DAY", S.RELATIVE_DAY, "dates",
        "a day counted from that of the release: اليوم, yesterday",
        {"relative_days": "value spellings"},
        value="int: how many days after it",
    ),
    Kind(
        "HOLIDAY", S.HOLIDAY, "dates",
        "a public holiday or an international day",
        {"holidays": "names day spellings", "observances": "day spellings"},
        value="(str, str): its names in the holidays library, parted by |, and its day where the"
        " library has none: month-day, H before one of the Hijri calendar, month#turn-weekday",
    ),
    # -- periods
    Kind(
        "PERIOD", S.PERIOD, "dates",
        "a noun that names a stretch of the calendar: عام, quarter",
        {"periods": "unit number spellings"},
        value="str: Y, M, W or D of ISO 8601, WE weekend, FY fiscal and AY academic year, Q quarter,"
        " H half, T third, P a period, SUMMER and the other seasons, DECADE, CENTURY",
        roles={"1": "one, or several that a number counts", "2": "two, in the Arabic dual"},
    ),
    Kind(
        "DECADE", S.DECADE, "dates",
        "a decade by its name: التسعينيات, the nineties", {"decades": "value spellings"},
        value="int: the last two digits of its first year",
    ),
    Kind(
        "SEASON", S.SEASON, "dates",
        "days of the Islamic year: موسم الحج", {"seasons": "first last spellings"},
        value="(str, str): month-day of its first and last day, 00 the last of its month",
    ),
    Kind(
        "SET", S.SET, "dates",
        "how often: سنويا, per month; 'a year' is one too", {"sets": "timex spellings"},
        value="str: one turn, as TIMEX3 has it",
    ),
    Kind(
        "SAME", S.SAME, "dates",
        "repeats a period spoken of before: الفترة نفسها", {"same": "unit class spellings"},
        roles={"": "as it was spoken of", "earlier": "that of the year before: the year-ago quarter"},
        value="str: P whatever it was, else the unit of a period",
    ),
    Kind(
        "DEIXIS", S.DEIXIS, "dates",
        "places the period beside it relative to the release: الماضي, next",
        {"deixis": "value class spellings"},
        value="int: -1 the one before, 0 this, 1 the one after, and so on",
        roles={
            "": "relative to the release; in Arabic behind its noun, in English before it",
            "this": "likewise, before its Arabic noun: هذا (العام)",
            "behind": "likewise, behind its English noun: (the year) after next",
            "latest": "what has just gone by, up to the release: the past (decade)",
            "told": "relative to the period spoken of last, where there is one: السابق",
        },
    ),
    # -- times
    Kind(
        "DAYPART", S.DAYPART, "dates",
        "the half of the day, behind a time of 12 hours: صباحا, pm",
        {"dayparts": "value class spellings"},
        value="str: am or pm",
        roles={
            "": "a plain mark",
            "noon": "11 and 12 are before it: ظهرا",
            "night": "from 7 it is the evening, 12 is midnight: ليلا",
        },
    ),
    Kind(
        "PART_OF_DAY", S.PART_OF_DAY, "dates",
        "a noun that names a part of a day: مساء, morning",
        {"parts_of_day": "timex class spellings"},
        roles={"": "a part of a day alone", "age": "with هذا it is an age: (هذا) العصر"},
        value="str: MO, MI, AF, EV or NI, as TIMEX3 has it",
    ),
    Kind(
        "CLOCK_WORD", S.CLOCK_WORD, "dates",
        "an hour that has a name: منتصف الليل, noon", {"clock_words": "value spellings"},
        value="int: of 24 hours",
    ),
    Kind(
        "TIME_ZONE", S.TIME_ZONE, "dates",
        "by what clock a time is told: GMT, بتوقيت", {"time_zones": "value spellings"},
        value="str: a zone of the IANA database, 'local' that of the release's country, 'place' that"
        " of the place beside it",
    ),
    # -- words between
    Kind(
        "DATE_WORD", S.DATE_WORD, "dates",
        "a small word of the date grammar", {"date_words": "role spellings"},
        roles={
            "to": "joins the ends of a range",
            "until": "likewise; alone it makes an open range",
            "between": "before a range",
            "from": "English: opens a range",
            "open": "since: makes an open range",
            "asof": "likewise, before a day to come only",
            "start": "the first part of what follows: مطلع, early",
            "middle": "its middle: منتصف, mid",
            "late": "its last part: أواخر, late",
            "end": "its very end: نهاية, end of",
            "first": "the first day of a month: غرة",
            "last": "the last day of a month: متم",
            "firstn": "the first of several parts: الربع الأول, the first five months",
            "lastn": "the last of them: الربع الأخير, the last five months",
            "corresponding": "joins one day in two calendars: الموافق",
            "hijri": "the mark of a Hijri year: هـ, AH",
            "gregorian": "the mark of a Gregorian year: م, AD",
            "clock": "beside a time: الساعة, o'clock",
            "put_off": "moves what is told to another date: تأجيل",
        },
    ),
    Kind(
        "DATE_LINK", S.DATE_LINK, "dates",
        "joins the parts of a time expression", {"date_links": "role spellings"},
        roles={
            "of": "of: (شهر) من (عام)",
            "in": "in",
            "and": "and",
            "the": "the",
            "on": "before a day: on, بتاريخ",
            "at": "before a time: at, عند",
            "lead": "before a bare month: خلال, during",
            "starting": "tells a period by its first day: (the year) starting",
            "ending": "tells it by its last: (السنة) المنتهية في",
            "ago": "a span before now: قبل, ago",
            "before": "a span of time or a date: before",
            "after": "likewise: بعد, after",
            "by": "a deadline: بحلول, by",
            "hence": "closes a span counted from the release: من الآن",
            "less": "minutes before the hour: (الخامسة) إلا (ربعا)",
            "except": "a weekday behind it is every such day: عدا",
            "frequency": "how often, in so many years: the first time (in 80 years)",
        },
    ),
    Kind(
        "DATE_OPENER", S.DATE_OPENER, "dates",
        "opens a time expression", {"date_openers": "role spellings"},
        roles={
            "every": "every, كل",
            "now": "now, as the end of a range only",
            "rest": "what is left of a period: بقية, later",
            "sooner": "what is gone of it: earlier",
            "thereof": "behind a day: of the month spoken of last (منه)",
        },
    ),
    # -- what is no date, and which of two a date is
    Kind(
        "DATE_NAMED", S.DATE_NAMED, "dates",
        "what is named after a day or month: جامعة (8 ماي 1945), (October) War",
        {"date_named": "class spellings"},
        roles={
            "place": "the date in its name is none",
            "event": "likewise, but with a year it is that day: ثورة (23 يوليو 1952)",
            "weekday": "a weekday in its name is none: صلاة (الجمعة)",
            "behind": "names a weekday that is no date, behind it: (السبت) الأسود",
        },
    ),
    Kind(
        "YEAR_HEAD", S.YEAR_HEAD, "dates",
        "a noun of a name whose year is a date: (Labour Force) Survey 2024, تقرير (التنمية) 2024",
        {"year_heads": "spellings"},
    ),
    Kind(
        "LAW", S.LAW, "dates",
        "a noun whose year names it, and is no date: قانون, law", {"laws": "spellings"},
    ),
    Kind(
        "GENERAL_NOUN", S.GENERAL_NOUN, "dates",
        "a noun behind which العام means 'general', not 'the year': التعداد, with its article",
        {"general_nouns": "spellings"},
    ),
    Kind(
        "FUTURE", S.FUTURE, "dates",
        "puts a clause in the future: سوف, will. The lexicon adds the bit, and no sense, to Arabic"
        " words of the shape of a future verb: سيوفر",
        {"future": "spellings"},
    ),
    Kind(
        "PAST", S.PAST, "dates",
        "a verb that puts a clause in the past, so that a bare month is the last one: بلغ, was",
        {"past": "lemmas spellings", "past_forms": "spellings"},
    ),
)  # fmt: skip
