"""Days told by the release or by a weekday."""

from __future__ import annotations

from datetime import date, timedelta

from arnlp.lexicon import senses as S
from arnlp.mentions import calendar as cal
from arnlp.mentions.date_atoms import COMMAS, DASHES, Atom
from arnlp.mentions.date_months import MonthReader
from arnlp.text.tokens import DATE, LATIN, WORD

_WEEK = 7
_NTH = 5  # a month has no more turns of a weekday


class DayReader(MonthReader):
    """Reads days: today, next Monday, the first Friday of July, 15/11/2023."""

    # -- told by the release ---------------------------------------------------------------

    def _relative_day(self, i: int, done: int) -> Atom | None:
        sense = self.entries[i].senses[S.RELATIVE_DAY]
        if self.entries[i].mask & S.PERIOD and self._is_day_of_story(i + 1):
            return None
        if self._is_word(i - 1, "through"):
            return None  # طوال اليوم is all day
        atom = Atom(i, i + 1, "day", anchored=True)
        if self.anchor is not None:
            atom.stretch = cal.of_day(self.anchor + timedelta(sense.value))
        j = i + 1
        bracket = self._norm(j) == "("
        if bracket or self._norm(j) in COMMAS:
            j += 1
        weekday = self._sense(j, S.WEEKDAY)
        if weekday is not None and (not bracket or self._norm(j + 1) == ")"):
            atom.weekday, atom.last = weekday.value, j + 1 + bracket
        self._part_of_day(atom, done)
        return atom

    def _is_day_of_story(self, i: int) -> bool:
        """Tell whether a word behind اليوم makes it a day of its own: الوطني, السابق, الأول."""
        if i >= self.size or not self.entries[i].definite:
            return False
        mask = self.masks[i]
        deixis = self._sense(i, S.DEIXIS)
        if deixis is not None:
            return bool(deixis.value)
        if mask & S.ORDINAL or self._word(i, "firstn", "lastn"):
            return True
        return self._norm(i).endswith(("ي", "يه")) and not mask & S.WEEKDAY

    def _part_of_day(self, atom: Atom, done: int) -> None:
        """Read the part of a day beside it: مساء أمس, صباح يوم الخميس, yesterday evening."""
        before = self._sense(atom.first - 1, S.PART_OF_DAY)
        after = self._sense(atom.last, S.PART_OF_DAY)
        if before is not None and atom.first - 1 >= done and not self._latin(atom.first - 1):
            atom.part, atom.first = before.value, atom.first - 1
        elif after is not None and self._latin(atom.last) == self._latin(atom.last - 1):
            if self._latin(atom.last) or not (
                self._mask(atom.last + 1) & (S.RELATIVE_DAY | S.WEEKDAY | S.PERIOD)
            ):
                atom.part, atom.last = after.value, atom.last + 1

    def _this_part(self, i: int, done: int) -> Atom | None:
        """Read this morning, هذا المساء, last night."""
        deixis = self._deixis(i - 1, "", "this")
        if deixis is None or i - 1 < done or deixis > 0:
            return None
        if self._latin(i) != self._latin(i - 1):
            return None
        sense = self.entries[i].senses[S.PART_OF_DAY]
        atom = Atom(i - 1, i + 1, "day", anchored=True, part=sense.value)
        if self.anchor is not None:
            atom.stretch = cal.of_day(self.anchor + timedelta(deixis))
        return atom

    # -- weekdays --------------------------------------------------------------------------

    def _weekday(self, i: int, done: int) -> Atom | None:
        entry = self.entries[i]
        if entry.kind == LATIN and entry.caps == 0:
            if not self._link(i - 1, "on") and self._deixis(i - 1) is None:
                return None
        value = (entry.senses.get(S.WEEKDAY) or entry.senses[S.BARE_WEEKDAY]).value
        if (nth := self._nth_weekday(i, value, done)) is not None:
            return nth
        if not self.masks[i] & S.WEEKDAY:
            return None
        if self._date_follows(i + 1):
            return None  # it belongs to that date
        if (turn := self._turn_behind(i)) is not None:
            if turn != "P1W":
                return None  # the first Sunday of every month
            return Atom(i, i + 1, "set", timex=f"XXXX-WXX-{value}")
        atom = Atom(i, i + 1, "day", anchored=True)
        day_word = self._sense(i - 1, S.PERIOD)
        has_day_word = day_word is not None and day_word.value == "D" and i - 1 >= done
        if has_day_word and not self._latin(i - 1):
            atom.first = i - 1
        if (numbered := self._numbered_weekday(atom, value)) is not None:
            return numbered
        self._deixis_around(atom)
        self._part_of_day(atom, done)
        if self._link(atom.first - 1, "except") and atom.shift is None:
            return Atom(atom.first, atom.last, "set", timex=f"XXXX-WXX-{value}")
        bare = not has_day_word and atom.shift is None and atom.part is None
        if bare and not self._is_weekday_use(i):
            return None
        if entry.kind == LATIN and self._link(i - 1, "on") and atom.shift is None:
            atom.first -= atom.first == i and i - 1 >= done
        atom.turn = value
        self._place_weekday(atom, i, done)
        return atom

    def _turn_behind(self, i: int) -> str | None:
        """Return what a weekday, or several, repeat in: الجمعة والسبت من كل أسبوع."""
        k = self._past_weekdays(i + 1)
        if not self._link(k, "of"):
            return None
        if self._mask(k + 1) & S.DATE_OPENER:
            return ""
        turn = self._sense(k + 1, S.SET)
        return None if turn is None else turn.value

    def _past_weekdays(self, j: int) -> int:
        """Return the end of the weekdays that are joined on from a token, a week of them at most."""
        end = j + _WEEK
        while j < end and self._mask(j) & S.WEEKDAY and self.entries[j].clitics == "و":
            j += 1
        return j

    def _place_weekday(self, atom: Atom, i: int, done: int) -> None:
        """Resolve a weekday: by the week beside it, else by its modifier, tense or nearness."""
        if self.anchor is None or atom.turn is None:
            return
        week = self._week_beside(atom, done)
        if week is not None and week.first is not None:
            atom.stretch = cal.of_day(cal.weekday_from(week.first, atom.turn))
            return
        shift = atom.shift
        if shift is None and self._word(atom.first - 1, "until"):
            shift = 0  # it lasts until Saturday
        atom.stretch = cal.of_day(self._day_of_weekday(i, atom.turn, shift))

    def _is_surname(self, i: int) -> bool:
        """Tell whether a weekday's name follows a name as part of it: Mark Friday."""
        before = self.entries[i - 1] if i else None
        if before is None or before.kind != LATIN or before.caps != 1:
            return False
        return not before.mask & ~(S.CAPITAL | S.GIVEN_NAME)

    def _day_of_weekday(self, i: int, weekday: int, shift: int | None) -> date:
        """Return the day that a weekday means beside the release."""
        assert self.anchor is not None
        if shift is not None and shift != 0:
            return cal.told_weekday(self.anchor, weekday, shift)
        ahead = cal.weekday_from(self.anchor, weekday)
        if shift == 0 or ahead == self.anchor or self._in_future(i):
            return ahead
        return ahead - timedelta(7)

    def _week_beside(self, atom: Atom, done: int) -> cal.Stretch | None:
        """Read the week that a weekday lies in: on Friday next week, الأسبوع القادم الأحد."""
        j = atom.last
        if self._link(j, "of"):
            j += 1
        week = self._week_at(j)
        if week is not None:
            atom.last = week[1]
            return week[0]
        i = atom.first
        if self._latin(i) and self._period(i - 1, "W") and i - 2 >= done:
            shift = self._deixis(i - 2)
            if shift is not None:
                atom.first = i - 2
                return self._shifted_week(shift)
        return None

    def _week_at(self, j: int) -> tuple[cal.Stretch, int] | None:
        """Read next week, الأسبوع المقبل, هذا الأسبوع at a token: the week and its end."""
        told = self._told_period(j, "W")
        return None if told is None else (self._shifted_week(told[0]), told[1])

    def _shifted_week(self, shift: int) -> cal.Stretch:
        assert self.anchor is not None
        return cal.week(self.anchor + timedelta(7 * shift), cal.week_of(self.context.country))

    def _nth_weekday(self, i: int, weekday: int, done: int) -> Atom | None:
        """Read the first Friday of July, أول يوم جمعة من يوليو, ثاني اثنين من الشهر المقبل."""
        k = i
        if self._period(k - 1, "D") and k - 1 > done:
            k -= 1
        number = self.number_before.get(k)
        ordinal = self._sense(k - 1, S.ORDINAL)
        if number is not None and number.kind == "ordinal" and number.first >= done:
            nth, first = number.value, number.first
        elif self._word(k - 1, "firstn", "lastn", "end") and k - 1 >= done:
            nth, first = (1 if self._word(k - 1, "firstn") else -1), k - 1
        elif ordinal is not None and ordinal.role == "unit" and k - 1 >= done:
            nth, first = ordinal.value, k - 1
        else:
            return None
        j = i + 1
        if not self._link(j, "of", "in") or not isinstance(nth, int) or nth > _NTH:
            return None
        month = self._month_at(j + 1)
        if month is None:
            return None
        stretch, last = month
        if self._link(first - 1, "the") and first - 1 >= done:
            first -= 1
        atom = Atom(first, last, "day", anchored=True)
        if stretch is None or stretch.first is None or stretch.last is None:
            return atom
        if nth < 0:
            found = stretch.last - timedelta((stretch.last.isoweekday() - weekday) % 7)
        else:
            found = cal.weekday_from(stretch.first, weekday) + timedelta(7 * (nth - 1))
        if found > stretch.last:
            return None
        atom.stretch = cal.of_day(found)
        return atom

    def _month_at(self, j: int) -> tuple[cal.Stretch | None, int] | None:
        """Read the month that something lies in: July, July 2024, this month, الشهر المقبل."""
        if self._link(j, "the"):
            j += 1
        if self._period(j, "M") and self._mask(j + 1) & (S.MONTH | S.HIJRI_MONTH):
            j += 1
        if self._mask(j) & (S.MONTH | S.HIJRI_MONTH):
            atom = self._month(j, j)
            return None if atom is None else (self._resolve(atom), atom.last)
        told = self._told_period(j, "M")
        return None if told is None else (self._shifted_month(told[0]), told[1])

    def _numbered_weekday(self, atom: Atom, weekday: int) -> Atom | None:
        """Read a weekday with the day of an unnamed month: Friday the 15th, الجمعة 15, يوم الأحد 3."""
        j = atom.last
        named = self._link(j, "the")
        number = self.number_at.get(j + 1 if named else j)
        if (day := self._integer_at(j, 31)) is not None and (
            number is None or number.last == j + 1
        ):
            found, last = day, j + 1
        elif number is not None and number.kind == "ordinal" and (named or number.value > _NTH):
            found, last = number.value, number.last
        else:
            return None
        if not isinstance(found, int) or not 1 <= found <= 31:
            return None
        if self._mask(last) & (S.UNIT | S.NOUN | S.NUMBER | S.PERCENT | S.CURRENCY | S.DAYPART):
            return None
        if last < self.size and self.entries[last].kind in (WORD, LATIN):
            if not self.masks[last] and self._integer_at(j, 31) is not None:
                return None  # الاثنين 15 شركة
        if self.anchor is None:
            return None
        anchor = self.anchor
        months = (_day_in_month(anchor, shift, found) for shift in range(-11, 12))
        near = [near for near in months if near is not None and near.isoweekday() == weekday]
        if not near:
            return None
        atom.stretch = cal.of_day(min(near, key=lambda near: abs((near - anchor).days)))
        atom.last = last
        return atom

    def _day_alone(self, i: int, done: int) -> Atom | None:
        """Read a day of an unnamed month: on the 18th."""
        number = self.number_at.get(i)
        if number is None or number.kind != "ordinal" or number.scale != 1 or self.anchor is None:
            return None
        if not (self._link(i - 1, "the") and self._link(i - 2, "on")) or i - 1 < done:
            return None
        last = number.last
        after = self.entries[last] if last < self.size else None
        if (
            after is not None
            and after.kind in (WORD, LATIN)
            and not after.mask & (S.STOP | S.DATE_LINK)
        ):
            return None  # on the 18th floor
        if self._link(last, "of") or not 1 <= number.value <= 31:
            return None
        anchor = self.anchor
        days = [
            day
            for shift in (-1, 0, 1)
            if (day := _day_in_month(anchor, shift, number.value)) is not None
        ]
        ahead = self._in_future(i)
        fitting = [day for day in days if (day >= anchor if ahead else day <= anchor)]
        if not fitting:
            return None
        found = min(fitting) if ahead else max(fitting)
        return Atom(i - 1, last, "day", cal.of_day(found), anchored=True)

    def _date_follows(self, j: int) -> bool:
        """Tell whether a date stands at a token: 29 حزيران, 15/10/2024, November 24."""
        j = self._past_weekdays(j)  # الأربعاء والخميس 25 و26 سبتمبر
        if self._norm(j) in COMMAS or self._norm(j) == "-" or self._word(j, "corresponding"):
            j += 1
        if j < self.size and self.entries[j].kind == DATE:
            return True
        if self._mask(j) & S.MONTH and self._latin(j) and self._day_starting(j + 1) is not None:
            return True
        day = self._day_starting(j)
        if day is None:
            return False
        end = day[1]
        if self._norm(end) in ("/", "-"):
            end += 1
        if self._link(end, "of"):
            end += 1
        if self._period(end, "M"):
            if self._deixis(end + 1) is not None and self._link(end - 1, "of"):
                return True
            end += 1
        elif self._deixis(end, "this") is not None and self._period(end + 1, "M"):
            return True
        return bool(self._mask(end) & (S.MONTH | S.HIJRI_MONTH)) or self._range_follows(day[1])

    def _range_follows(self, j: int) -> bool:
        """Tell whether a second day and a month follow a day: 15 إلى 19 ديسمبر."""
        if not (self._word(j, "to", "until") or self._link(j, "and") or self._norm(j) in DASHES):
            if j >= self.size or self.entries[j].clitics != "و":
                return False
            j -= 1
        if self._mask(j + 1) & S.WEEKDAY:
            j += 1
            j += self._norm(j + 1) in COMMAS
        day = self._day_starting(j + 1)
        if day is None:
            return False
        end = day[1] + 1 if self._link(day[1], "of") else day[1]
        return bool(self._mask(end) & (S.MONTH | S.HIJRI_MONTH))

    def _is_weekday_use(self, i: int) -> bool:
        """Tell whether a bare weekday's name is one: after a verb or preposition, before a date."""
        if self._latin(i):
            return not self._is_surname(i)
        before = self.entries[i - 1] if i else None
        if before is not None and before.mask & (
            S.STOP | S.RELATIVE_DAY | S.DAYPART | S.PART_OF_DAY | S.DATE_WORD | S.WEEKDAY
        ):
            return True
        return (
            before is None
            or self._norm(i + 1) in ("\u060c", ",", "-", "(")
            or self._integer_at(i + 1, 31) is not None
        )


def _day_in_month(anchor: date, shift: int, day: int) -> date | None:
    """Return a day of the month so many away, None where it has no such day."""
    found = cal.day(*cal.shift_months(anchor, shift), day)
    return found.first if found else None
