"""The shape of Arabic offices, with the bodies inside them: where each starts and ends."""

from __future__ import annotations

from arnlp.engine import Cursor, agrees, is_adjective
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.lexicon.people import people
from arnlp.lexicon.senses import Entry
from arnlp.names.arabic_bodies import body_end
from arnlp.names.arabic_persons import SAYS_OR_COUNTS, looks_like_name, starts_name
from arnlp.names.common_words import is_common
from arnlp.names.mention import RoleMention
from arnlp.text.clitics import AND, BY, THE, TO, article_restored, articled, opening
from arnlp.text.tokens import WORD
from arnlp.text.view import normalize

_MAX_ROLE = 16
_LED = (TO | THE, AND | THE)
_NO_ROLE = S.Sense(0, None)


def _is_closed(entry: Entry) -> bool:
    """Tell whether nothing in the genitive can follow a word: it is definite, or its last word is."""
    last = entry.norm.rpartition(" ")[2]
    return entry.definite if last == entry.norm else articled(last) == THE


def read_role_at(cursor: Cursor, i: int) -> RoleMention | None:
    """Read an office that starts at a token, with the body inside it."""
    if not cursor.mask(i) & S.ROLE or cursor.entries[i].kind != WORD:
        return None
    body: tuple[int, int] | None = None
    j = i + 1
    while j < cursor.size and j - i < _MAX_ROLE:
        if body and body[1] == j and cursor.mask(j) & S.NAMED_HEAD and cursor.entries[j].definite:
            break  # رئيس هيئة المتاحف | المعرض
        end, inner = _read_role_part(cursor, i, j)
        if end == j:
            break
        body = inner or body
        j = end
    if _is_other_holder(cursor, i, j):
        j += 1
    while j - 1 > i and cursor.entries[j - 1].mask & (S.STOP | S.CLITIC):
        j -= 1
    tagged = cursor.tagged
    organization = None
    if body is not None and body[1] <= j:
        organization = tagged.text[tagged.start_of(body[0]) : tagged.ends[body[1] - 1]]
        if cursor.entries[body[0]].article:
            organization = article_restored(organization)
    title = tagged.text[tagged.start_of(i) : tagged.ends[j - 1]]
    first, _, rest = title.partition(" ")
    if rest and normalize(first) in grammar_words("prefixed"):
        title = rest
    return RoleMention(i, j, title, organization)


def _read_role_part(cursor: Cursor, i: int, j: int) -> tuple[int, tuple[int, int] | None]:
    """Read one more word or body of an office; return its end (``j`` for none) and the body."""
    entry = cursor.entries[j]
    mask = entry.mask
    if entry.kind != WORD or mask & (S.COMPLEMENTIZER | S.SPEECH | S.TITLE_MENTION | S.PRAYER):
        return j, None
    if mask & (S.ORG | S.ORG_HEAD):
        if _is_closed(cursor.entries[j - 1]) and not entry.clitics:
            return j, None  # سمو ولي العهد | مجلس الوزراء
        end = body_end(cursor, j, in_role=True)
        if end:
            return end, (j, end)
        if mask & S.ORG:
            return j + 1, (j, j + 1)
        return j + 1, None
    if mask & S.STOP:
        follows = cursor.mask(j + 1)
        if entry.norm in grammar_words("seated") and follows & (
            S.ORG | S.ORG_HEAD | S.PLACE | S.PLACE_HEAD
        ):
            return j + 1, None
        return j, None
    if _ends_role(cursor, i, j):
        return j, None
    return j + 1, None


def _is_other_holder(cursor: Cursor, i: int, j: int) -> bool:
    """Tell whether a family name belongs to the office inside an office: مدير مكتب الرئيس ميقاتي | سامر نعيم."""
    before = cursor.entries[j - 1]
    if j - i < 3 or not before.mask & (S.ROLE | S.BARE_ROLE) or not before.definite:
        return False
    if j + 1 >= cursor.size or cursor.entries[j].kind != WORD or cursor.entries[j].clitics:
        return False
    named = people(cursor.norm(j))
    return named.family > 0 and not named.given and starts_name(cursor, j + 1)


def _ends_role(cursor: Cursor, i: int, j: int) -> bool:
    entry = cursor.entries[j]
    mask, norm = entry.mask, entry.norm
    before = cursor.entries[j - 1]
    if mask & (S.ROLE | S.BARE_ROLE | S.HONORIFIC | S.ORDINAL):
        ends = _ends_before_title(cursor, i, j)
        if ends is not None:
            return ends
    if mask & S.OFFICE_FIELD and entry.led == TO:
        return False
    tail = before.senses.get(S.OFFICE_TAIL)
    if mask & S.OFFICE_TAIL or (tail is not None and tail.role == "with"):
        return False  # بالتكليف, المكلف بالثقافة
    if j == i + 1 and before.mask & S.BARE_ROLE and before.definite and entry.definite:
        return not is_adjective(entry, True)  # كرمت الوزيرة | الفنان
    if starts_name(cursor, j):
        return True
    if _is_other_noun(cursor, j):
        return True
    if mask & S.ADJECTIVE and entry.definite and before.definite:
        return bool(cursor.mask(j + 1) & S.DEIXIS)  # قطاع الأعمال العام, but not العام الماضي
    if mask & (SAYS_OR_COUNTS & ~S.UNIT) and not (entry.definite and mask & S.VERB):
        return True
    if entry.led == BY and mask & S.PLACE and before.mask & (S.PLACE | S.ORG):
        return False  # سفير إيطاليا بالجزائر
    if entry.clitics and not opening(norm) & (AND | TO):
        return True
    if opening(norm) == AND and entry.clitics and not entry.definite:
        return True
    if mask & S.PLACE or entry.definite or articled(norm) in _LED:
        return bool(mask & S.NAME_STOP)
    # an indefinite word: part of a construct that is still open, else a name starts here
    return (
        before.definite
        or (_is_closed(before) and _may_open_name(cursor, j))
        or bool(before.mask & (S.PLACE | S.ORG))
        or articled(before.norm) == TO | THE
    )


def _ends_before_title(cursor: Cursor, i: int, j: int) -> bool | None:
    """Tell whether an office ends before another office, an honorific, an ordinal; None where they do not tell."""
    entry, before = cursor.entries[j], cursor.entries[j - 1]
    mask = entry.mask
    if (
        mask & S.HONORIFIC
        and entry.norm in grammar_words("throne")
        and j == i + 1
        and not before.definite
    ):
        return False  # مستشار خادم الحرمين الشريفين
    if j == i + 1 and mask & S.ORDINAL and before.definite and entry.definite:
        return False  # النائب الأول لحاكم الشارقة
    if mask & (S.ROLE | S.BARE_ROLE) and entry.led == TO:
        return False
    if mask & (S.ROLE | S.BARE_ROLE) and _is_annexed(cursor, i, j):
        return False
    if mask & S.ROLE:
        # نائب رئيس الدولة is one office, ولي العهد رئيس مجلس الوزراء are two
        own = entry.senses[S.ROLE]
        if own.role == "deputy" and own.article and before.definite:
            return False  # وكيل الوزارة المساعد
        return before.senses.get(S.ROLE, _NO_ROLE).role != "deputy" or bool(entry.clitics)
    if mask & S.HONORIFIC and j == i + 1 and before.definite and entry.definite:
        return starts_name(cursor, j + 1) or looks_like_name(cursor, j + 1)  # المتحدث الإعلامي
    return True if mask & S.HONORIFIC else None


def _may_open_name(cursor: Cursor, j: int) -> bool:
    """Tell whether a word may open the name of who holds an office: no common phrase, as خالص التعازي is."""
    if not (cursor.sees(j, "person") or people(cursor.norm(j)).given):
        return False
    after = cursor.entries[j + 1] if j + 1 < cursor.size else None
    return after is None or not (after.definite and is_common(after))


def _is_annexed(cursor: Cursor, i: int, j: int) -> bool:
    """Tell whether an office stands in the genitive of a body inside an office: مدير مكتب | الوزير."""
    before = cursor.entries[j - 1]
    bare = before.mask & S.ORG_HEAD and not before.definite and j - 1 > i
    return bool(bare) and not cursor.entries[j].clitics


def _is_other_noun(cursor: Cursor, j: int) -> bool:
    """Tell whether a definite noun behind a definite one starts something else in an office:
    وزير الصناعة والنقل | المحطات.
    """
    entry, before = cursor.entries[j], cursor.entries[j - 1]
    if not (entry.definite and before.definite) or entry.clitics or entry.mask & S.ADJECTIVE:
        return False
    if articled(entry.norm) in _LED or articled(before.norm) != AND | THE:
        return False
    return not (is_adjective(entry, True) or agrees(before, entry))
