"""`checks.csv`: the plan's own checks, formulas over the codes of its indicators (核对关系)."""

from collections.abc import Iterable, Iterator

from core.domain.checks import CATALOGUE
from core.domain.formulas.formula import Formula
from core.domain.issue import Rule, Severity
from core.errors import Fault
from core.plans.kinds import CODE, FORMULA, TOLERANCE, word
from core.plans.sheet import INDICATORS, Column, Known, Sheet, parse
from core.plans.table import Row

_GENERATED = frozenset(check.code for check in CATALOGUE)

SHEET = Sheet(
    "checks.csv",
    (
        Column("编码", "code", CODE, required=True),
        Column("级别", "grade", word(Severity), required=True),
        Column("公式", "formula", FORMULA, required=True, refers=INDICATORS),
        Column("容差", "tolerance", TOLERANCE),
        Column("提示", "message", required=True),
    ),
    lambda values: Rule(**values[""]),
)


def read(rows: Iterable[Row], known: Known) -> tuple[tuple[Rule, ...], tuple[Fault, ...]]:
    """Read the rules; one that compares nothing, or has the code of another check, is a fault."""
    items, faults = parse(SHEET, rows, known)
    wrong = (
        Fault(SHEET.file, line, *contradiction)
        for line, each in items
        for contradiction in _contradictions(each)
    )
    return tuple(rule for _, rule in items), (*faults, *wrong)


def _contradictions(each: Rule) -> Iterator[tuple[str, str, str]]:
    """Tell column, what stands there, and what is expected, of each contradiction."""
    formula = Formula.parse(each.formula)
    if not formula.sign:
        yield "公式", each.formula, "含一个比较符号（=、≈、≤、≥、<、>、≠）的算式"
    if formula.sign == "≈" and not each.tolerance:
        yield "容差", "", "百分数，如3%：公式用了≈"
    if each.code in _GENERATED:
        yield "编码", each.code, "程序自带核对没有用的编码"
