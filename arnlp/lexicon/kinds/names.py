"""Kinds that the engine of names asks for: of persons, bodies, places, and what else has a name."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.kinds.kind import COUNTRY, Kind

_PLACES = (
    "tuple[Place, ...]: every place so called, with its country, its kind (country, region or city)"
    " and its first name in either language"
)
_PLACE_TABLES = {
    "common/places": "country kind ar en weak",
    "common/geonames": "country kind ar en weak",
    "common/countries": "code ar en",
}

NAMES = (
    # -- persons
    Kind(
        "HONORIFIC", S.HONORIFIC, "names",
        "stands before a person's name and is no part of it",
        {"honorifics": "kind gender spellings"},
        value="str: f before a woman's name, else None",
        roles={
            "style": "a style of address: سعادة, H.E.",
            "title": "of a ruler, a prince or a sheikh: الأمير",
            "degree": "of learning or a profession: الدكتور",
            "arms": "a military or police rank: اللواء",
            "address": "السيد, Mr",
        },
    ),
    Kind(
        "TITLE_MENTION", S.TITLE_MENTION, "names",
        "stands for a person named before: سموه, he", {"title_mentions": "class gender spellings"},
        value="str: m or f of the person, None of either",
        roles={
            "": "an Arabic style with a pronoun: سعادته",
            "title": "an English style: His Excellency",
            "pronoun": "only tells who speaks, and is no mention: he",
        },
    ),
    Kind(
        "PRAYER", S.PRAYER, "names",
        "stands behind a person's name and is no part of it: حفظه الله", {"prayers": "spellings"},
    ),
    Kind(
        "GIVEN_NAME", S.GIVEN_NAME, "names",
        "a given name, with which a person's name may start",
        {
            "given_names": "gender spellings weak",
            "common/person_names": "name given latin",
        },
        value="str: m or f, empty where person_names alone has the name",
        roles={
            "": "starts a name by itself",
            "weak": "also a common word or a place: needs another name word behind it",
            "seldom": "Arabic, of person_names alone: needs a particle or a plain given name behind it",
        },
    ),
    Kind(
        "PARTICLE", S.PARTICLE, "names",
        "a small word inside a person's name", {"name_particles": "kind spellings"},
        roles={
            "son": "son or daughter of: بن, بنت, bin",
            "family": "آل, Al",
            "father": "أبو, أم, Abu",
            "servant": "عبد, before a name of God",
        },
    ),
    Kind(
        "ROLE", S.ROLE, "names",
        "the head of an office: وزير, Chairman", {"roles": "spellings deputy"},
        roles={
            "": "opens an office",
            "deputy": "Arabic: opens one, or stands before another (نائب رئيس الدولة)",
        },
    ),
    Kind(
        "BARE_ROLE", S.BARE_ROLE, "names",
        "an office that may be said of somebody without what it is of: الوزير", {"roles": "bare"},
    ),
    Kind(
        "RANK_BRANCH", S.RANK_BRANCH, "names",
        "carries a rank on, behind one alone: (اللواء) بحري", {"rank_branches": "spellings"},
    ),
    Kind(
        "OFFICE_FIELD", S.OFFICE_FIELD, "names",
        "opens the field of an office behind ل: (وكيل الوزارة المساعد) لشؤون (الزراعة)",
        {"office_fields": "spellings"},
    ),
    Kind(
        "OFFICE_TAIL", S.OFFICE_TAIL, "names",
        "carries an office on behind its body", {"office_tails": "class spellings"},
        roles={
            "alone": "closes it: بالتكليف",
            "with": "a phrase follows: المكلف (بالثقافة)",
        },
    ),
    # -- bodies
    Kind(
        "ORG_HEAD", S.ORG_HEAD, "names",
        "the noun of a body's name: وزارة, Authority",
        {"organization_heads": "spellings place def weak"},
        roles={
            "": "opens an Arabic name",
            "def": "likewise, with its article: الهيئة (العامة)",
            "weak": "likewise, but a common noun, too: needs an office, a verb or a country beside it",
            "first": "opens an English name, with of or for",
            "last": "ends an English name",
        },
    ),
    Kind(
        "ORG", S.ORG, "names",
        "a body by a name that does not open, or in English end, with the noun of a body; agencies'"
        " full names too",
        {
            "organizations": "id country ar en",
            "common/bodies": "id country ar en abbreviation",
            "agencies": "country name",
        },
        value="tuple[Body, ...]: every body so called",
        roles={
            "": "of several bodies, or of an international one",
            COUNTRY: "of one body of that country",
        },
        extra="str: 'abbreviation', in capitals alone, or 'name'",
    ),
    Kind(
        "AGENCY", S.AGENCY, "names",
        "a news agency as datelines write it: وام", {"agencies": "country name spellings"},
        value="str: its country (ISO 3166-1)",
        extra="str: its name",
    ),
    Kind(
        "NAME_TAKER", S.NAME_TAKER, "names",
        "the noun of a body or place that takes a proper name of one word: شركة (نفطال)",
        {"name_taking_heads": "spellings"},
    ),
    Kind(
        "NATIONALITY", S.NATIONALITY, "names",
        "the adjective of a country, which closes a body's name: (البنك الزراعي) المصري",
        {"nationalities": "value spellings"},
        value="str: the country (ISO 3166-1)",
    ),
    Kind(
        "NAME_STOP", S.NAME_STOP, "names",
        "never belongs to a name: in Arabic that of a body or office (الجهات), in English that of a"
        " person (International)",
        {"name_stops": "spellings"},
    ),
    # -- places
    Kind(
        "PLACE", S.PLACE, "names",
        "a place, wherever it stands", _PLACE_TABLES, value=_PLACES, extra="",
    ),
    Kind(
        "WEAK_PLACE", S.WEAK_PLACE, "names",
        "a place that is also a common word: needs a place's company. The bit is left out of an"
        " entry's mask: entry.weak tells it",
        _PLACE_TABLES, value=_PLACES, extra="",
    ),
    Kind(
        "PLACE_HEAD", S.PLACE_HEAD, "names",
        "a noun beside a place's name: مدينة, Gulf", {"place_heads": "class place spellings"},
        roles={
            "name": "part of a name that no table has: منطقة (الواحة)",
            "head": "no part of such a name: مدينة (X) is called X",
            "person": "part of a name with a person's name behind it: قاعة (الأمير سلطان)",
            "list": "stands before several: محافظات",
            "always": "part of a name with any definite word: حي (البحر)",
            "": "stands before a known place only: جنوب",
            "first": "opens an English name: Emirate of",
            "whole": "opens an English name that holds another: Gulf of Oman",
            "last": "ends an English name: (Al Waha) Region",
        },
    ),
    Kind(
        "COUNTRY_WORD", S.COUNTRY_WORD, "names",
        "tells the country of a text, of itself or with the words behind it: المغاربة, نونبر. Left"
        " out of an entry's mask, as WEAK_PLACE is",
        {"country_words": "kind countries spellings"},
        value="tuple[Told, ...]: the words that must follow, the kind of evidence and the countries"
        " (ISO 3166-1), the longest first",
        extra="",
    ),
    # -- other names
    Kind(
        "NAMED_HEAD", S.NAMED_HEAD, "names",
        "opens, or in English ends, the name of something else: معرض, Programme",
        {"named_heads": "type spellings"},
        roles={
            "event": "an event",
            "programme": "a programme, project or plan",
            "product": "a product or service",
            "law": "a law or treaty",
            "award": "an award",
        },
    ),
    Kind(
        "KNOWN_NAME", S.KNOWN_NAME, "names",
        "a name with words or numbers in it that would be misread: رؤية 2030, G20",
        {"known_names": "type spellings"},
        roles={
            "programme": "of a programme",
            "event": "of an event",
            "place": "of a place",
            "-": "of nothing that is told: its words are passed over",
        },
    ),
)  # fmt: skip
