"""Atoms of time expressions: a day, a month, a year, a weekday as one expression states it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from arnlp.dates import calendar as cal

YEARS = range(1900, 2101)
TOLD_YEARS = range(1000, 2201)  # beside a month or the word 'year'
HIJRI_YEARS = range(1300, 1501)
GREGORIAN, HIJRI = "gregorian", "hijri"
DASHES = ("-", "\u2013", "\u2014", "~")
PARTS_OF_HOUR = {Fraction(1, 2): 30, Fraction(1, 4): 15, Fraction(1, 3): 20}  # in minutes
LAST_DAY = -1  # of its month
COMMAS = ("\u060c", ",")
APOSTROPHES = ("'", "\u2019", "\u2018")  # before the two figures of a year


class Year(NamedTuple):
    """A year as written: its value (None where it is relative and nothing tells it) and its end.

    ``start`` is its first month where it is a fiscal or academic year: None where it is not known.
    """

    value: int | None
    last: int
    calendar: str = GREGORIAN
    anchored: bool = False
    start: int | None = 1


@dataclass(slots=True)
class Atom:
    """One simple expression. What is not stated is None."""

    first: int
    last: int
    grain: str
    stretch: cal.Stretch | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None  # -1 is the last of its month
    day_to: int | None = None
    shift: int | None = None  # الماضي -1, الجاري 0, المقبل 1
    anchored: bool = False
    calendar: str = GREGORIAN
    timex: str | None = None
    between: bool = False  # it is itself an interval (25 و26 سبتمبر)
    weekday: int | None = None  # that the text states beside a date
    part: str | None = None  # of the day: MO, AF, EV, NI
    clock: str | None = None  # T10:30, with its offset from UTC where a zone is named
    edge: str | None = None  # start, middle, late or end of it
    told: int | None = None  # of the period spoken of last: -1 the one before, 0 the same, 1
    unit: str = ""  # which is told
    year_told: int | None = None  # its year, likewise: أكتوبر من العام نفسه 0, من العام التالي 1
    turn: int | None = None  # the weekday that alone names it
    mod: str | None = None  # TIMEX3's, where a word inside tells it: قبل نحو عام
    until: bool = False  # its beginning is open: حتى نهاية مارس, by the end of April
    bound: bool = False  # nothing but what was spoken of tells it: the year before, over the month
    piece: tuple[str, int] | None = None  # a quarter, half or third whose year no word tells: Q, 3
    year_from: int | None = None  # the token at which the year of what is repeated starts
