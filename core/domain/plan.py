"""`Plan`: a five-year plan or a year's work report, with its sections, indicators and words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from core.domain.department import Department, Reorganisation
from core.domain.indicator import Indicator, Milestone
from core.domain.issue import Rule
from core.domain.period import Quarter
from core.domain.scale import Phase, Scale
from core.domain.words import Word

_SHORT = 2  # years of a plan that has no middle


class SectionKind(Word):
    """What a section is called in the plan."""

    TABLE = "table", "主要指标"
    CATEGORY = "category", "类别"
    SUBGROUP = "subgroup", "指标组"
    BOX = "box", "专栏"
    PROJECT = "project", "工程"
    TASK = "task", "任务"
    LIVELIHOOD = "livelihood", "民生实事"


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the plan's tree; a root has no parent."""

    code: str
    parent: str
    kind: SectionKind
    name: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The words of the 总结 phase and its floor, kept with the plan.

    `exceeded` is empty where the plan does not tell 超额完成 apart. `floor` is the least share of
    the target that is still 基本完成, None where the plan has no floor.
    """

    early: str = "提前完成"
    exceeded: str = ""
    full: str = "全面完成"
    nearly: str = "基本完成或接近完成"
    missed: str = "未完成"
    floor: Decimal | None = Decimal("0.9")

    @property
    def words(self) -> tuple[str, ...]:
        """The words in use, best first."""
        words = (self.early, self.exceeded, self.full, self.nearly, self.missed)
        return tuple(word for word in words if word)


@dataclass(frozen=True, slots=True)
class Appendix:
    """How the plan heads the table that a kind of report mirrors: 附表1, its title."""

    report: str
    label: str
    title: str


@dataclass(frozen=True)
class Plan:
    """A plan with everything that its tables print; sections and items stand in printed order.

    `dictionary` words the 总结, `monitoring` and `midterm` the years before.

    `name` is its short name (“十四五”规划), `region` the area whose departments it names.
    `bracket` words what `[ ]` stands for; `previous` is how it calls the plan before.
    """

    code: str
    title: str
    name: str
    region: str
    level: str
    first_year: int
    last_year: int
    base_year: int
    sections: tuple[Section, ...]
    indicators: tuple[Indicator, ...]
    milestones: tuple[Milestone, ...] = ()
    departments: tuple[Department, ...] = ()
    dictionary: Dictionary = field(default_factory=Dictionary)
    monitoring: Scale = field(default_factory=Scale)
    midterm: Scale = field(default_factory=Scale)
    appendices: tuple[Appendix, ...] = ()
    bracket: str = ""
    previous: str = ""
    notes: tuple[str, ...] = ()
    special_plans: tuple[str, ...] = ()
    source: str = ""
    remark: str = ""
    rules: tuple[Rule, ...] = ()
    reorganisations: tuple[Reorganisation, ...] = ()

    @cached_property
    def end(self) -> Quarter:
        """The last quarter, whose figures the 总结 judges."""
        return Quarter(self.last_year, 4)

    @cached_property
    def quarters(self) -> tuple[Quarter, ...]:
        """Every quarter from the first to the last."""
        years = range(self.first_year, self.last_year + 1)
        return tuple(Quarter(year, number) for year in years for number in range(1, 5))

    def phase(self, quarter: Quarter) -> Phase:
        """Tell how a quarter is judged: 总结 at the end, 中期 at the end of the middle year.

        A plan of less than three years has no middle.
        """
        if quarter == self.end:
            return Phase.FINAL
        years = self.last_year - self.first_year + 1
        middle = Quarter(self.first_year + (years - 1) // 2, 4)
        return Phase.MIDTERM if years > _SHORT and quarter == middle else Phase.ANNUAL

    def scale(self, quarter: Quarter) -> Scale:
        """Give the words and thresholds by which a quarter before the end is judged."""
        return self.midterm if self.phase(quarter) is Phase.MIDTERM else self.monitoring

    @property
    def words(self) -> tuple[str, ...]:
        """The words of all phases, each once."""
        scales = (self.dictionary, self.monitoring, self.midterm)
        return tuple(dict.fromkeys(word for each in scales for word in each.words))

    def section(self, code: str) -> Section:
        """Give a section by its code.

        Raises KeyError.
        """
        return self._sections[code]

    def path(self, code: str) -> tuple[Section, ...]:
        """Give the sections from the root down to `code`."""
        section = self.section(code)
        return (*(self.path(section.parent) if section.parent else ()), section)

    def main(self) -> Iterator[Indicator]:
        """Give the indicators of the main table, in printed order."""
        return (each for each in self.indicators if self.is_main(each))

    def is_main(self, item: Indicator | Milestone) -> bool:
        """Tell whether an item stands in the main table, not in a box or a task."""
        return self.path(item.section)[0].kind is SectionKind.TABLE

    def find(self, code: str) -> Indicator | None:
        """Give an indicator by its code, or nothing."""
        return self._indicators.get(code)

    def entered_under(self, code: str) -> str:
        """Give the code under which a figure is entered: that of its source, else its own."""
        indicator = self.find(code)
        return (indicator.same_source or code) if indicator else code

    def department(self, code: str) -> Department | None:
        """Give a department by its code, or nothing."""
        return next((each for each in self.departments if each.code == code), None)

    def appendix(self, report: str) -> Appendix | None:
        """Give how the plan heads a kind of report, where it says so."""
        return next((each for each in self.appendices if each.report == report), None)

    @cached_property
    def calculated(self) -> tuple[Indicator, ...]:
        """The indicators that a formula computes; looked for once, for hardly a plan has any."""
        return tuple(each for each in self.indicators if each.formula and not each.same_source)

    @cached_property
    def _sections(self) -> dict[str, Section]:
        """The sections by code."""
        return {section.code: section for section in self.sections}

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        """The indicators by code."""
        return {indicator.code: indicator for indicator in self.indicators}
