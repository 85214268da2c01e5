"""The cue of speech: a verb of speech before or behind it, and the word that opens reported speech."""

from __future__ import annotations

from bisect import bisect_left

from arnlp.engine import Cursor, Quoted
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.morphology import features as F
from arnlp.quotes.mention import LEAST_WORDS
from arnlp.quotes.speech import Speech
from arnlp.text.clitics import CONJUNCTION, TO, opening
from arnlp.text.tokens import BREAK, LATIN, PUNCTUATION, WORD

CUES = S.SPEECH | S.OPINION
_REACH = 45  # tokens between a cue and the speech it governs
COLON_REACH = 14  # tokens between a cue and the colon that opens its speech
_AFTER = 8  # tokens between a closing mark and the cue behind it
_WHOLE = 4  # words between marks that are no name and no phrase of the sentence around them
_TOLD = 8  # tokens of who is told something
_NAME = 5  # words of a name between marks


def cue_sense(cursor: Cursor, i: int) -> S.Sense | None:
    """Return the sense by which a token governs speech."""
    return cursor.sense(i, S.SPEECH) or cursor.sense(i, S.OPINION)


def led(cursor: Cursor, i: int) -> int:
    """Return the clitics of a cue, as bits."""
    sense = cue_sense(cursor, i)
    return cursor.entries[i].led | (sense.led if sense is not None else 0)


def is_arabic(cursor: Cursor, i: int) -> bool:
    """Tell whether a token is a word in Arabic letters."""
    return cursor.entries[i].kind == WORD


def is_finite(cursor: Cursor, i: int) -> bool:
    """Tell whether a cue is a finite verb."""
    sense = cue_sense(cursor, i)
    return sense is not None and sense.role == "verb"


def opens_clause(cursor: Cursor, i: int) -> bool:
    """Tell whether a verb opens a clause: at the start, behind a mark or من جانبه."""
    before = cursor.mask(i - 1)
    return (
        i == cursor.tagged.sentences[cursor.tagged.sentence_of[i]][0]
        or bool(before & (S.COMMA | S.END_MARK | S.COLON))
        or cursor.norm(i - 1) in grammar_words("aside")
    )


def is_told(cursor: Cursor, i: int) -> bool:
    """Tell whether somebody is told to speak at a cue: not denied, no upshot (مما يؤكد), no preposition بين."""
    if cursor.norm(i) in grammar_words("between") and not opens_clause(cursor, i):
        return False  # عقد بين نفطال وبين غيرها
    before = cursor.sense(i - 1, S.STOP)
    if before is not None and before.role == "neg":
        return False
    if is_finite(cursor, i) and cursor.norm(i - 1) in grammar_words("upshot"):
        return False
    return not (i > 1 and cursor.norm(i - 1) in ("not", "never"))


def is_denied(cursor: Cursor, i: int) -> bool:
    """Tell whether a claim stands at a cue that the sentence before it denies: نفى تقريرا ذكر أن."""
    first, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[i]]
    if led(cursor, i) & CONJUNCTION or not is_finite(cursor, i):
        return False
    return any(_plain(cursor, j) in grammar_words("denial") for j in range(first, i))


def _plain(cursor: Cursor, j: int) -> str:
    norm = cursor.norm(j)
    return norm[1:] if opening(norm) & CONJUNCTION else norm


def cue_before(cursor: Cursor, speech: Speech, mark: int) -> int | None:
    """Return the cue that leads to an mark mark: right before it, or before its speaker."""
    j, marked = mark - 1, False
    while j >= 0 and (
        cursor.mask(j) & (S.CLITIC | S.COMMA | S.COLON)
        or (cursor.entries[j].kind == BREAK and cursor.mask(j - 1) & S.COLON)
        or _is_preposition(cursor, j)
    ):
        marked = marked or bool(cursor.mask(j) & (S.CLITIC | S.COMMA | S.COLON))
        j -= 1
    if j < 0:
        return None
    index = bisect_left(speech.cues, j + 1) - 1
    while index >= 0 and not is_told(cursor, speech.cues[index]):
        index -= 1
    if index < 0:
        return None
    cue = speech.cues[index]
    sense = cue_sense(cursor, cue)
    if mark - cue > _REACH or sense is None or sense.role == "source":
        return None
    if not _in_one_sentence(cursor, speech, cue, j):
        return None
    if marked or cue == j or opens_that(cursor, j):
        return cue
    mention = speech.mention_ending(j + 1)
    if mention is not None and mention.first > cue:
        return cue
    whole = words_in(cursor, speech.direct[mark]) >= _WHOLE
    return cue if whole and sense.kind == S.SPEECH and not _is_parted(cursor, cue, mark) else None


def _in_one_sentence(cursor: Cursor, speech: Speech, cue: int, j: int) -> bool:
    """Tell whether two tokens stand in one sentence, full stops between marks left out: «كاي.تي.سي»."""
    tagged = cursor.tagged
    parted = range(tagged.sentence_of[cue] + 1, tagged.sentence_of[j] + 1)
    return all(
        any(
            q.balanced and q.opening < tagged.sentences[at][0] <= q.closing
            for q in speech.within(cue, j)
        )
        for at in parted
    )


def _is_preposition(cursor: Cursor, j: int) -> bool:
    stop = cursor.sense(j, S.STOP)
    return stop is not None and stop.role == "prep" and cursor.mask(j - 1) & S.SPEECH > 0


def _is_parted(cursor: Cursor, cue: int, mark: int) -> bool:
    """Tell whether a verb or an أن stands between a cue and a mark, so that the mark stands in another clause."""
    return any(
        cursor.masks[k] & (S.COMPLEMENTIZER | S.VERB | S.PAST | S.FUTURE)
        for k in range(cue + 1, mark)
    )


def words_in(cursor: Cursor, quoted: Quoted) -> int:
    """Return how many words stand between marks."""
    entries = cursor.entries[quoted.opening + 1 : quoted.closing]
    return sum(1 for entry in entries if entry.kind not in (PUNCTUATION, BREAK))


def is_name(cursor: Cursor, speech: Speech, quoted: Quoted) -> bool:
    """Tell whether marks hold a name: of a newspaper, a firm, a plan, or a byname."""
    tagged, before = cursor.tagged, cursor.mask(quoted.opening - 1)
    inside = tagged.text[tagged.ends[quoted.opening] : tagged.ends[quoted.closing - 1]]
    if len(inside.split()) < LEAST_WORDS:  # كاي.تي.سي
        return True
    if before & (S.NAMED_HEAD | S.ORG_HEAD | S.PAPER | S.PLACE_HEAD | S.ROLE | S.NAME_TAKER):
        return True
    lead = quoted.opening - (2 if cursor.mask(quoted.opening - 1) & S.COLON else 1)
    if cursor.norm(lead) in grammar_words("titled"):
        return True
    if words_in(cursor, quoted) > _NAME:
        return False
    if before & S.CLITIC and cursor.entries[quoted.opening + 1].readings[0].pos != "VERB":
        return True  # في تصريح لـ"الجوهرة أف أم"
    named = speech.over.get(quoted.opening + 1)
    if named is None or (named[1].type == "person" and named[0].alias_of >= 0):
        return False  # قال فلان «هذا لنا» is read as a byname
    return named[0].last >= quoted.closing - 1


def same_line(cursor: Cursor, a: int, b: int) -> bool:
    """Tell whether two tokens stand on one line."""
    breaks = cursor.tagged.breaks
    return bisect_left(breaks, a) == bisect_left(breaks, b)


def cue_after(cursor: Cursor, speech: Speech, closing: int) -> int | None:
    """Return the cue behind a closing mark: right behind it, on the same line."""
    index = bisect_left(speech.cues, closing)
    if index >= len(speech.cues):
        return None
    cue = speech.cues[index]
    if cue - closing > _AFTER or not same_line(cursor, closing, cue):
        return None
    if any(cursor.norm(k) in (".", ":", '"', "\u201c") for k in _outside(cursor, closing + 1, cue)):
        return None
    if is_arabic(cursor, cue) and led(cursor, cue) & CONJUNCTION:
        return None
    return cue if is_finite(cursor, cue) and is_told(cursor, cue) else None


def _outside(cursor: Cursor, first: int, last: int) -> list[int]:
    """Return the tokens of a range, full stops of abbreviations (Sen.) left out."""
    return [
        k
        for k in range(first, last)
        if not (cursor.norm(k) == "." and cursor.mask(k - 1) & (S.ABBREVIATION | S.HONORIFIC))
    ]


def complementizer_behind(cursor: Cursor, speech: Speech, cue: int, end: int) -> int | None:
    """Return the word that opens reported speech behind a cue: أن, that."""
    j, last = cue + 1, min(end, cue + _REACH)
    while j < last:
        mask = cursor.masks[j]
        if opens_that(cursor, j):
            return j if _opens_report(cursor, cue, j) else None
        if mask & S.QUOTE_MARK:
            pair = speech.pairs.get(j)
            if (
                pair is None
                or not pair.balanced
                or (j in speech.direct and not is_name(cursor, speech, pair))
            ):
                return None
            j = pair.closing
        elif cursor.entries[j].kind == BREAK or (
            mask & S.COLON and not cursor.mask(j + 1) & S.COMPLEMENTIZER
        ):
            return None
        elif mask & S.SPEECH and not mask & S.STOP:
            role = cursor.entries[j].senses[S.SPEECH].role
            if role not in ("noun", "source"):
                return None
        j += 1
    return None


def _opens_report(cursor: Cursor, cue: int, j: int) -> bool:
    """Tell whether an أن belongs to a cue: not to a word between, not لأن, not على أن of most verbs."""
    sense, opener = cue_sense(cursor, cue), cursor.sense(j, S.COMPLEMENTIZER)
    firm = sense is not None and sense.value == "on"
    if opener is None:
        return firm
    if not is_arabic(cursor, cue):
        return not _is_relative(cursor, cue, j)
    bits = opener.led
    if bits & CONJUNCTION:
        return False
    if j - 1 == cue:
        return True
    if cursor.mask(j - 1) & S.GOVERNOR or bits & TO:
        return False
    return cursor.norm(j - 1) not in grammar_words("upon") or firm


def _is_relative(cursor: Cursor, cue: int, j: int) -> bool:
    """Tell whether an English 'that' belongs to a noun: praised a bill that, said he saw cuts that."""
    before = cursor.entries[j - 1]
    if j - 1 == cue or before.mask & (
        S.STOP | S.RELATIVE_DAY | S.WEEKDAY | S.COMMUNIQUE | S.DATE_WORD
    ):
        return False
    if before.kind != LATIN or before.caps or before.norm.endswith("ly"):
        return False
    return cursor.norm(cue) not in ("told", "tells", "telling") or j - cue > _TOLD


def opens_that(cursor: Cursor, j: int) -> bool:
    """Tell whether reported speech may open at a token: أن, that; على أن, which is one token."""
    return bool(cursor.mask(j) & S.COMPLEMENTIZER) or cursor.norm(j) in grammar_words("firmly")


def is_impersonal(cursor: Cursor, speech: Speech, cue: int) -> bool:
    """Tell whether nobody in particular speaks: يذكر أن; تشير إلى أن where nobody has spoken."""
    unled = _unled(cursor, cue)
    if unled in grammar_words("rumour"):
        return True
    return (
        is_arabic(cursor, cue)
        and cursor.entries[cue].readings[0].bundle.bits & F.PERFECT == 0
        and (is_finite(cursor, cue) and unled[:1] in ("ي", "ت") and speech.heard is None)
    )


def _unled(cursor: Cursor, cue: int) -> str:
    norm = cursor.norm(cue)
    return norm[1:] if led(cursor, cue) & CONJUNCTION else norm
