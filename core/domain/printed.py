"""`Printed`: a report that was written, with the code on its pages and what it showed."""

from dataclasses import dataclass

from core.domain.period import Quarter
from core.domain.words import Word


class Edition(Word):
    """For whom a report is printed; all but the clean one carry a 校验码 at the foot."""

    FINAL = "final", "正式稿"
    REVIEW = "review", "送审稿"
    INTERNAL = "internal", "内部资料"


@dataclass(frozen=True, slots=True)
class Printed:
    """A written report: `code` is its 校验码, the first 12 hex digits of the SHA-256 of content.

    `sha256` names the content in the archive. `department` is empty for the whole district,
    `public` tells that figures marked 不公开 were masked.
    """

    code: str
    sha256: str
    kind: str
    quarter: Quarter
    title: str
    edition: Edition
    by: str
    at: str
    department: str = ""
    public: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """A report's narrative as somebody edited it before printing; it stands until it is cleared.

    `original` is the generated text that was edited: where that changed since, the edit is shown
    as out of date.
    """

    kind: str
    quarter: Quarter
    department: str
    text: str
    original: str
    by: str
    at: str
