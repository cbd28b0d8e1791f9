"""Entering figures of a quarter, as a clerk would."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.domain.checks import check
from core.domain.indicator import Indicator
from core.domain.issue import Issue, Severity
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.reading import Reading, read
from core.domain.submission import Entry, Origin
from core.errors import FigureError
from core.ports import Store
from core.services.assessment import find_plan, within
from core.services.clock import now


@dataclass(frozen=True, slots=True)
class Entered:
    """What came of entering: the codes that were stored and all findings."""

    saved: tuple[str, ...]
    issues: tuple[Issue, ...]

    @property
    def refused(self) -> bool:
        """Whether a text was refused."""
        return any(issue.severity is Severity.BLOCKING for issue in self.issues)


def enter(
    store: Store, plan: str, quarter: Quarter, texts: Mapping[str, str], origin: Origin
) -> Entered:
    """Store what can be read of `texts` by code, in one transaction.

    What cannot be read is refused with an issue while the rest is stored, and so is a second,
    other figure for the same source. Raises NotFoundError for an unknown plan, UsageError for a
    quarter outside it.
    """
    with store.reading() as work:
        found = find_plan(work, plan)
    within(found, quarter)
    entries, issues = _gathered(found, quarter, texts)
    if entries:
        with store.writing() as work:
            stored = {each.code: each for each in work.entries.of(plan, [quarter])}
            kept = [_beside(each, stored.get(code)) for code, each in entries.items()]
            work.entries.save(plan, kept, origin, now())
    return Entered(tuple(entries), issues)


def _gathered(
    plan: Plan, quarter: Quarter, texts: Mapping[str, str]
) -> tuple[dict[str, Entry], tuple[Issue, ...]]:
    """Read all texts; the first figure of a source stands against a second, other one."""
    entries: dict[str, Entry] = {}
    issues: list[Issue] = []
    for code, text in texts.items():
        entry, raised = _read(plan, code, quarter, text)
        issues += raised
        first = entries.setdefault(entry.code, entry) if entry else entry
        if first and entry and first.text != entry.text:
            issues.append(_contradiction(first, entry))
    return entries, tuple(issues)


def _beside(entry: Entry, stored: Entry | None) -> Entry:
    """Keep what was recorded beside a figure: all of it for the same one, else its explanation.

    What explained why there was no figure falls away with the first.
    """
    if stored is None or stored.figure is None:
        return entry
    same = stored.text == entry.text
    return stored if same else replace(entry, explanation=stored.explanation)


def _contradiction(first: Entry, second: Entry) -> Issue:
    """Refuse a figure that an earlier one of the same source contradicts."""
    message = (
        f"“{first.code}”和同源指标填了两个数，先填的“{first.text}”已保存，“{second.text}”未保存"
    )
    return Issue(first.code, Severity.BLOCKING, second.text, message)


def _read(
    plan: Plan, code: str, quarter: Quarter, text: str
) -> tuple[Entry | None, tuple[Issue, ...]]:
    """Read one text for its indicator; the figure of a same source goes under that source."""
    named = plan.find(code)
    indicator = plan.find(named.same_source) or named if named else None
    if indicator is None:
        message = f"规划“{plan.code}”中没有指标“{code}”"
        return None, (Issue(code, Severity.BLOCKING, text, message),)
    try:
        reading = read(text, indicator.unit)
    except FigureError as error:
        message = f"“{indicator.name}”：{error}，未保存"
        return None, (Issue(indicator.code, Severity.BLOCKING, text, message),)
    return _accepted(indicator, quarter, text, reading)


def _accepted(
    indicator: Indicator, quarter: Quarter, text: str, reading: Reading
) -> tuple[Entry | None, tuple[Issue, ...]]:
    """Check a reading; without somebody to ask a missing kind is refused."""
    if reading.figure is None:
        message = f"“{indicator.name}”：{reading.note}，未保存"
        return None, (Issue(indicator.code, Severity.BLOCKING, text, message),)
    noted = (Issue(indicator.code, Severity.HINT, text, reading.note),) if reading.note else ()
    issues = (*noted, *check(indicator, quarter, reading.figure))
    blocked = any(issue.severity is Severity.BLOCKING for issue in issues)
    entry = Entry(indicator.code, quarter, reading.figure)
    return None if blocked else entry, issues
