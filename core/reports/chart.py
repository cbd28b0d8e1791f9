"""What a chart says: named series of numbers over labels; no shapes, no colours."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from core.domain.judging.judgement import Light


class ChartKind(Enum):
    """How a chart shows its series."""

    BARS = "bars"  # a group of upright bars for each label
    STACKED = "stacked"  # one lying bar for each label, its series joined end to end
    PROGRESS = "progress"  # a lying bar for each label, marked where the second series says
    TREND = "trend"  # a line for each series, from label to label


class Tone(Enum):
    """What a bar or line stands for; the first five are those of `Light`."""

    BLUE = "blue"
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"
    ACTUAL = "actual"
    TARGET = "target"
    REQUIRED = "required"

    @classmethod
    def of(cls, light: Light) -> "Tone":
        """Give the tone of a light."""
        return cls(light.value)


@dataclass(frozen=True, slots=True)
class Series:
    """A number for each label, None where there is none.

    `tones` gives each number a tone of its own; otherwise all have `tone`.
    """

    name: str
    values: tuple[Decimal | None, ...]
    tone: Tone = Tone.ACTUAL
    tones: tuple[Tone, ...] = ()

    def tone_at(self, at: int) -> Tone:
        """Give the tone of one number."""
        return self.tones[at] if self.tones else self.tone


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its caption; `unit` is that of every number.

    PROGRESS takes two series: how much was reached, and how much was due by then, in %. A withheld
    chart is left out of the public edition, as are the labels at `withheld_labels` of others.
    """

    kind: ChartKind
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    note: str = ""
    fresh: bool = False
    withheld: bool = False
    withheld_labels: tuple[int, ...] = ()
