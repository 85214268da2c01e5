"""What the background part says of a body."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.arguments import words_of
from arnlp.facts.figure import Argument
from arnlp.facts.happening import Happening
from arnlp.facts.phrases import span_of
from arnlp.facts.subjects import named_by
from arnlp.lexicon import senses as S
from arnlp.text.tokens import BREAK


def read_descriptions(cursor: Cursor, analysis: Analysis) -> list[Happening]:
    """Read what the background part says of the body that it is about."""
    out = []
    subject: Argument | None = None
    for part in analysis.sections:
        if part.kind != "boilerplate":
            continue
        first, last = cursor.tagged.token_range(part.start, part.end)
        named = [
            named_by(mention, entity)
            for mention, entity in analysis.index.named_between(first, last)
            if entity.type == "organization"
        ]
        if not _is_sentence(cursor, first, last):
            subject = named[0] if named else subject
            continue
        about = subject or (named[0] if named else None)
        if about is None:
            continue
        end = cursor.tagged.sentences[cursor.tagged.sentence_of[first]][1]
        while end > first + 1 and cursor.entries[end - 1].mask & S.END_MARK:
            end -= 1
        out.append(
            Happening(
                "description",
                "description.background",
                [span_of(cursor, first, end)],
                {"subject": about, "text": words_of(cursor, first, end)},
            )
        )
    return out


def _is_sentence(cursor: Cursor, first: int, last: int) -> bool:
    """Tell whether a part holds a sentence, and is no heading."""
    while last > first and cursor.entries[last - 1].kind == BREAK:
        last -= 1
    return last - first > 6 and any(cursor.mask(j) & (S.VERB | S.STOP) for j in range(first, last))
