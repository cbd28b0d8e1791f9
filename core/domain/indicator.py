"""`Indicator` and `Milestone`: what a plan measures and what it only sees reached."""

from dataclasses import dataclass
from decimal import Decimal

from core.domain.dated import BaseRevision, Definition
from core.domain.figure import Figure, Words
from core.domain.target import AnnualTarget, QuarterlyTarget, Target, TargetRevision
from core.domain.words import Word


class Binding(Word):
    """属性: whether a target must be reached."""

    BINDING = "binding", "约束性"
    EXPECTED = "expected", "预期性"


class Measure(Word):
    """What a target means (domain.md, Measures)."""

    LEVEL = "level", "水平"
    GROWTH = "growth", "增速"
    CUMULATIVE = "cumulative", "累计"
    REDUCTION = "reduction", "累计降幅"
    ANNUAL = "annual", "逐年"
    CONTROL = "control", "控制线"
    KEEP = "keep", "保持"
    STRUCTURE = "structure", "结构"


class Nature(Word):
    """What an entered number is (domain.md, Nature)."""

    POINT = "point", "时点数"
    FLOW = "flow", "时期数"
    RUNNING = "running", "规划累计数"
    RATE = "rate", "比率"
    MEAN = "mean", "平均数"


class EnteredAs(Word):
    """Whether a clerk enters a sum's share of the year or the sum since the plan began."""

    YEAR = "year", "当年数"
    PLAN = "plan", "规划累计数"


class Frequency(Word):
    """How often an indicator is due."""

    QUARTERLY = "quarterly", "季度"
    HALF_YEARLY = "half_yearly", "半年"
    ANNUAL = "annual", "年度"

    def due(self, number: int) -> bool:
        """Whether the indicator is due in the year's quarter 1–4."""
        step = {Frequency.QUARTERLY: 1, Frequency.HALF_YEARLY: 2, Frequency.ANNUAL: 4}[self]
        return number % step == 0


class Direction(Word):
    """Which side is better."""

    HIGHER = "higher", "越高越好"
    LOWER = "lower", "越低越好"
    NEITHER = "neither", "不分高低"


class GrowthKind(Word):
    """同比: how a figure is compared with the same period last year."""

    REAL = "real", "不变价增速"
    NOMINAL = "nominal", "名义增速"
    PLAIN = "plain", "同比"
    POINTS = "points", "百分点"
    DIFFERENCE = "difference", "增减量"


@dataclass(frozen=True, slots=True)
class Duty:
    """Who delivers (lead, supporting) and who gives the figure; codes of departments."""

    lead: str
    supporting: tuple[str, ...] = ()
    provider: str = ""

    @property
    def giver(self) -> str:
        """The department that enters the figure: the provider, else the lead."""
        return self.provider or self.lead


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measured thing of a plan.

    `base` and `growth` are as printed; `decimals` are those that the figure is published with.
    `same_source` is the code under which the figure is entered, when that is another's.
    `delay` is by how many days the figure is published after the deadline of its quarter.
    `formula` computes the figure from others ([B-25] / [B-26]); a typed one overrides it.
    `definitions` and `base_revisions` are later than `definition` and `base`, oldest first.
    """

    code: str
    section: str
    name: str
    unit: str
    decimals: int
    measure: Measure
    nature: Nature
    frequency: Frequency
    direction: Direction
    target: Target
    duty: Duty
    binding: Binding | None = None
    base: Figure | None = None
    growth: Figure | None = None
    growth_kind: GrowthKind | None = None
    entered_as: EnteredAs | None = None
    revisions: tuple[TargetRevision, ...] = ()
    same_source: str = ""
    definition: str = ""
    remark: str = ""
    basis: str = ""
    delay: int = 0
    annual_targets: tuple[AnnualTarget, ...] = ()
    quarterly_targets: tuple[QuarterlyTarget, ...] = ()
    definitions: tuple[Definition, ...] = ()
    base_revisions: tuple[BaseRevision, ...] = ()
    formula: str = ""

    @property
    def aim(self) -> Target:
        """The target in force: the last revision, else the printed one."""
        return self.revisions[-1].target if self.revisions else self.target

    @property
    def start(self) -> Decimal | None:
        """The base that progress counts from.

        Bracketed bases are the plan before's, and sums and growth have none (domain.md, Measures).
        """
        counted = self.measure in (Measure.LEVEL, Measure.CONTROL, Measure.KEEP)
        if not counted or self.base is None or self.base.bracketed:
            return None
        return None if isinstance(self.base.core, Words) else self.base.value


class Node(Word):
    """What a milestone must have reached."""

    STARTED = "started", "开工"
    TOPPED = "topped", "封顶"
    COMPLETED = "completed", "完工"
    PRODUCING = "producing", "达产"
    OPENED = "opened", "投用"
    APPROVED = "approved", "获批"
    REMOVED = "removed", "搬迁退出"
    FOUNDED = "founded", "编制成立"
    WORDS = "words", "文字"


BUILT = (Node.STARTED, Node.TOPPED, Node.COMPLETED, Node.OPENED, Node.PRODUCING)  # in this order


@dataclass(frozen=True, slots=True)
class Milestone:
    """An unmeasured item with a node to reach by a planned quarter (text `2025Q4`)."""

    code: str
    section: str
    name: str
    node: Node
    planned: str
    duty: Duty
    target: Figure | None = None
    same_source: str = ""
    definition: str = ""
    remark: str = ""
    basis: str = ""


Item = Indicator | Milestone
