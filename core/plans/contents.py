"""The tables of a plan's files: what of the plan each holds, and the plan that they make."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from core.domain.period import Quarter
from core.domain.plan import Plan
from core.errors import Fault
from core.plans import (
    changes,
    departments,
    indicators,
    manifest,
    milestones,
    periods,
    reorganisations,
    revisions,
    rules,
    sections,
)
from core.plans.lines import spread
from core.plans.manifest import Head
from core.plans.sheet import (
    DEPARTMENTS,
    INDICATORS,
    ITEMS,
    MILESTONES,
    QUARTERS,
    SECTIONS,
    STATUSES,
    YEARS,
    Known,
    Sheet,
)
from core.plans.table import Row, Table
from core.plans.words import GROUPS

T = TypeVar("T")
Read = Callable[[Iterable[Row], Known], tuple[Any, tuple[Fault, ...]]]
Tables = Mapping[str, Table]
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A file, and the field of the plan, or of its indicators, that it holds."""

    field: str
    sheet: Sheet[Any]
    read: Read


PARTS = (
    Part("sections", sections.SHEET, sections.read),
    Part("departments", departments.SHEET, departments.read),
    Part("milestones", milestones.SHEET, milestones.read),
    Part("reorganisations", reorganisations.SHEET, reorganisations.read),
    Part("rules", rules.SHEET, rules.read),
)
BELONGINGS = (
    Part("annual_targets", periods.ANNUAL, periods.read_annual),
    Part("quarterly_targets", periods.QUARTERLY, periods.read_quarterly),
    Part("revisions", revisions.SHEET, revisions.read),
    Part("definitions", changes.DEFINITIONS, changes.read_definitions),
    Part("base_revisions", changes.BASES, changes.read_bases),
)
SHEETS = (indicators.SHEET, *(part.sheet for part in (*PARTS, *BELONGINGS)))
_CODES = {
    SECTIONS: (sections.SHEET.file,),
    DEPARTMENTS: (departments.SHEET.file,),
    INDICATORS: (indicators.SHEET.file,),
    MILESTONES: (milestones.SHEET.file,),
    ITEMS: (indicators.SHEET.file, milestones.SHEET.file),
}
FIRST = 2  # the line below the header


def items(plan: Plan) -> dict[Sheet[Any], tuple[Any, ...]]:
    """Give what each file holds of a plan."""
    return {
        indicators.SHEET: plan.indicators,
        **{part.sheet: getattr(plan, part.field) for part in PARTS},
        **{part.sheet: tuple(spread(plan.indicators, part.field)) for part in BELONGINGS},
    }


def numbered(rows: Iterable[Cells]) -> Table:
    """Make a table of rows of cells, without the spaces around their texts."""
    trimmed = ({name: cell.strip() for name, cell in cells.items()} for cells in rows)
    return Table(tuple(Row(line, cells) for line, cells in enumerate(trimmed, FIRST)))


def made(head: str, tables: Tables) -> tuple[Plan | None, tuple[Fault, ...]]:
    """Make a plan of its plan.toml and the rows of its files, or tell what is wrong.

    A plan that has no indicator yet is not wrong: somebody is still writing it.
    """
    named, faults = manifest.parse(head)
    fields, more = read(tables, known(named, tables))
    wrong = (*faults, *(each for each in more if each.line))
    return None if wrong else Plan(**named, **fields), wrong


def known(head: Head, tables: Tables) -> Known:
    """Gather what can be referred to, from the files that are sound."""
    found = {
        words: {row.cells["编码"] for file in files for row in tables[file].rows}
        for words, files in _CODES.items()
        if all(tables[file].sound for file in files)
    }
    if head:
        years = range(head["first_year"], head["last_year"] + 1)
        found[STATUSES] = {word for each in GROUPS for word in head[each.field].words}
        found[YEARS] = set(map(str, years))
        found[QUARTERS] = {str(Quarter(year, each)) for year in years for each in range(1, 5)}
    return found


def read(tables: Tables, known: Known) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """Make the arguments of `Plan` that the tables give."""
    faults: list[Fault] = []
    given = {
        part.field: kept(part.read(tables[part.sheet.file].rows, known), faults)
        for part in (*PARTS, *BELONGINGS)
    }
    own = {part.field: given.pop(part.field) for part in BELONGINGS}
    rows = tables[indicators.SHEET.file].rows
    given["indicators"] = kept(indicators.read(rows, known, own), faults)
    return given, tuple(faults)


def kept(read: tuple[T, Iterable[Fault]], faults: list[Fault]) -> T:
    """Keep the faults of what was read, and give its values."""
    values, wrong = read
    faults += wrong
    return values
