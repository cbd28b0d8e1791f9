"""Entering figures of a quarter, as a clerk would."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from core.domain import calculated, checks
from core.domain.history import Past
from core.domain.indicator import Indicator
from core.domain.issue import Issue, Severity
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.reading import Reading, read
from core.domain.submission import Entry, Origin
from core.errors import FigureError
from core.ports import Store, UnitOfWork
from core.services import figures
from core.services.assessment import by_code, find_plan, within
from core.services.figures import Barred


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
    other figure for the same source, and what was reviewed already. Raises NotFoundError for an
    unknown plan, UsageError for a quarter outside it.
    """
    with store.reading() as work:
        found = find_plan(work, plan)
        past = _past(work, found, within(found, quarter), texts)
        beside = _operands(work, found, quarter, texts)
    entries, issues = _gathered(found, quarter, texts, past)
    issues += tuple(_overridden(found, quarter, {**beside, **entries}, entries))
    if not entries:
        return Entered((), issues)
    with store.writing() as work:
        stored = figures.stored(work, found, quarter, entries)
        wanted = [_beside(each, stored[code]) for code, each in entries.items()]
        closed = _closed(figures.barred(work, found, quarter), stored, wanted)
        kept = [each for each in wanted if each.code not in closed]
        figures.save(work, found, kept, origin)
    return Entered(tuple(each.code for each in kept), (*issues, *closed.values()))


def _closed(bars: Barred, stored: Mapping[str, Entry], wanted: Iterable[Entry]) -> dict[str, Issue]:
    """Refuse by code what belongs to a form that is 已审核 or 已审定."""
    found: dict[str, Issue] = {}
    for each in wanted:
        if why := bars.why(stored[each.code], each):
            found[each.code] = Issue(each.code, Severity.BLOCKING, each.text, f"{why}，未保存")
    return found


def _past(
    work: UnitOfWork, plan: Plan, quarter: Quarter, codes: Iterable[str]
) -> Mapping[str, Past]:
    """Give the earlier entries of what is to be entered."""
    earlier = [each for each in plan.quarters if each < quarter]
    asked = (_source(plan, code) for code in codes)
    return by_code(work.entries.of(plan.code, earlier, [each.code for each in asked if each]))


def _operands(
    work: UnitOfWork, plan: Plan, quarter: Quarter, codes: Iterable[str]
) -> Mapping[str, Entry]:
    """Give what is stored of the figures that formulas of what is to be entered look at."""
    asked = calculated.operands(plan, codes)
    found = work.entries.of(plan.code, [quarter], asked) if asked else ()
    return {each.code: each for each in found}


def _overridden(
    plan: Plan, quarter: Quarter, known: Mapping[str, Entry], entries: Mapping[str, Entry]
) -> Iterator[Issue]:
    """Check what was entered against what formulas give."""
    counted = calculated.filled(plan, quarter, known)
    for code, entry in entries.items():
        if (indicator := plan.find(code)) and indicator.formula:
            given = calculated.calculation(plan, indicator, quarter, counted)
            yield from checks.overridden(indicator, entry, given)


def _source(plan: Plan, code: str) -> Indicator | None:
    """Give the indicator under which a figure is entered: its source where it has one."""
    named = plan.find(code)
    return plan.find(named.same_source) or named if named else None


def _gathered(
    plan: Plan, quarter: Quarter, texts: Mapping[str, str], past: Mapping[str, Past]
) -> tuple[dict[str, Entry], tuple[Issue, ...]]:
    """Read all texts; the first figure of a source stands against a second, other one."""
    entries: dict[str, Entry] = {}
    issues: list[Issue] = []
    for code, text in texts.items():
        indicator = _source(plan, code)
        if indicator is None:
            message = f"规划“{plan.code}”中没有指标“{code}”"
            issues.append(Issue(code, Severity.BLOCKING, text, message))
            continue
        entry, raised = _read(indicator, quarter, text, past.get(indicator.code, {}))
        issues += raised
        first = entries.setdefault(entry.code, entry) if entry else entry
        if first and entry and first.text != entry.text:
            issues.append(_contradiction(indicator, first, entry))
    return entries, tuple(issues)


def _beside(entry: Entry, stored: Entry) -> Entry:
    """Keep what was recorded beside a figure: all of it for the same one, else its explanation.

    What explained why there was no figure falls away with the first.
    """
    if stored.figure is None:
        return entry
    same = stored.text == entry.text
    return stored if same else replace(entry, explanation=stored.explanation)


def _contradiction(indicator: Indicator, first: Entry, second: Entry) -> Issue:
    """Refuse a figure that an earlier one of the same source contradicts."""
    said = f"和同源指标填了两个数，先填的“{first.text}”已保存，“{second.text}”未保存"
    return checks.CONTRADICTED.issue(indicator, second.text, said)


def _read(
    indicator: Indicator, quarter: Quarter, text: str, past: Past
) -> tuple[Entry | None, tuple[Issue, ...]]:
    """Read one text for the indicator under which its figure goes."""
    try:
        reading = read(text, indicator.unit)
    except FigureError as error:
        return None, (checks.UNREADABLE.issue(indicator, text, f"：{error}，未保存"),)
    return _accepted(indicator, Entry(indicator.code, quarter, reading.figure), text, reading, past)


def _accepted(
    indicator: Indicator, entry: Entry, text: str, reading: Reading, past: Past
) -> tuple[Entry | None, tuple[Issue, ...]]:
    """Check a reading; without somebody to ask a missing kind is refused."""
    if entry.figure is None:
        return None, (checks.ABSENT.issue(indicator, text, f"：{reading.note}，未保存"),)
    said = f"：{reading.note}，请确认"
    noted = (checks.REWORDED.issue(indicator, text, said),) if reading.note else ()
    issues = (*noted, *checks.check(indicator, entry, past))
    blocked = any(issue.severity is Severity.BLOCKING for issue in issues)
    return None if blocked else entry, issues
