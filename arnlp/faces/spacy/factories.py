"""The factories that spaCy finds through the entry points ``spacy_factories``."""

# spaCy reads the annotations of factories, which therefore must be no strings.
from typing import Literal

from spacy.language import Language

from arnlp.engine import country_code
from arnlp.faces.spacy.marker import Marker
from arnlp.faces.spacy.marking import Marking
from arnlp.faces.spacy.words import WordMarker
from arnlp.model.errors import InvalidOption


@Language.factory(
    "arnlp",
    assigns=["doc.ents", "doc.spans", "doc._.arnlp", "span._.arnlp"],
    default_config={
        "country": None,
        "entities": "model",
        "romanizer": "table",
        "align": "expand",
        "overwrite_ents": False,
        "use_ents": False,
        "lexicon": None,
        "kinds": ["name", "short"],
        "labels": {},
        "prefix": "arnlp_",
    },
)
def make_arnlp(
    nlp: Language,
    name: str,
    country: str | None,
    entities: Literal["model", "rules", "camel"],
    romanizer: Literal["table", "neural"],
    align: Literal["expand", "skip"],
    overwrite_ents: bool,
    use_ents: bool,
    lexicon: str | None,
    kinds: list[str],
    labels: dict[str, str],
    prefix: str,
) -> Marker:
    """Return the component ``arnlp``; SPACY.md tells its settings."""
    if not set(kinds) <= {"name", "short", "title"}:
        raise InvalidOption("kinds", kinds, "some of 'name', 'short', 'title'")
    marking = Marking(align, overwrite_ents, tuple(kinds), labels, prefix)
    return Marker(
        marking,
        country=country_code(country),
        entities=entities,
        romanizer=romanizer,
        use_ents=use_ents,
        lexicon=lexicon,
    )


@Language.factory(
    "arnlp_words",
    assigns=["token.lemma", "token.pos", "token.morph", "doc._.arnlp_words", "token._.arnlp"],
    default_config={"bare_lemmas": False, "overwrite": True},
)
def make_arnlp_words(nlp: Language, name: str, bare_lemmas: bool, overwrite: bool) -> WordMarker:
    """Return the component ``arnlp_words``."""
    return WordMarker(bare_lemmas=bare_lemmas, overwrite=overwrite)
