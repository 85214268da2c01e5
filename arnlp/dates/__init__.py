"""Dates, times, intervals, durations and sets, resolved against the day of the release.

At each token that may open a time expression the readers below are asked in their order; the first
that reads something has it. What they read are atoms: a day, a month, a quarter, a weekday as one
expression states it. A reader starts at the senses in its row; where a token has a sense that a row
owns, no reader behind it is asked. The refiners then give days their month (الثلاثين منه), listed
months the year of the last (يناير وفبراير 2024) and what is compared the year that one of the two
tells, take the word that names an edge (نهاية, mid), and join a day with its time. Last, of each two
atoms the joiners make one where they belong together: a day and what is counted from it, one date in
two calendars, a day with its date spelt out, the two ends of a range. All is given out in the order of
the text, for what repeats a period (the same month last year) looks back at it. The durations of the
quantities are time expressions too.
"""

from arnlp.dates.atoms import Atom
from arnlp.dates.centuries import read_century, read_named_decade
from arnlp.dates.clock import read_clock, read_day_mark, read_named_hour, read_time
from arnlp.dates.compared_years import take_compared_years
from arnlp.dates.compound import read_compound
from arnlp.dates.day_times import with_times
from arnlp.dates.deictic import read_deictic_period
from arnlp.dates.digit_years import (
    read_bare_year,
    read_decade,
    read_glued_years,
    read_hijri_year,
)
from arnlp.dates.digits import (
    pass_over,
    read_agency_day,
    read_date_digits,
    read_pair,
    read_short_date,
    read_spaced_digits,
)
from arnlp.dates.durations import duration_of, outside
from arnlp.dates.earlier import months_before
from arnlp.dates.edge_periods import read_edge_period
from arnlp.dates.edges import take_edges
from arnlp.dates.fiscal_years import read_fiscal_year, read_year_of_fiscal
from arnlp.dates.hijri_seasons import read_hijri_season
from arnlp.dates.holidays import read_holiday
from arnlp.dates.hours import read_hours
from arnlp.dates.joins import Joiner, join_atoms, join_calendars, join_counted, join_spelt
from arnlp.dates.mention import DateMention
from arnlp.dates.month_days import give_months, read_thereof
from arnlp.dates.month_quarters import read_month_quarter
from arnlp.dates.months import read_month
from arnlp.dates.numbered_days import read_day_alone
from arnlp.dates.offsets import read_now
from arnlp.dates.ranges import join_range
from arnlp.dates.relative_days import read_relative_day, read_this_part
from arnlp.dates.release_day import day_called_today, day_in, day_of_stamp
from arnlp.dates.rest import read_rest
from arnlp.dates.same import read_same
from arnlp.dates.seasons import read_season
from arnlp.dates.sets import read_every, read_per, read_set
from arnlp.dates.shared_years import share_years
from arnlp.dates.short_parts import read_months_so_far, read_short_part
from arnlp.dates.spans import read_span
from arnlp.dates.spoken_of import read_spoken_of
from arnlp.dates.weekdays import read_weekday
from arnlp.dates.weeks import read_week
from arnlp.dates.year_parts import read_part
from arnlp.dates.year_words import read_year_pair, read_year_word
from arnlp.engine import Cursor, NumberMention, Reader, Readers, Reading, read_all, refine
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention

__all__ = [
    "WARNINGS",
    "DateMention",
    "day_called_today",
    "day_in",
    "day_of_stamp",
    "find_dates",
    "months_before",
]

# What the engine warns of.
WARNINGS = frozenset(("calendars_disagree", "hijri_out_of_range", "weekday_disagrees"))

READERS: tuple[Reader[Reading[Atom]], ...] = (
    Reader(read_holiday, S.HOLIDAY),
    Reader(read_hijri_season, S.SEASON),
    Reader(read_month_quarter, S.MONTH),
    Reader(read_month, S.MONTH | S.HIJRI_MONTH, owns=S.MONTH | S.HIJRI_MONTH),
    Reader(read_same, S.SAME, owns=S.SAME),
    Reader(read_compound, S.PERIOD | S.SET),
    Reader(read_set, S.SET, owns=S.SET),
    Reader(read_edge_period, S.PERIOD),
    Reader(read_per, S.RELATIVE_DAY),
    Reader(read_relative_day, S.RELATIVE_DAY, owns=S.RELATIVE_DAY),
    Reader(read_weekday, S.WEEKDAY | S.BARE_WEEKDAY, owns=S.WEEKDAY),
    Reader(read_named_hour, S.CLOCK_WORD, owns=S.CLOCK_WORD),
    Reader(read_hours, S.UNIT),
    Reader(read_clock, S.DATE_WORD),
    Reader(read_named_decade, S.DECADE),
    Reader(read_thereof, S.DATE_OPENER),
    Reader(read_every, S.DATE_OPENER),
    Reader(read_now, S.DATE_OPENER),
    Reader(read_rest, S.DATE_OPENER, owns=S.DATE_OPENER),
    Reader(read_span, S.PERIOD),
    Reader(read_year_pair, S.PERIOD),
    Reader(read_part, S.PERIOD),
    Reader(read_fiscal_year, S.PERIOD),
    Reader(read_season, S.PERIOD),
    Reader(read_century, S.PERIOD),
    Reader(read_year_word, S.PERIOD),
    Reader(read_week, S.PERIOD),
    Reader(read_spoken_of, S.PERIOD),
    Reader(read_deictic_period, S.PERIOD),
    Reader(read_per, S.PERIOD),
    Reader(read_day_mark, S.DAYPART),
    Reader(read_this_part, S.PART_OF_DAY),
    Reader(pass_over, S.NUMERIC),
    Reader(read_time, S.NUMERIC),
    Reader(read_short_part, S.NUMERIC),
    Reader(read_months_so_far, S.NUMERIC),
    Reader(read_date_digits, S.NUMERIC),
    Reader(read_pair, S.NUMERIC),
    Reader(read_agency_day, S.NUMERIC),
    Reader(read_spaced_digits, S.NUMERIC),
    Reader(read_year_of_fiscal, S.NUMERIC),
    Reader(read_glued_years, S.NUMERIC),
    Reader(read_decade, S.NUMERIC),
    Reader(read_short_date, S.NUMERIC),
    Reader(read_hijri_year, S.NUMERIC),
    Reader(read_bare_year, S.NUMERIC),
    Reader(read_day_alone, S.NUMERIC),
)
REFINERS = (give_months, share_years, take_compared_years, take_edges, with_times)
JOINERS: tuple[Joiner, ...] = (join_counted, join_calendars, join_spelt, join_range)

_READERS = Readers(READERS)


def find_dates(
    cursor: Cursor, numbers: list[NumberMention], quantities: list[QuantityMention]
) -> list[DateMention]:
    """Return the time expressions of a text in their order.

    A duration of the quantities ("لمدة ثلاث سنوات") is a date of kind duration too.
    """
    cursor.index_numbers(numbers)
    atoms = refine(cursor, read_all(cursor, _READERS), REFINERS)
    found = join_atoms(cursor, atoms, JOINERS)
    spans = [(mention.first, mention.last) for mention in found if mention.kind == "duration"]
    durations = [duration_of(quantity) for quantity in quantities if quantity.kind == "duration"]
    return found + outside(durations, spans)
