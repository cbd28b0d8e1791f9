"""`Entry`: one indicator in one quarter, as a department reported it."""

from dataclasses import dataclass

from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.words import Word


class Missing(Word):
    """Why there is no figure; missing is data."""

    UNCOUNTED = "uncounted", "未统计"
    UNPUBLISHED = "unpublished", "未到发布期"
    INAPPLICABLE = "inapplicable", "不适用"
    WITHHELD = "withheld", "不公开"
    UNVERIFIED = "unverified", "待核实"


class Vintage(Word):
    """数据性质: how final a figure is."""

    EXPECTED = "expected", "预计数"
    FLASH = "flash", "快报数"
    PRELIMINARY = "preliminary", "初步核算数"
    FINAL = "final", "最终核实数"
    CENSUS = "census", "普查修订数"


@dataclass(frozen=True, slots=True)
class Entry:
    """填报值: a figure or the reason why there is none, with an explanation.

    `explanation` words the reason of a shortfall or of a missing figure, as reports print it.
    """

    code: str
    quarter: Quarter
    figure: Figure | None
    missing: Missing | None = None
    explanation: str = ""
    vintage: Vintage = Vintage.PRELIMINARY

    @property
    def text(self) -> str:
        """What the cell shows: the figure's text, or nothing."""
        return "" if self.figure is None else str(self.figure)


@dataclass(frozen=True, slots=True)
class Decision:
    """改判: a status that a person or the printed plan gave, with its grounds (依据)."""

    code: str
    quarter: Quarter
    status: str
    grounds: str
    by: str
    on: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure came from: through what, which file, cell and person."""

    through: str
    by: str
    file: str = ""
    sha256: str = ""
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One recorded change of a figure; `at` is ISO 8601 with offset, texts are empty for none."""

    code: str
    quarter: Quarter
    before: str
    after: str
    origin: Origin
    at: str
