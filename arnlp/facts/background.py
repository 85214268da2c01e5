"""Events that are held, and what the background part says of a body."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.arguments import date_of, sentence_of, text_of
from arnlp.facts.happening import Happening
from arnlp.lexicon import senses as S
from arnlp.names import Entity
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
            place = next((e.name for _, e in named if e.type == "place"), None)
            out.append(
                Happening(
                    "event", "event.held", min(verb, mention.first), max(verb + 1, mention.last),
                    subject=entity, object=entity.name, date=date_of(cursor, analysis, mention.first, last), place=place,
                )
            )  # fmt: skip
            break
    return out


def read_descriptions(cursor: Cursor, analysis: Analysis) -> list[Happening]:
    """Read what the background part says of the body that it is about."""
    out = []
    subject: Entity | None = None
    for part in analysis.sections:
        if part.kind != "boilerplate":
            continue
        first, last = cursor.tagged.token_range(part.start, part.end)
        named = [
            e for _, e in analysis.index.named_between(first, last) if e.type == "organization"
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
                "description", "description.background", first, end, subject=about,
                object=text_of(cursor, first, end),
            )
        )  # fmt: skip
    return out


def _is_sentence(cursor: Cursor, first: int, last: int) -> bool:
    """Tell whether a part holds a sentence, and is no heading."""
    while last > first and cursor.entries[last - 1].kind == BREAK:
        last -= 1
    return last - first > 6 and any(cursor.mask(j) & (S.VERB | S.STOP) for j in range(first, last))
