"""What a figure is for the question of its period: its kind, the tense and class of its predicates."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.predicates import is_of, words
from arnlp.facts.wording import Wording
from arnlp.quantities import QuantityMention

_BACK, _AHEAD = 12, 3  # tokens around a figure in which an event may be told
_ABOVE = 3  # clauses above in which its tense is told
_CLASSES = ("event", "reach", "move", "plan", "expect", "state")


def traits_of(
    cursor: Cursor,
    analysis: Analysis,
    wording: Wording,
    figure: QuantityMention,
    moved: bool,
    last: QuantityMention | None,
) -> list[str]:
    """Return the names of what a figure is; ``last`` is the figure before."""
    first, stop = cursor.tagged.sentences[cursor.tagged.sentence_of[figure.first]]
    around = range(max(first, figure.first - _BACK), min(stop, figure.last + _AHEAD))
    out = [f"k:{figure.kind}"]
    if moved:
        out.append("moved")
    chain = wording.above(figure.first)
    tense = next((clause.tense for clause in chain[:_ABOVE] if clause.tense), "none")
    out.append(f"t:{tense}")
    kinds = {name for clause in chain[:2] for name in _CLASSES if is_of(clause.lemma, name)}
    if any(is_of(wording.lemma(k), "event") for k in around):
        kinds.add("event~")
    out += [f"v:{name}" for name in sorted(kinds)]
    if chain:
        out.append(f"ck:{chain[0].kind}:{chain[0].function}")
    before = [k for k in around if k < figure.first]
    verb = next((k for k in reversed(before) if wording.pos(k) == "VERB"), None)
    told = {} if verb is None else wording.features(verb)
    near = "none" if verb is None else told.get("Aspect") or told.get("Tense") or "?"
    out.append(f"near:{near}")
    if any(wording.noun(k) in words("demonstrative") for k in before):
        out.append("this")
    if last is not None and _same_noun(figure, last):
        out.append("samenoun")
    if 3 * sum(map(cursor.is_latin, around)) > len(around):
        out.append("l:en")
    out.append(f"s:{analysis.index.section_at(figure.start)}")
    return out


def _same_noun(figure: QuantityMention, last: QuantityMention) -> bool:
    """Tell whether two figures count the same thing."""
    if figure.kind != "count" or last.kind != "count" or not figure.noun or not last.noun:
        return False
    return figure.noun[:4] == last.noun[:4]
