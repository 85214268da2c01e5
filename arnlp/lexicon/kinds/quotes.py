"""Kinds that the engine of quotations asks for: what governs speech, and what opens it."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.kinds.kind import Kind

QUOTES = (
    Kind(
        "SPEECH", S.SPEECH, "quotes",
        "governs what somebody says: قال, adding",
        {"speech_verbs": "kind value tense lemmas spellings", "speech_forms": "kind value spellings"},
        value="str: 'on' where it takes على أن (شدد), else None: على أن is a condition",
        roles={
            "verb": "its speaker stands beside it",
            "participle": "goes on with what its speaker says: مشيرا, adding",
            "source": "its speaker stands behind it, and it reports nothing by itself: وفق",
            "noun": "names what is said, and may stand between a verb and its أن: تصريح, بقوله",
        },
    ),
    Kind(
        "OPINION", S.OPINION, "quotes",
        "governs what somebody expects, admits or writes, where أن, a colon or marks stand behind it: توقع, wrote",
        {"opinion_verbs": "kind tense lemmas spellings", "opinion_forms": "kind spellings"},
        roles={
            "verb": "its speaker stands beside it",
            "participle": "goes on with what its speaker says, and ends what was said before: متوقعا, داعيا",
        },
    ),
    Kind(
        "COMPLEMENTIZER", S.COMPLEMENTIZER, "quotes",
        "opens reported speech: أن, إنها, that", {"complementizers": "spellings"},
    ),
    Kind(
        "GOVERNOR", S.GOVERNOR, "quotes",
        "governs an أن of its own, which the verb of speech before it does not report: متوقعة (أن)",
        {"clause_governors": "spellings"},
    ),
    Kind(
        "COMMUNIQUE", S.COMMUNIQUE, "quotes",
        "speaks for a body that is only named behind it: بيان (للوزارة)",
        {"communiques": "spellings"},
    ),
)  # fmt: skip
