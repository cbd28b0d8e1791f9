"""完成情况: the status in force of every item of a plan beside the one that is suggested."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.domain.explaining import explanation
from core.domain.indicator import Frequency, Indicator, Item
from core.domain.judging.course import courses
from core.domain.judging.judged import Judged
from core.domain.judging.judgement import Grade, Grey, Light, Side, Yardstick
from core.domain.judging.judging import judged, judged_at
from core.domain.judging.moment import moment
from core.domain.judging.node import NodeJudged, judge_node
from core.domain.judging.verdict import LIGHTS, light, vocabulary
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.scale import Phase
from core.domain.submission import Decision, Entry

Known = Mapping[str, Mapping[Quarter, Entry]]  # by code and quarter
_Judged = Judged | NodeJudged
_NONE: Mapping[Quarter, Entry] = {}


@dataclass(frozen=True, slots=True)
class Assessment:
    """完成情况: the status in force beside the one suggested, and the judgement that gave it.

    Before the plan's end a grey label stands where nothing can be judged; at its end the empty
    word means 待定. The sentence is only made when it is asked for.
    """

    code: str
    status: str
    light: Light
    judged: _Judged
    decision: Decision | None = None

    @property
    def suggested(self) -> str:
        """The status that the rule gives."""
        return self.judged.suggested

    @property
    def overridden(self) -> bool:
        """Whether a person's decision stands where the rule says something else."""
        return self.decision is not None and self.status != self.suggested

    @property
    def sentence(self) -> str:
        """The sentence that explains the status with its numbers and thresholds."""
        return explanation.sentence(self.judged, self.decision)

    @property
    def phase(self) -> Phase:
        """The point of the plan's life at which it was judged."""
        return self.judged.phase

    @property
    def grade(self) -> Grade | None:
        """The grade that was suggested."""
        return self.judged.grade

    @property
    def grey(self) -> Grey | None:
        """Why nothing was suggested."""
        return self.judged.grey

    @property
    def side(self) -> Side | None:
        """The yardstick that the suggestion stands on; None where none does, and for milestones."""
        return self.judged.side if isinstance(self.judged, Judged) else None

    @property
    def annual(self) -> Yardstick | None:
        """The yardstick 年度."""
        return self.judged.annual if isinstance(self.judged, Judged) else None

    @property
    def overall(self) -> Yardstick | None:
        """The yardstick 规划."""
        return self.judged.overall if isinstance(self.judged, Judged) else None

    @property
    def data_period(self) -> Quarter | None:
        """The period of the figure that was judged."""
        return self.judged.data_period

    @property
    def completion(self) -> Decimal | None:
        """目标完成率 as a fraction."""
        return self.judged.completion

    @property
    def progress(self) -> Decimal | None:
        """增量进度 of the plan's way, or 形象进度, as a fraction."""
        return self.judged.progress

    @property
    def pace(self) -> Decimal | None:
        """序时进度 p*: the share of the way, or of the time, that was due."""
        return self.judged.pace


def assess(
    plan: Plan, as_of: Quarter, entries: Known, decisions: Mapping[str, Decision]
) -> tuple[Assessment, ...]:
    """Judge every indicator of the plan as of a quarter, then every milestone, in printed order.

    `entries` are given by code and quarter, `decisions` by code for that quarter.
    """
    moments = {each: moment(plan, as_of, each) for each in Frequency}
    measured = [
        _assessed(
            item,
            judged_at(plan, way, as_of, moments[item.frequency], _own(item, entries)),
            decisions.get(item.code),
        )
        for item, way in zip(plan.indicators, courses(plan), strict=True)
    ]
    built = [
        _assessed(
            each, judge_node(plan, each, as_of, _own(each, entries)), decisions.get(each.code)
        )
        for each in plan.milestones
    ]
    return (*measured, *built)


def judge(
    plan: Plan,
    item: Item,
    as_of: Quarter,
    entries: Mapping[Quarter, Entry],
    decision: Decision | None = None,
) -> Assessment:
    """Judge one item by its entries."""
    if isinstance(item, Indicator):
        return _assessed(item, judged(plan, item, as_of, entries), decision)
    return _assessed(item, judge_node(plan, item, as_of, entries), decision)


def _own(item: Item, entries: Known) -> Mapping[Quarter, Entry]:
    """Give the entries of an item, or of the one under which it is entered."""
    return entries.get(item.same_source or item.code, _NONE)


def _assessed(item: Item, judged: _Judged, decision: Decision | None) -> Assessment:
    """Let a decision stand, with the suggestion beside it."""
    grade = judged.grade
    if decision is None:
        lit = LIGHTS[grade] if grade else Light.GREY
        return Assessment(item.code, judged.suggested, lit, judged)
    lit = light(vocabulary(judged.plan, judged.as_of), decision.status)
    return Assessment(item.code, decision.status, lit, judged, decision)
