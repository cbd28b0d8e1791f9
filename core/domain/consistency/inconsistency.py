"""`Inconsistency`: two printed cells of a plan that do not go together, with the numbers."""

from dataclasses import dataclass
from decimal import Decimal

from core.domain.words import Word

GRAVE = Decimal("0.03")  # from which two numbers that should agree are 不一致, as in checks


class Kind(Word):
    """What does not go together."""

    GROWTH = "growth", "增长与目标不合"
    INCREMENT = "increment", "增量与目标不合"
    RELATION = "relation", "核对关系不成立"
    RELATION_GROWTH = "relation_growth", "增长与比值不合"
    LOOSER = "looser", "目标松于基期"
    BASE = "base", "基期口径不明"
    WORSE = "worse", "结果差于基期"
    BEYOND = "beyond", "结果远超目标"


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A finding on the printed table; `codes` are the items concerned, the first one leading.

    `printed` is what the table says and `expected` what its other cells lead to, both in the
    first item's unit; `deviation` is the fraction by which the printed number is off, and
    `implied` the yearly growth in per cent that base and target have between them.
    """

    codes: tuple[str, ...]
    kind: Kind
    printed: Decimal
    expected: Decimal
    sentence: str
    deviation: Decimal | None = None
    implied: Decimal | None = None

    @property
    def grave(self) -> bool:
        """Whether the numbers are too far apart to be a matter of rounding."""
        return self.deviation is None or abs(self.deviation) >= GRAVE
