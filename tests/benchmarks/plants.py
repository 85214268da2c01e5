"""Differences planted in one of two texts, by the letters of the text alone: no engine of arnlp is asked.

``plant`` gives copies of a pair in which one thing was changed, each with the place of the change. The
same seed gives the same plants.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import NamedTuple

KINDS = ("figure", "scale", "currency", "day", "month", "sentence", "name")


class Plant(NamedTuple):
    """A pair with one difference: ``[start, end)`` is what was changed, or what the other text still has."""

    kind: str
    side: str  # the text that was changed
    ar: str
    en: str
    at: str  # the text that the span is of
    start: int
    end: int
    was: str
    now: str


_D = "0-9٠-٩"
_MONTHS_EN = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]  # fmt: skip
_MONTHS_AR = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
_DAYS_EN = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_DAYS_AR = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
_SCALES = {
    "million": "billion", "billion": "million", "thousand": "million", "مليون": "مليار",
    "مليار": "مليون", "ملايين": "مليارات", "مليارات": "ملايين", "ألف": "مليون", "آلاف": "ملايين",
    "bn": "m",
}  # fmt: skip
_CURRENCIES = {
    "$": "€", "£": "$", "€": "$", "dollars": "euros", "dollar": "euro", "euros": "dollars",
    "dirhams": "dollars", "riyals": "dollars", "dinars": "dollars", "pounds": "euros", "AED": "USD",
    "SAR": "USD", "USD": "EUR", "QAR": "USD", "OMR": "USD", "KWD": "USD", "BHD": "USD", "JOD": "USD",
    "EGP": "USD", "MAD": "USD", "EUR": "USD",
    "دولار": "يورو", "دولارات": "يورو", "دولارا": "يورو", "دولاراً": "يورو", "يورو": "دولار",
    "درهم": "دولار", "ريال": "دولار", "دينار": "دولار", "جنيه": "يورو", "دنانير": "دولارات",
    "جنيها": "يورو", "دراهم": "دولارات", "ريالات": "دولارات",
}  # fmt: skip
_WORDS_EN = [
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
    "thirty",
]
_WORDS_AR = [
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
    "عشرة",
    "ثلاث",
    "أربع",
    "خمس",
    "ست",
    "سبع",
    "ثماني",
    "تسع",
    "عشر",
]
_PEOPLE = {
    "en": ("Elena Vasquez", "Thomas Whitfield", "Ingrid Larsen", "Omar Haddad", "Priya Nair", "Dmitri Volkov"),
    "ar": ("إيلينا فاسكيز", "توماس ويتفيلد", "إنغريد لارسن", "عمر حداد", "بريا ناير", "ديمتري فولكوف"),
}  # fmt: skip
_PLACES = {
    "en": ("Lisbon", "Nairobi", "Toronto", "Ankara", "Helsinki"),
    "ar": ("لشبونة", "نيروبي", "تورونتو", "أنقرة", "هلسنكي"),
}
# What is translated, or no name: it is not taken for one.
_NO_NAMES = re.compile(
    r"Officer|Department|Committee|Government|Assembly|Hotel|Province|City|Trump Org|Agency|Office|Center|Centre|Court|University|Council|Union|League"
    r"|Southwest|Security|Street|Party|Police|National|Minister|President|Ministry|Authority|General|Company|Bank|Group|Forum|Programme|Affairs"
    r"|مدير|إدارة|بطل|يوم| على| في$| عن| من| مع| إنه|ً|وزير|رئيس|وزارة|هيئة|شركة|واصف| بيونج"
)
# Titles and words of speech beside which a person is named, and words behind which a place is.
_PERSON = {
    "en": re.compile(r"(?<=[a-z,] )(?:(?!The|A|In|On|He|She|It)[A-Z][a-z]{2,} )[A-Z][a-z]{2,}(?= (?:said|told|added|has|was|is|who)|,)"),
    "ar": re.compile(r"(?:(?<=قال )|(?<=وقال )|(?<=وقالت )|(?<=قالت )|(?<=أضاف )|(?<=السيد )|(?<=الدكتور )|(?<=المهندس )|(?<=معالي )|(?<=سعادة ))(?!ال|إن|أن)[ء-ي]{3,} [ء-ي]{3,}"),
}  # fmt: skip
_PLACE = {
    "en": re.compile(r"(?<= in )[A-Z][a-z]{3,}(?=[ ,.](?!University|County|[A-Z]))"),
    "ar": re.compile(r"(?<=في )(?:لندن|باريس|دبي|الرياض|القاهرة|الدوحة|مسقط|الكويت|عمان|المنامة|الرباط|تونس|بغداد|ليبيا|مصر|اليابان|فرنسا|ألمانيا|روسيا|الصين|إندونيسيا|كاليفورنيا|نيويورك|واشنطن|إيطاليا|إسبانيا|اسكتلندا|إنجلترا|كندا|أستراليا|شيكاغو|تكساس)\b"),
}  # fmt: skip


def plant(ar: str, en: str, kind: str, seed: int) -> Iterator[Plant]:
    """Yield plants of a kind in a pair, each in a place of its own, in an order that the seed decides."""
    rng = random.Random(f"{kind} {seed} {len(ar)} {len(en)} {ar[:40]}")
    texts = {"ar": ar, "en": en}
    places = [(side, *place) for side in texts for place in _places(texts[side], side, kind, rng)]
    rng.shuffle(places)
    # One side in turn, so that neither has all of them.
    sides = ("ar", "en") if rng.random() < 0.5 else ("en", "ar")
    queues = [[p for p in places if p[0] == side] for side in sides]
    for k in range(max(map(len, queues), default=0)):
        for queue in queues:
            if k < len(queue):
                made = _made(texts, *queue[k], kind)
                if made is not None:
                    yield made


def _made(
    texts: dict[str, str], side: str, start: int, end: int, now: str, kind: str
) -> Plant | None:
    old = texts[side]
    new = {**texts, side: old[:start] + now + old[end:]}
    if kind != "sentence":
        return Plant(kind, side, new["ar"], new["en"], side, start, start + len(now), old[start:end], now)  # fmt: skip
    other = "en" if side == "ar" else "ar"
    lines = old.split("\n"), texts[other].split("\n")
    if len(lines[0]) != len(lines[1]):
        return None
    number = old.count("\n", 0, start)
    at = len("\n".join(lines[1][:number])) + (1 if number else 0)
    line = lines[1][number]
    whole, parts = old[start:end], _split(lines[0][number])
    others = _split(line)
    if len(parts) != len(others):
        return None
    k = parts.index(whole)
    at += line.index(others[k])
    return Plant(kind, side, new["ar"], new["en"], other, at, at + len(others[k]), whole, "")


def _split(line: str) -> list[str]:
    """Return the sentences of a line."""
    return re.findall(r"\S.*?(?:[.!?؟](?=\s+[A-Zء-ي\"«“])|$)", line)


def _places(text: str, side: str, kind: str, rng: random.Random) -> Iterator[tuple[int, int, str]]:
    if kind == "sentence":
        yield from _sentences(text)
    elif kind == "figure":
        yield from _figures(text, side, rng)
    elif kind in ("scale", "currency"):
        yield from _units(text, _SCALES if kind == "scale" else _CURRENCIES, kind)
    elif kind == "day":
        yield from _days(text, side, rng)
    elif kind == "month":
        for place in _swapped(text, _MONTHS_EN if side == "en" else _MONTHS_AR, rng):
            here, behind = text[place[0] : place[1]], text[place[1] : place[1] + 2]
            if here != "May" or re.match(r"\s\d", behind):
                yield place
    else:
        for pool, pattern in ((_PEOPLE, _PERSON), (_PLACES, _PLACE)):
            for found in pattern[side].finditer(text):
                if not _NO_NAMES.search(found.group()):
                    yield found.start(), found.end(), rng.choice(pool[side])


def _sentences(text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    for line in text.split("\n"):
        for found in _split(line) if line.strip() else ():
            start = at + line.index(found)
            if len(found) > 40:
                yield start, start + len(found), ""
        at += len(line) + 1


def _units(text: str, table: dict[str, str], kind: str) -> Iterator[tuple[int, int, str]]:
    scales = "".join(rf"|(?<={word} )" for word in _SCALES if word != "bn")
    for word, now in table.items():
        if not word.isalpha():
            pattern = rf"{re.escape(word)}(?=\s?[{_D}])"
        elif kind == "currency":  # of an amount: a figure or its scale stands beside it
            pattern = rf"(?:(?<=[{_D}] ){scales}){word}\b|\b{word}(?=\s?[{_D}])"
        else:
            pattern = rf"(?<=[{_D}]\s){word}\b|(?<=[{_D}]){word}\b"
        for found in re.finditer(pattern, text):
            yield found.start(), found.end(), now


def _days(text: str, side: str, rng: random.Random) -> Iterator[tuple[int, int, str]]:
    yield from _swapped(text, _DAYS_EN if side == "en" else [f"يوم {d}" for d in _DAYS_AR], rng)
    names = _MONTHS_EN if side == "en" else _MONTHS_AR
    months = "|".join(names)
    for found in re.finditer(rf"(?<![{_D}.,:])[{_D}]{{1,2}}(?=\s(?:{months})\b)", text):
        yield found.start(), found.end(), _other_day(found.group(), rng)
    for month in names if side == "en" else ():
        for found in re.finditer(rf"(?<=\b{month} )\d{{1,2}}(?![\d.:%])", text):
            yield found.start(), found.end(), _other_day(found.group(), rng)


def _figures(text: str, side: str, rng: random.Random) -> Iterator[tuple[int, int, str]]:
    months = "|".join(_MONTHS_EN + _MONTHS_AR)
    for found in re.finditer(rf"(?<![{_D}.,:/A-Za-z-])[{_D}]+(?:[.,٫٬][{_D}]+)*(?![{_D}:/-]|[.,][{_D}])", text):  # fmt: skip
        digits = found.group()
        around = text[max(0, found.start() - 12) : found.end() + 12]
        if re.fullmatch(r"(?:1[3-9]|20)\d\d", digits) or re.search(months, around):
            continue
        if re.search(r"(?:am|pm|a\.m|p\.m|صباح|مساء|الساعة|o'clock|هـ)", around):
            continue
        yield found.start(), found.end(), _other_number(digits, rng)
    words = _WORDS_EN if side == "en" else _WORDS_AR
    for word in words:
        kin = [w for w in words if (len(w) > 3 and w.endswith("ة")) == word.endswith("ة") and w != word]  # fmt: skip
        for found in re.finditer(rf"(?<![\w-]){word}(?= [a-zء-ي]{{3,}})", text):
            if re.match(r" (?:hundred|thousand|million|billion|عشر|و)", text[found.end() :]):
                continue
            yield found.start(), found.end(), rng.choice(kin)


def _other_number(digits: str, rng: random.Random) -> str:
    """Return a number of as many digits with one of its first two changed."""
    at = [i for i, c in enumerate(digits) if c.isdigit()][:2]
    i = rng.choice(at)
    zero = ord("٠") if digits[i] >= "٠" else ord("0")
    kept = ord(digits[i]) - zero
    choices = [
        d for d in range(1 if i == 0 else 0, 10) if abs(d - kept) > (0 if len(at) == 1 else 1)
    ]
    return digits[:i] + chr(zero + rng.choice(choices)) + digits[i + 1 :]


def _other_day(day: str, rng: random.Random) -> str:
    now = str(rng.choice([d for d in range(1, 29) if d != int(day)]))
    return now if day.isascii() else now.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))


def _swapped(text: str, words: list[str], rng: random.Random) -> Iterator[tuple[int, int, str]]:
    for word in words:
        for found in re.finditer(rf"\b{word}\b", text):
            yield found.start(), found.end(), rng.choice([w for w in words if w != word])
