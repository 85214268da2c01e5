"""Events that are held, and what the background part says of a body."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.arguments import date_of, sentence_of, words_of
from arnlp.facts.figure import Argument
from arnlp.facts.happening import Happening
from arnlp.facts.phrases import span_of
from arnlp.facts.subjects import named_by
from arnlp.lexicon import senses as S
from arnlp.text.tokens import BREAK


def read_events(cursor: Cursor, analysis: Analysis) -> list[Happening]:
    """Read the events that a sentence says are held, with their date and place."""
    out = []
    for entity in analysis.entities:
        if entity.type != "event":
            continue
        for mention in entity.mentions:
            first, last = sentence_of(cursor, analysis, mention.first)
            verbs = (
                j for j in range(first, last)
                if (sense := cursor.sense(j, S.VERB)) is not None and sense.role == "hold"
            )  # fmt: skip
            verb = next(verbs, None)
            if verb is None:
                continue
            named = analysis.index.named_between(first, last)
            place = next((named_by(m, e) for m, e in named if e.type == "place"), None)
            when = date_of(cursor, analysis, mention.first, last)
            out.append(
                Happening(
                    "event",
                    "event.held",
                    [span_of(cursor, min(verb, mention.first), max(verb + 1, mention.last))],
                    {"name": named_by(mention, entity), "place": place},
                    dates={"from": when, "to": when},
                )
            )
            break
    return out


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
