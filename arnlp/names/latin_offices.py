"""The shape of English offices: Director General of the Ports Authority."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.names.latin_bodies import latin_body_end, of_phrase, run_before_person
from arnlp.names.latin_runs import MAX_RUN, in_run, is_capital, latin_run
from arnlp.names.mention import RoleMention
from arnlp.text.tokens import LATIN


def read_latin_role_at(cursor: Cursor, i: int) -> RoleMention | None:
    """Read an office that starts at a token: Director General of the Ports Authority."""
    if not cursor.mask(i) & S.ROLE or cursor.entries[i].kind != LATIN:
        return None
    j = i + 1
    i = _office_start(cursor, i)
    last = j + MAX_RUN
    while j < last and cursor.mask(j) & S.ROLE and cursor.entries[j].kind == LATIN:
        j += 1  # Deputy Minister
    body = _body_before(cursor, i)
    if body is not None:
        i = body[0]
    if cursor.norm(j) in ("of", "for", "at", "to") and j + 1 < cursor.size:
        start = j + 2 if cursor.norm(j + 1) == "the" else j + 1
        end, inner = _read_role_object(cursor, j, start)
        body = inner or body
        j = max(j, end)
        if cursor.norm(j) == "on" and cursor.mask(j - 1) & S.ORG_HEAD:
            j = of_phrase(cursor, j)  # Chairman of the Subcommittee on Peace Corps
    elif body is not None and cursor.norm(j) == "in" and cursor.mask(j + 1) & S.PLACE:
        j += 2  # WHO Representative in Lebanon
    elif cursor.norm(j) in ("in", "on") and cursor.norm(j + 1) == "the" and in_run(cursor, j + 2):
        j, body = _read_seat(cursor, j, body)
    text, tagged = cursor.tagged.text, cursor.tagged
    organization = text[tagged.starts[body[0]] : tagged.ends[body[1] - 1]] if body else None
    title = " ".join(text[tagged.starts[i] : tagged.ends[j - 1]].split())
    return RoleMention(i, j, title, organization)


def _read_seat(
    cursor: Cursor, j: int, body: tuple[int, int] | None
) -> tuple[int, tuple[int, int] | None]:
    """Read where an office is held: in the Northern Section at the Drainage Department."""
    end, inner = _read_role_object(cursor, j, j + 2)
    if end == j:
        end = latin_run(cursor, j + 2)
    if cursor.norm(end) in ("of", "at") and cursor.norm(end + 1) == "the":
        further, within = _read_role_object(cursor, end, end + 2)
        end, inner = max(end, further), within or inner
    return end, inner or body


def _body_before(cursor: Cursor, i: int) -> tuple[int, int] | None:
    """Return the span of a body right before an office: World Bank Regional Director."""
    if not is_capital(cursor, i) or not i:
        return None
    if cursor.mask(i - 1) & S.ORG and is_capital(cursor, i - 1):
        return i - 1, i
    if not cursor.mask(i - 1) & S.ORG_HEAD or not in_run(cursor, i - 1):
        return None
    first = i - 1
    while first and i - first < MAX_RUN and in_run(cursor, first - 1):
        first -= 1
    return (first, i) if i - first > 1 and latin_body_end(cursor, first, i) == i else None


def _office_start(cursor: Cursor, i: int) -> int:
    """Return where an office starts that words stand before: Culture Minister."""
    if not is_capital(cursor, i):
        return i
    first = i
    while first > 0 and i - first < 3 and in_run(cursor, first - 1):
        before = cursor.entries[first - 1].mask
        if before & (S.ORG_HEAD | S.ORG | S.HONORIFIC | S.GIVEN_NAME | S.PLACE):
            break
        first -= 1
    return first


def _read_role_object(
    cursor: Cursor, preposition: int, start: int
) -> tuple[int, tuple[int, int] | None]:
    """Read what an office is of; return its end and the span of a body in it."""
    if cursor.mask(start) & S.ORG and is_capital(cursor, start):
        end = max(start + 1, latin_body_end(cursor, start, latin_run(cursor, start)))
        return end, (start, end)
    if in_run(cursor, start):
        run = run_before_person(cursor, start)
        end = latin_body_end(cursor, start, run)
        if end:
            return end, (start, end)
    end = of_phrase(cursor, preposition)
    if end > preposition:
        return end, None
    if cursor.mask(start) & (S.ORG_HEAD | S.PLACE):
        return start + 1, None
    return preposition, None
