"""The result of a comparison of two texts, one in Arabic and one in English."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from arnlp.model.base import Model, Span

COMPARISON_VERSION = "1.1"

Kind = Literal["number", "money", "percent", "date", "person", "organization", "place", "fact", "sentence"]  # fmt: skip
Status = Literal["matched", "agrees", "conflict", "missing"]
Lacking = Literal["ar", "en"]


class Evidence(Span):
    """Where one of the texts says it; of what is missing, where it was looked for."""

    value: str | None = Field(
        description="what is said there, in one spelling for both languages: '3100000 USD', "
        "'2024-05'; null where it is missing, and for sentences"
    )


class Again(Model):
    """A further place where both texts say the same as a finding: a body that repeats its headline."""

    ar: Evidence
    en: Evidence


class Finding(Model):
    """Something that one text or both say, and whether they say the same.

    ``matched``: both say it. ``agrees``: rounded, or in other words, without contradiction.
    ``conflict``: they contradict each other. ``missing``: one text does not say it.
    """

    kind: Kind
    status: Status
    missing_in: Lacking | None = Field(description="the text that does not say it")
    shown: bool = Field(
        description="whether it is sure enough to be shown unasked; of conflicts and missing"
    )
    note: str = Field(description="what differs, in English; empty where nothing does")
    ar: Evidence | None
    en: Evidence | None
    again: list[Again] = Field(
        default_factory=list,
        description="further places of a conflict that the texts repeat, as headline and body do",
    )


class Aligned(Model):
    """Sentences of both texts that are of each other; one of the lists may be empty."""

    ar: list[Span]
    en: list[Span]


class Comparison(Model):
    """Two texts held against each other.

    Offsets in ``ar`` are into the Arabic text, those in ``en`` into the English one.

    >>> Comparison.model_json_schema()["title"]
    'Comparison'
    """

    schema_version: Literal["1.1"] = "1.1"
    same: bool = Field(description="no finding is shown")
    sentences: list[Aligned]
    findings: list[Finding]

    @property
    def differences(self) -> list[Finding]:
        """Return the findings that are shown unasked: conflicts, and what is surely missing."""
        return [finding for finding in self.findings if finding.shown]
