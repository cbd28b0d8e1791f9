"""节点: what a milestone has reached, held against the quarter that the plan names."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.domain import exact
from core.domain.duties import is_reached
from core.domain.figure import WHOLE
from core.domain.indicator import Milestone, Node
from core.domain.judging.grading import along
from core.domain.judging.judgement import Grade, Grey, Rule
from core.domain.judging.verdict import vocabulary, word
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.scale import Phase
from core.domain.submission import Entry

_YEAR = 4  # quarters
_ALL = Decimal(1)


@dataclass(frozen=True, slots=True)
class NodeJudged:
    """Everything that a status of a milestone stands on, as the sentence explains it.

    `entry` is the last one until `as_of` that says anything, `reached` the first quarter since
    which the node is reported reached. `progress` is 形象进度 and `pace` the share of the time
    from the plan's start to `planned` that was over at `entry.quarter`, as fractions.
    """

    plan: Plan
    milestone: Milestone
    as_of: Quarter
    planned: Quarter
    entry: Entry | None
    reached: Quarter | None
    progress: Decimal | None
    pace: Decimal | None
    ratio: Decimal | None
    rule: Rule | None
    grade: Grade | None
    grey: Grey | None

    @property
    def phase(self) -> Phase:
        """The point of the plan's life at which it is judged."""
        return self.plan.phase(self.as_of)

    @property
    def suggested(self) -> str:
        """The plan's word for the grade; before the end the grey label stands in its place."""
        if self.grade:
            return word(vocabulary(self.plan, self.as_of), self.grade)
        at_the_end = self.grey is None or self.phase is Phase.FINAL
        return "" if self.grey is None or at_the_end else self.grey.label

    @property
    def data_period(self) -> Quarter | None:
        """The quarter in which the state was reported that it is judged by."""
        return self.entry.quarter if self.entry else None

    @property
    def completion(self) -> Decimal | None:
        """目标完成率 as a fraction: all of it once the node is reached, else 形象进度."""
        return _ALL if self.reached else self.progress

    @property
    def unsure(self) -> bool:
        """Whether a person has to confirm what was reported, as the plan only words the node."""
        return self.reached is not None and self.milestone.node is Node.WORDS


def judge_node(
    plan: Plan, milestone: Milestone, as_of: Quarter, entries: Mapping[Quarter, Entry]
) -> NodeJudged:
    """Judge a milestone as of a quarter by the entries until then (domain.md, Words).

    Before its planned quarter 形象进度 is held against the time that is over; from then on only
    the node counts; at the plan's end an unreached one falls to the dictionary's floor.
    """
    known = [entries[at] for at in sorted(entries) if at <= as_of and _says(entries[at])]
    entry = known[-1] if known else None
    planned, reached = planned_quarter(plan, milestone), _reached(milestone, known)
    progress = _progress(entry)
    pace = time_share(plan, planned, entry.quarter) if entry else None
    ratio = exact.fraction(progress, pace) if progress is not None and pace else None
    grade, rule = _grade(plan, as_of, planned, (entry, reached, progress, ratio))
    grey = None if grade else _grey(entry)
    return NodeJudged(
        plan, milestone, as_of, planned, entry, reached, progress, pace, ratio, rule, grade, grey
    )


def planned_quarter(plan: Plan, milestone: Milestone) -> Quarter:
    """Give the quarter that the plan names; the last one of a year, or of the plan, without one."""
    year, _, number = milestone.planned.partition("Q")
    return Quarter(int(year), int(number or _YEAR)) if year else plan.end


def time_share(plan: Plan, planned: Quarter, at: Quarter) -> Decimal:
    """Give the share of the quarters from the plan's first to the planned one that are over."""
    over, whole = quarters_over(plan, at), quarters_over(plan, planned)
    return min(_ALL, exact.fraction(Decimal(over), Decimal(max(whole, 1))))


def quarters_over(plan: Plan, at: Quarter) -> int:
    """Count the quarters of a plan until one, that one included."""
    return (at.year - plan.first_year) * _YEAR + at.number


def _says(entry: Entry) -> bool:
    """Tell whether an entry says how far a milestone is, or why that is not known."""
    return bool(entry.figure or entry.progress or entry.missing)


def _reached(milestone: Milestone, known: list[Entry]) -> Quarter | None:
    """Give the first quarter since which the node is reported reached, without a step back."""
    first: Quarter | None = None
    for entry in known:
        if is_reached(milestone, entry):
            first = first or entry.quarter
        elif entry.figure is not None:
            first = None
    return first


def _progress(entry: Entry | None) -> Decimal | None:
    """Give 形象进度 as a fraction."""
    if entry is None or entry.progress is None or entry.progress.value is None:
        return None
    return exact.fraction(entry.progress.value, WHOLE)


def _grade(
    plan: Plan,
    as_of: Quarter,
    planned: Quarter,
    known: tuple[Entry | None, Quarter | None, Decimal | None, Decimal | None],
) -> tuple[Grade | None, Rule | None]:
    """Grade a milestone, and say by which rule."""
    entry, reached, progress, ratio = known
    if plan.phase(as_of) is Phase.FINAL:
        return _at_the_end(plan, entry, reached, progress), Rule.NODE
    if reached:
        return _in_time(reached, planned), Rule.NODE
    if as_of >= planned:
        return (Grade.FAR if _told(entry) else None), Rule.NODE
    if ratio is None:
        return None, None
    return along(plan.scale(as_of), ratio, _ALL, Decimal(0))


def _in_time(reached: Quarter, planned: Quarter) -> Grade:
    """Grade a node that is reached by when it was."""
    if reached == planned:
        return Grade.ON
    return Grade.REACHED if reached < planned else Grade.BEHIND


def _at_the_end(
    plan: Plan, entry: Entry | None, reached: Quarter | None, progress: Decimal | None
) -> Grade | None:
    """Grade a node when the plan is over."""
    if reached:
        return Grade.EARLY if reached.year < plan.last_year else Grade.FULL
    if not _told(entry):
        return None
    floor = plan.dictionary.floor
    near = floor is None or (progress is not None and progress >= floor)
    return Grade.NEARLY if near else Grade.MISSED


def _told(entry: Entry | None) -> bool:
    """Tell whether a state was reported, not only why there is none."""
    return entry is not None and bool(entry.figure or entry.progress)


def _grey(entry: Entry | None) -> Grey:
    """Say why a milestone cannot be judged: nothing was reported, or it is not due yet."""
    return Grey.EARLY if _told(entry) else Grey.MISSING
