"""arnlp in a pipeline of spaCy: what arnlp finds, on the tokens of spaCy, wherever documents go."""

from __future__ import annotations

import pickle
import tomllib

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc, DocBin, Span
from support import CORPORA, ROOT

import arnlp
from arnlp.faces import spacy as face

ARABIC = "أعلنت وزارة الصحة في دبي، وللوزارة 62 مركزا، أن الإيرادات بلغت 5 ملايين درهم في 2020."
ENGLISH = "Exports rose 5% in Dubai, said Sara Al Hashimi. They don't include gold."
GROUPS = ("dates", "entities", "facts", "numbers", "quantities", "quotes")


@pytest.fixture(scope="module")
def arabic():
    nlp = spacy.blank("ar")
    nlp.add_pipe("arnlp")
    nlp.add_pipe("arnlp_words")
    return nlp


def texts():
    return [path.read_text("utf-8") for path in sorted(CORPORA.glob("*/*.txt"))[::9]]


def test_entry_points_name_the_factories():
    points = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    assert set(points["spacy_factories"]) == {"arnlp", "arnlp_words"}
    for name, target in points["spacy_factories"].items():
        module, _, attribute = target.partition(":")
        assert module == face.__name__
        assert getattr(face, attribute).__name__ == f"make_{name}"


def test_all_mentions_are_spans_with_their_values(arabic):
    doc = arabic(ARABIC)
    release = arnlp.extract(ARABIC)
    assert doc._.arnlp == release
    for kind in ("numbers", "quantities", "dates", "quotes"):
        assert [span._.arnlp for span in doc.spans[f"arnlp_{kind}"]] == getattr(release, kind)
    assert {s.label_ for s in doc.spans["arnlp_facts"]} == {f.type for f in release.facts}
    for span in doc.spans["arnlp_entities"]:
        assert span._.arnlp in release.entities
    assert sorted(doc.spans) == [f"arnlp_{kind}" for kind in GROUPS]


def test_a_mention_inside_a_token_takes_it_or_is_left_out():
    for align, ents in (
        ("expand", ["وزارة الصحة", "دبي", "وللوزارة"]),
        ("skip", ["وزارة الصحة", "دبي"]),
    ):
        nlp = spacy.blank("ar")
        nlp.add_pipe("arnlp", config={"align": align})
        assert [ent.text for ent in nlp(ARABIC).ents] == ents


def test_entities_of_the_pipeline_stay_unless_they_are_to_go():
    for overwrite, expected in ((False, ("Sara", "GOLD")), (True, ("Sara Al Hashimi", "PERSON"))):
        nlp = spacy.blank("en")
        ruler = nlp.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": "GOLD", "pattern": "Sara"}])
        nlp.add_pipe("arnlp", config={"overwrite_ents": overwrite})
        ents = [(ent.text, ent.label_) for ent in nlp(ENGLISH).ents]
        assert expected in ents
        assert ("Dubai", "LOC") in ents


def test_entities_of_another_pipeline_go_before_ours():
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": "FAC", "pattern": "Hashimi Tower"}, {"label": "DATE", "pattern": "soon"}]
    )
    nlp.add_pipe("arnlp", config={"use_ents": True})
    doc = nlp("Visitors of Hashimi Tower soon numbered 300.")
    assert ("Hashimi Tower", "place") in [(e.name, e.type) for e in doc._.arnlp.entities]


def test_told_names():
    text = "Etidal and Foo Bar met the Ministry of Health in Riyadh"

    def found(*told):
        return {(e.name, e.type) for e in arnlp.entities(text, entities=told)}

    assert ("Etidal", "organization") in found((0, 6, "organization"))
    assert ("Foo Bar", "product") in found((11, 18, "product"))
    assert ("Ministry of Health", "organization") in found((39, 45, "organization"))  # the longer
    assert ("Health", "event") in found((39, 45, "event"))
    assert found((11, 18, "person"), (11, 14, "product")) == found((11, 18, "person"))
    for wrong in ((0, 99, "person"), (3, 3, "person"), (0, 6, "ORG"), (0, 6), "person", 7):
        with pytest.raises(arnlp.InvalidOption, match="entities"):
            arnlp.entities(text, entities=[wrong])


def test_what_is_told_of_a_document_counts_for_it(arabic):
    doc = arabic.make_doc("بلغت الإيرادات 5 دنانير العام الماضي.")
    doc._.arnlp_options = {"published": "2024-07-20", "country": "KW", "source": "a.txt"}
    release = arabic(doc)._.arnlp
    assert release.dates[0].edtf == "2023"
    assert release.quantities[0].unit == "KWD"
    assert release.document.source == "a.txt"


def test_words_of_arabic_tokens(arabic):
    doc = arabic(ARABIC)
    ministry = doc[6]
    assert (ministry.text, ministry.pos_, ministry.morph.get("Definite")) == (
        "وللوزارة", "NOUN", ["Def"],
    )  # fmt: skip
    assert [clitic.text for clitic in ministry._.arnlp_clitics] == ["و", "ل", "ال"]
    assert doc[0].lemma_ == ministry.doc[0]._.arnlp.lemma
    bare = spacy.blank("ar")
    bare.add_pipe("arnlp_words", config={"bare_lemmas": True})
    assert bare(ARABIC)[0].lemma_ == "أعلن"


def test_words_that_spacy_cuts():
    nlp = spacy.blank("en")
    nlp.add_pipe("arnlp_words")
    told = {token.text: (token.lemma_, token.pos_) for token in nlp(ENGLISH)}
    assert told["rose"] == ("rise", "VERB")
    assert told["do"] == ("do", "AUX")
    assert told["n't"] == ("not", "PART")


def test_documents_go_to_disk_and_to_other_processes(arabic, tmp_path):
    doc = arabic(ARABIC)
    binned = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    for again in (
        Doc(spacy.blank("ar").vocab).from_bytes(doc.to_bytes()),
        next(DocBin().from_bytes(binned).get_docs(spacy.blank("ar").vocab)),
        pickle.loads(pickle.dumps(doc)),
    ):
        assert again._.arnlp == doc._.arnlp
        assert again._.arnlp.source_text == ARABIC
        assert [ent._.arnlp for ent in again.ents] == [ent._.arnlp for ent in doc.ents]
        assert again.spans["arnlp_quantities"][1]._.arnlp.unit == "AED"
        assert again[6]._.arnlp == doc[6]._.arnlp
        assert again._.arnlp_words == doc._.arnlp_words
    arabic.to_disk(tmp_path / "pipe")
    assert spacy.load(tmp_path / "pipe")(ARABIC).to_json() == doc.to_json()


def test_two_processes_give_what_extract_gives(arabic):
    found = list(arabic.pipe(texts(), n_process=2, batch_size=2))
    for doc, text in zip(found, texts(), strict=True):
        assert doc._.arnlp == arnlp.extract(text)


def test_a_release_becomes_a_document():
    release = arnlp.extract(ENGLISH)
    doc = release.to_spacy(spacy.blank("en"), prefix="", labels={"place": "GPE"})
    assert ("Dubai", "GPE") in [(ent.text, ent.label_) for ent in doc.ents]
    assert doc.spans["quantities"][0]._.arnlp.unit == "%"
    data = release.model_dump_json()
    again = arnlp.Release.model_validate_json(data)
    assert again.to_spacy(spacy.blank("en"), ENGLISH)._.arnlp == release
    for text in (None, ENGLISH[1:]):
        with pytest.raises(arnlp.InvalidOption, match="text"):
            arnlp.Release.model_validate_json(data).to_spacy(spacy.blank("en"), text)


def test_displacy_runs_in_the_direction_of_the_text():
    for text, direction in ((ARABIC, "rtl"), (ENGLISH, "ltr"), ("<b>5</b> ports", "ltr")):
        drawn = arnlp.to_displacy(arnlp.extract(text))
        page = displacy.render(drawn, style="ent", manual=True, page=True, jupyter=False)
        assert f"direction: {direction}" in page
        assert "<b>" not in page


def test_any_text_is_marked(arabic):
    for text in ("", " ", "\n\n", "\u200f5\u200f دراهم", "a\x00b", "خمسةوعشرون 5" * 3):
        doc = arabic(text)
        assert doc.text == text
        assert doc._.arnlp == arnlp.extract(text)


def test_settings_that_make_no_sense():
    nlp = spacy.blank("ar")
    with pytest.raises(arnlp.InvalidOption, match="kinds"):
        nlp.add_pipe("arnlp", config={"kinds": ["names"]})
    with pytest.raises(arnlp.InvalidOption, match="country"):
        nlp.add_pipe("arnlp", config={"country": "Emirates"})
    with pytest.raises(ValueError, match="align"):
        nlp.add_pipe("arnlp", config={"align": "shrink"})


def test_a_document_without_arnlp_has_no_values():
    doc = spacy.blank("en")("Dubai")
    assert doc._.arnlp is None
    assert Span(doc, 0, 1)._.arnlp is None
    assert doc[0]._.arnlp is None


def test_a_lexicon_of_ones_own_goes_with_the_pipeline(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('[[units]]\nunit = "{sack}"\nkind = "measure"\nsingular = "زنبيل"\n', "utf-8")
    nlp = spacy.blank("ar")
    nlp.add_pipe("arnlp", config={"lexicon": str(own)})
    nlp.to_disk(tmp_path / "pipe")
    own.unlink()
    text = "اشترى 7 زنبيل"
    docs = [spacy.load(tmp_path / "pipe")(text)]
    docs += nlp.pipe([text] * 3, n_process=2, batch_size=1)
    assert [doc._.arnlp.quantities[0].unit for doc in docs] == ["{sack}"] * 4
    nlp.get_pipe("arnlp").lexicon = None
    assert nlp(text)._.arnlp.quantities[0].unit is None
    with pytest.raises(arnlp.UnreadableDocument):
        spacy.blank("ar").add_pipe("arnlp", config={"lexicon": "none.toml"})(nlp.make_doc(text))
