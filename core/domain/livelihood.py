"""民生实事: an item is done when all its rows are; ten are counted, not twenty-one rows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from core.domain.completion import Assessment
from core.domain.indicator import Item
from core.domain.judging.judgement import Grade
from core.domain.plan import Dictionary, Plan, SectionKind
from core.domain.scale import Scale

_DONE = (Grade.REACHED, Grade.EARLY, Grade.EXCEEDED, Grade.FULL)


@dataclass(frozen=True, slots=True)
class Tally:
    """One 民生实事 with the codes of its rows, and of those that are done."""

    section: str
    name: str
    rows: tuple[str, ...]
    finished: tuple[str, ...]

    @property
    def done(self) -> bool:
        """Whether all rows are done."""
        return len(self.finished) == len(self.rows)

    @property
    def words(self) -> str:
        """How far it is, for a cell: 已完成, 2项中完成1项."""
        return "已完成" if self.done else f"{len(self.rows)}项中完成{len(self.finished)}项"


def tallies(plan: Plan, assessments: Iterable[Assessment]) -> tuple[Tally, ...]:
    """Count each 民生实事 of a plan, in printed order; one without rows is left out."""
    judged = {each.code: each for each in assessments}
    rows = _rows(plan)
    return tuple(
        Tally(section.code, section.name, codes, tuple(_finished(plan, codes, judged)))
        for section in plan.sections
        if section.kind is SectionKind.LIVELIHOOD and (codes := tuple(rows[section.code]))
    )


def summary(counted: Iterable[Tally]) -> str:
    """Say how many are done: 民生实事10件，已完成3件; nothing where there are none."""
    found = tuple(counted)
    return f"民生实事{len(found)}件，已完成{sum(each.done for each in found)}件" if found else ""


def _rows(plan: Plan) -> dict[str, list[str]]:
    """Give the codes of the indicators and milestones of each section, in printed order."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for item in sorted(chain[Item](plan.indicators, plan.milestones), key=attrgetter("code")):
        rows[item.section].append(item.code)
    return rows


def _finished(plan: Plan, codes: Iterable[str], judged: Mapping[str, Assessment]) -> Iterator[str]:
    """Give the rows that are done."""
    nodes = {each.code for each in plan.milestones}
    done = {str(getattr(words, grade.value)) for words, grade in _worded(plan)} - {""}
    for code in codes:
        found = judged.get(code)
        if found and (_by_person(found, done) if found.overridden else _by_rule(found, nodes)):
            yield code


def _worded(plan: Plan) -> Iterator[tuple[Scale | Dictionary, Grade]]:
    """Give the dictionaries of a plan with each grade that is done in them."""
    yield from ((words, Grade.REACHED) for words in (plan.monitoring, plan.midterm))
    yield from ((plan.dictionary, grade) for grade in _DONE[1:])


def _by_person(found: Assessment, done: Collection[str]) -> bool:
    """Tell whether the word that a person gave means done."""
    return found.status in done


def _by_rule(found: Assessment, nodes: Collection[str]) -> bool:
    """Tell whether the target is reached, or of a milestone the node, late ones included."""
    return found.grade in _DONE or (found.code in nodes and found.completion == 1)
