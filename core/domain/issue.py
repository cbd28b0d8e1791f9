"""`Issue`: a finding on what was entered, and `Rule`: a check that a plan's formula words."""

from dataclasses import dataclass
from decimal import Decimal

from core.domain.words import Word


class Severity(Word):
    """How much a finding weighs."""

    BLOCKING = "blocking", "强制"
    EXPLAIN = "explain", "须说明"
    HINT = "hint", "提示"


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding on one item; `message` is an instruction in Chinese.

    `column` is the code of the form's column that it is about; `check` names the check of the
    catalogue that found it, or the plan's rule.
    """

    code: str
    severity: Severity
    found: str
    message: str
    column: str = "figure"
    check: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """核对关系: a formula over codes ([B-13] ≈ [B-25] / [B-26]) that figures should satisfy.

    `tolerance` is the relative difference that ≈ allows, 0.03 for 3 %; `message` is an
    instruction that is shown with both sides of the formula.
    """

    code: str
    grade: Severity
    formula: str
    message: str
    tolerance: Decimal = Decimal("0.03")
