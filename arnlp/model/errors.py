"""The errors that arnlp raises. Each names the file or argument, and what to do about it."""

from __future__ import annotations

from arnlp.model.sources import writable


class ArnlpError(Exception):
    """Root of every error that arnlp raises on purpose."""


class UnreadableDocument(ArnlpError):  # noqa: N818 - a name of the contract
    """A file that cannot be read as text: missing, forbidden, empty, binary or damaged.

    >>> str(UnreadableDocument("a.txt", "the file is empty"))
    'a.txt: the file is empty'
    """

    def __init__(self, source: object, reason: str) -> None:
        self.source = writable(source)
        self.reason = reason
        super().__init__(self.source, reason)

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


class UnsupportedFormat(UnreadableDocument):
    """A file in a format that no reader is registered for."""


class MissingExtra(ArnlpError, ImportError):  # noqa: N818 - named as the others are
    """A part of arnlp whose extra is not installed; the message says how to install it.

    >>> str(MissingExtra("data frames", "pandas", "notebook"))
    'data frames need pandas: pip install "arnlp[notebook]"'
    """

    def __init__(self, what: str, package: str, extra: str) -> None:
        self.what = what
        self.package = package
        self.extra = extra
        super().__init__(what, package, extra)

    def __str__(self) -> str:
        return f'{self.what} need {self.package}: pip install "arnlp[{self.extra}]"'


class InvalidOption(ArnlpError):  # noqa: N818 - a name of the contract
    """An argument that makes no sense; raised before any work is done.

    >>> str(InvalidOption("language", "fr", "one of 'ar', 'en'"))
    "language='fr' is not valid: give one of 'ar', 'en'"
    """

    def __init__(self, option: str, value: object, expected: str) -> None:
        self.option = option
        self.value = value
        self.expected = expected
        super().__init__(option, value, expected)

    def __str__(self) -> str:
        return f"{self.option}={self.value!r} is not valid: give {self.expected}"
