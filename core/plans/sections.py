"""`sections.csv`: the plan's tree, parents above their children."""

from collections.abc import Iterable

from core.domain.plan import Section, SectionKind
from core.errors import Fault
from core.plans.kinds import CODE, brief, word
from core.plans.sheet import SECTIONS, Column, Known, Sheet, parse
from core.plans.table import Row

DEEPEST = 6

SHEET = Sheet(
    "sections.csv",
    (
        Column("编码", "code", CODE, required=True),
        Column("所属", "parent", CODE, refers=SECTIONS),
        Column("类型", "kind", word(SectionKind), required=True),
        Column("名称", "name", required=True),
        Column("备注", "remark"),
    ),
    lambda values: Section(**values[""]),
)


def read(rows: Iterable[Row], known: Known) -> tuple[tuple[Section, ...], tuple[Fault, ...]]:
    """Read the sections; one that stands above its parent, or too deep, is a fault."""
    rows = tuple(rows)
    items, faults = parse(SHEET, rows, known)
    misplaced = _misplaced(rows, known) if SECTIONS in known else ()
    return tuple(section for _, section in items), (*faults, *misplaced)


def _misplaced(rows: Iterable[Row], known: Known) -> tuple[Fault, ...]:
    """Find sections that do not stand below a known parent; thus no cycle passes."""
    faults = []
    depths = {"": 0}
    for row in rows:
        parent = row.cells["所属"]
        above = depths.get(parent)
        if above is None and parent in known[SECTIONS]:
            expected = "排在本行之前的编码，不绕回自身"
            faults.append(Fault(SHEET.file, row.line, "所属", brief(parent), expected))
        elif above == DEEPEST:
            expected = f"不超过{DEEPEST}级的编码"
            faults.append(Fault(SHEET.file, row.line, "所属", brief(parent), expected))
        depths.setdefault(row.cells["编码"], (above or 0) + 1)
    return tuple(faults)
