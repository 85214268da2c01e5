"""The component ``arnlp_words``: lemma, part of speech and morphology of tokens."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from arnlp.faces.spacy.extensions import keep_words
from arnlp.model.words import Clitic, Word
from arnlp.syntax import words


class WordMarker:
    """Gives tokens what arnlp's words say of them.

    A token gets the word that it is. Where spaCy cuts a word (do | n't), a clitic's token gets the
    clitic's values and the token of the rest those of the word. A token that holds several words,
    or cuts one elsewhere, stays as it is. An Arabic token carries its clitics (وللوزارة): its lemma
    and part of speech are those of the word without them, which ``token._.arnlp_clitics`` lists.
    """

    def __init__(self, *, bare_lemmas: bool = False, overwrite: bool = True) -> None:
        self.bare_lemmas = bare_lemmas
        self.overwrite = overwrite

    def __call__(self, doc: Doc) -> Doc:
        """Give the tokens of a document their words."""
        found = words(doc.text)
        keep_words(doc, found)
        tokens = list(doc)
        at = 0
        for word in found:
            while at < len(tokens) and tokens[at].idx + len(tokens[at]) <= word.start:
                at += 1
            end = at
            while end < len(tokens) and tokens[end].idx < word.end:
                end += 1
            self._tell(tokens[at:end], word)
        return doc

    def _tell(self, tokens: list[Token], word: Word) -> None:
        """Give the tokens over a word what is known of it."""
        places = [(token.idx, token.idx + len(token)) for token in tokens]
        if not places or places[0][0] < word.start or places[-1][1] > word.end:
            return
        if len(tokens) == 1:
            self._set(tokens[0], word, word.lemma_bare if self.bare_lemmas else word.lemma)
            return
        clitics = {(clitic.start, clitic.end): clitic for clitic in word.clitics}
        rest = [token for token, place in zip(tokens, places, strict=True) if place not in clitics]
        for token, place in zip(tokens, places, strict=True):
            if place in clitics:
                self._set(token, clitics[place], clitics[place].lemma)
        if len(rest) == 1:
            self._set(rest[0], word, word.lemma_bare if self.bare_lemmas else word.lemma)

    def _set(self, token: Token, told: Word | Clitic, lemma: str) -> None:
        if self.overwrite or not token.lemma_:
            token.lemma_ = lemma
        if self.overwrite or not token.pos_:
            token.pos_ = told.pos
        if self.overwrite or not token.has_morph():
            token.set_morph(told.features)  # type: ignore[attr-defined]  # spaCy's stubs lack it
