"""What all engines share: the cursor over words, the reader loop, mentions, and the arbiter.

An engine is an ordered list of readers (:class:`Reader`), asked at the tokens at which each may
start (:func:`read_all`), and then of refiners (:func:`refine`). Readers ask about the words around
them through the :class:`Cursor`; what a whole text shares (its country, its day, how it parts its
numerals) is its :class:`Context`. Where two engines claim the same tokens, :func:`settle` decides.
"""

from arnlp.engine.arbiter import settle
from arnlp.engine.context import Context, Separators, Warned
from arnlp.engine.country import Evidence, given, weigh_country
from arnlp.engine.cursor import Cursor
from arnlp.engine.dateline import Datelined, find_dateline, sections
from arnlp.engine.english_nouns import counts_many, english_noun_end
from arnlp.engine.loop import NOTHING, Nothing, Reader, Readers, Reading, read_all, refine
from arnlp.engine.marks import Quoted, quoted_spans
from arnlp.engine.mention import NumberMention, ValueMention
from arnlp.engine.nouns import (
    agrees,
    arabic_noun_end,
    is_adjective,
    noun_end,
    opens_date,
)
from arnlp.engine.options import check_text, country_code, published_day
from arnlp.engine.seen import NameTagger, Seen
from arnlp.engine.signatures import outside, sign_offs, stands_alone
from arnlp.engine.word_classes import (
    ends_name,
    is_clearly_verb,
    is_dual_verb,
    is_gerund,
    is_masdar,
    is_past_form,
    is_verb,
    verb_bits,
)

__all__ = [
    "NOTHING",
    "Context",
    "Cursor",
    "Datelined",
    "Evidence",
    "NameTagger",
    "Nothing",
    "NumberMention",
    "Quoted",
    "Reader",
    "Readers",
    "Reading",
    "Seen",
    "Separators",
    "ValueMention",
    "Warned",
    "agrees",
    "arabic_noun_end",
    "check_text",
    "country_code",
    "counts_many",
    "ends_name",
    "english_noun_end",
    "find_dateline",
    "given",
    "is_adjective",
    "is_clearly_verb",
    "is_dual_verb",
    "is_gerund",
    "is_masdar",
    "is_past_form",
    "is_verb",
    "noun_end",
    "opens_date",
    "outside",
    "published_day",
    "quoted_spans",
    "read_all",
    "refine",
    "sections",
    "settle",
    "sign_offs",
    "stands_alone",
    "verb_bits",
    "weigh_country",
]
