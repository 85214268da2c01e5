"""Kinds that the engine of quantities asks for: what is counted or measured, and how exactly."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.kinds.kind import Kind

QUANTITIES = (
    Kind(
        "PERCENT", S.PERCENT, "quantities",
        "percent, or a percentage point: %, بالمئة, basis points",
        {"percent": "unit factor spellings"},
        value="str: '%', 'pp' percentage point, 'pp2' two of them (نقطتان مئويتان)",
        extra="Fraction: how many of the unit one of the word is, 1/10 of per mille",
    ),
    Kind(
        "UNIT", S.UNIT, "quantities",
        "a unit of measure or of time",
        {
            "units": "unit kind factor singular plural",
            "cldr_units": "unit kind factor singular plural",
        },
        value="str: its UCUM code",
        roles={
            "singular": "one of it, also the accusative behind a number",
            "plural": "several of it",
            "dual": "two of it, which code makes of the Arabic singular",
        },
        extra="(str, int): 'measure' or 'duration', and how many of the unit one of the word is",
    ),
    Kind(
        "CURRENCY", S.CURRENCY, "quantities",
        "a currency, or a part of one",
        {
            "currencies": "code singular plural",
            "cldr_currencies": "code singular plural",
            "subunits": "code singular plural",
        },
        value="str: its ISO 4217 code; None where the country decides",
        roles={
            "singular": "one of it, also the accusative behind a number",
            "plural": "several of it",
            "dual": "two of it, which code makes of the Arabic singular",
            "part singular": "as singular, of a part of a currency: فلس, cent",
            "part plural": "likewise, as plural",
            "part dual": "likewise, as dual",
            "": "millions of it, which code writes before an ISO code: MUSD",
        },
        extra="dict where the country decides: its ISO 3166-1 code, '*' for any other, to the"
        " currency's code and how many of the word make one of it; else None",
    ),
    Kind(
        "NOUN", S.NOUN, "quantities",
        "a noun that releases count; of English ones, those that are counted without an s",
        {"nouns": "singular plural no_dual"},
        value="str: the cell of its singular",
        roles={
            "singular": "one of it, also the accusative behind a number",
            "plural": "several of it",
            "dual": "two of it, which code makes of the Arabic singular",
        },
        extra="",
    ),
    Kind(
        "BOUND", S.BOUND, "quantities",
        "how exact a figure is: نحو, لا يقل عن, more than", {"bounds": "bound place spellings"},
        value="str: about, at_least, at_most, more_than or less_than",
        roles={
            "before": "stands before the figure",
            "after": "stands behind it: تقريبا",
            "around": "stands on either side: على الأقل",
            "verb": "before it, and its subject may stand between: تجاوز (عدد الطلاب) 500",
            "split": "before على or عن with a noun between: لا تزيد (مساحتها) على",
            "reach": "a verb before it, with إلى between: تصل (قيمتها) إلى",
        },
    ),
    Kind(
        "QUANTITY_WORD", S.QUANTITY_WORD, "quantities",
        "a small word beside figures", {"quantity_words": "role spellings"},
        roles={
            "range": "joins the ends of a range: 10 إلى 15",
            "choice": "likewise, where the second is not much more: 3 أو 4",
            "until": "likewise; before a figure it makes a limit: حتى 50%",
            "between": "before a range: بين",
            "ranging": "a verb before a range: تتراوح",
            "partitive": "before a figure of what was counted before: منهم, of whom",
            "index": "is counted in parts, too: (925.8) نقطة",
            "others": "stands for the noun that was counted before: 12 آخرين",
            "group": "opens a noun phrase behind من: 500 من ذوي الإعاقة",
            "headcount": "a noun whose figure follows: عدد السكان, a population of",
            "average": "its figure may be a decimal: متوسط",
            "amount": "stands between a bound and its figure: بأكثر من مبلغ, more than a",
            "minus": "a sign in words: ناقص",
            "below_zero": "turns the sign of a temperature: تحت الصفر",
            "point": "decimals in words follow: فاصلة",
            "less": "takes a part off: مليون إلا ربعا",
            "parts": "so many hundredths follow: جزء من مئة",
            "of": "joins a part to its whole: 3 من كل 10",
            "each": "stands before the whole: 3 من كل 10",
            "in": "joins a part to its whole: one in five",
            "over": "likewise, of a fraction: واحد على عشرين",
            "ratio_noun": "2:1 behind it is a ratio, 15 a percentage: بنسبة",
            "tally": "English: before of, it names what a figure counts: the number of (visitors)",
            "tallies": "English: likewise, what stands before it: (passenger) numbers",
            "per": "what a figure is a rate of follows: لكل, per",
            "capita": "a rate of each person: للفرد, per capita",
            "excess": "behind a number, it is more than it says: ونيف, -odd",
            "from": "English: distributes a count (78 from ten schools), or a moment follows",
            "moved": "the level before follows: صعودا من, up from",
            "scope": "makes an ordinal a rank: (الأولى) عالميا",
            "together": "behind two that were told before: (الاثنين) معا",
            "spanning": "عقود behind it are decades, not contracts: خلال",
            "lasting": "likewise, and one period behind it is a duration: لمدة (عام), for (a year)",
            "through": "likewise, with the article too: طوال (العام)",
            "whole": "makes one period a duration: (يوم) كامل, all (day)",
            "extent": "behind a unit: it is no rate (a year ago)",
        },
    ),
    Kind(
        "RANK_NOUN", S.RANK_NOUN, "quantities",
        "what makes the ordinal beside it a rank: المركز, ranked",
        {"rank_nouns": "place spellings"},
        roles={
            "": "Arabic: stands before it",
            "before": "English: stands before it (ranked third)",
            "after": "English: stands behind it (third place)",
        },
    ),
    Kind(
        "RANK_ADJECTIVE", S.RANK_ADJECTIVE, "quantities",
        "an elative that makes the bare ordinal before it a rank: (ثالث) أكبر, (third) largest",
        {"rank_adjectives": "spellings"},
    ),
)  # fmt: skip
