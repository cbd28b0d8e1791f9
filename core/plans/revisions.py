"""`revisions.csv`: 目标调整, targets that were changed after the plan was printed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date

from core.domain.indicator import Indicator
from core.domain.target import Target, TargetRevision
from core.errors import Fault
from core.plans.kinds import CODE, DATE
from core.plans.shared import TARGET, target_faults
from core.plans.sheet import INDICATORS, Column, Known, Sheet, Values, parse
from core.plans.table import Row


@dataclass(frozen=True, slots=True)
class _Line:
    """A revision with the indicator that it belongs to."""

    code: str
    target: Target
    reason: str
    on: date | None
    approved_by: str
    document: str

    def revision(self) -> TargetRevision:
        """Give the revision itself."""
        own = (field.name for field in fields(TargetRevision))
        return TargetRevision(**{name: getattr(self, name) for name in own})


def _make(values: Values) -> _Line:
    """Make a line of a row's values."""
    return _Line(**values[""], target=Target(**values["target"]))


SHEET = Sheet(
    "revisions.csv",
    (
        Column("编码", "code", CODE, required=True, refers=INDICATORS),
        *TARGET,
        Column("原因", "reason", required=True),
        Column("日期", "on", DATE),
        Column("批准机关", "approved_by"),
        Column("发文字号", "document"),
    ),
    _make,
    key=("编码", "目标", "日期"),
)

Revisions = Mapping[str, tuple[TargetRevision, ...]]


def read(rows: Iterable[Row], known: Known) -> tuple[Revisions, tuple[Fault, ...]]:
    """Read the revisions by indicator, in the order of the file."""
    items, faults = parse(SHEET, rows, known)
    wrong = (
        Fault(SHEET.file, line, *contradiction)
        for line, each in items
        for contradiction in target_faults(each.target)
    )
    revisions: dict[str, tuple[TargetRevision, ...]] = {}
    for _, each in items:
        revisions[each.code] = (*revisions.get(each.code, ()), each.revision())
    return revisions, (*faults, *wrong)


def show(indicators: Iterable[Indicator]) -> str:
    """Write the file, empty where no target was revised."""
    lines = [
        _Line(
            each.code, **{field.name: getattr(revision, field.name) for field in fields(revision)}
        )
        for each in indicators
        for revision in each.revisions
    ]
    return SHEET.show(lines) if lines else ""
