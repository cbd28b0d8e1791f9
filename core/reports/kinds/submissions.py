"""报送情况通报: a notice of who handed in when, who did not, and what went back; its tables."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from core.domain.days import dated
from core.domain.period import Quarter
from core.domain.standing import Standing
from core.errors import NotFoundError
from core.reports import handed_in, legends
from core.reports.content import Align, Cell, Column, Heading, Part, Report, Row, RowKind, Table
from core.reports.facts import Facts
from core.reports.handed_in import BACK, NAMED, Sort
from core.reports.heading import department, headed, in_full
from core.reports.narrative import prose
from core.reports.prose import Signing

NOTHING = "没有要报送的单位，没有生成报告；请先在规划里指定数据提供单位和责任单位"
_OWES_NOTHING = "没有要报送的数据，没有生成报告；请改选单位，或者不限单位"
_UNIT, _QUARTER, _COUNT = 32.0, 20.0, 11.0
_DATA = ("单位", "报告期", "报送情况", "截止日", "报送日", "迟报天数", "退回次数")
_DATA_WIDTHS = (34.0, 20.0, 24.0, 26.0, 26.0, 20.0, 20.0)


def build(facts: Facts) -> Report:
    """Say how the forms of a quarter were handed in, with the tables of the years so far.

    Raises NotFoundError where nobody, or not the department chosen, has anything to report.
    """
    forms = tuple(each for each in facts.standings if not each.idle)
    if not forms:
        raise NotFoundError(_nothing(facts))
    signing = Signing(office=_office(facts), dated=dated(forms[0].today))
    parts: tuple[Part, ...] = (prose.submissions(facts), signing, *_tables(facts, forms))
    title = f"{facts.plan.name}数据报送情况通报"
    report = headed(facts, "submissions", title, parts, _data(facts, forms))
    head = f"关于{facts.plan.name}{facts.as_of.label}\n数据报送情况的通报"
    return replace(report, label="", title=head)


def _nothing(facts: Facts) -> str:
    """Say that there is nothing to report, and what to do."""
    chosen = department(facts)
    return f"{chosen.short_name}{_OWES_NOTHING}" if chosen else NOTHING


def _office(facts: Facts) -> str:
    """Name the office that puts the figures together in full, with its region."""
    found = facts.plan.department(facts.office)
    return in_full(facts.plan, found) if found else ""


def _tables(facts: Facts, forms: Sequence[Standing]) -> Iterator[Table]:
    """Give a table for each year in which something came or lacks, the report's own first.

    That one is there before anything is due, but not where nothing was collected.
    """
    years = sorted({each.quarter.year for each in forms}, reverse=True)
    for year in years:
        of = tuple(each for each in forms if each.quarter.year == year)
        own = year == facts.as_of.year and handed_in.is_collected(of)
        if own or any(handed_in.sort(each) in NAMED for each in of):
            quarters = tuple(sorted({each.quarter for each in of}))
            yield _table(facts, f"{year}年各单位报送情况", quarters, of)


def _table(
    facts: Facts, title: str, quarters: Sequence[Quarter], forms: Sequence[Standing]
) -> Table:
    """Make the table of a year: department by quarter, with the totals of both."""
    counted = tuple(Heading(each) for each in (*NAMED, BACK))
    headings = *(Heading(each.span) for each in quarters), Heading("合计", counted)
    widths = (_UNIT, *(_QUARTER for _ in quarters), *(_COUNT for _ in counted))
    aligned = (Align.LEFT, *(Align.CENTRE for _ in widths[1:]))
    rows = (*_rows(facts, quarters, forms), *_totals(quarters, forms))
    notes = legends.closed(_notes({cell.text for row in rows for cell in row.cells}))
    columns = tuple(map(Column, widths, aligned))
    return Table(columns, (Heading("单位"), *headings), rows, notes, title=title)


def _rows(facts: Facts, quarters: Sequence[Quarter], forms: Sequence[Standing]) -> Iterator[Row]:
    """Give a row for each department, in the order of the plan."""
    for code, of in groupby(forms, attrgetter("department")):
        own = {each.quarter: each for each in of}
        told = (handed_in.words(own[at]) if at in own else Sort.IDLE for at in quarters)
        counted = map(_number, handed_in.counts(own.values()))
        yield Row((Cell(handed_in.name(facts.plan, code)), *map(Cell, told), *counted))


def _totals(quarters: Sequence[Quarter], forms: Sequence[Standing]) -> Iterator[Row]:
    """Give the totals of each quarter, a row for each sort, and those of the year."""
    by_quarter = [[each for each in forms if each.quarter == at] for at in quarters]
    whole = handed_in.counts(forms)
    for at, label in enumerate((*NAMED, BACK)):
        unit = "次" if label == BACK else "个"
        sums = (_sum(of, at) for of in by_quarter)
        year = _number(whole[at], columns=len(whole))
        yield Row((Cell(f"{label}合计（{unit}）"), *sums, year), RowKind.TOTAL)


def _sum(forms: Sequence[Standing], at: int) -> Cell:
    """Print a total of a quarter; of one that was never collected there is none."""
    if not handed_in.is_collected(forms) and not all(each.idle for each in forms):
        return Cell(Sort.UNCOUNTED)
    return _number(handed_in.counts(forms)[at])


def _number(count: int, columns: int = 1) -> Cell:
    """Print a count."""
    return Cell(str(count), Decimal(count), columns)


def _notes(texts: Collection[str]) -> Iterator[str]:
    """Say what the words mean that occur."""
    yield "迟报天数从报送截止日的次日算起"
    if any(text.startswith(Sort.OPEN) for text in texts):
        yield f"“{Sort.OPEN}”表示还没有到报送截止日"
    if Sort.UNCOUNTED in texts:
        yield f"“{Sort.UNCOUNTED}”表示该期没有组织报送"
    if Sort.IDLE in texts:
        yield f"{Sort.IDLE}表示该期不需要报送"


def _data(facts: Facts, forms: Sequence[Standing]) -> Table:
    """Give every form as a row of its own."""
    return Table(
        tuple(map(Column, _DATA_WIDTHS)),
        tuple(map(Heading, _DATA)),
        tuple(Row(tuple(_plain(facts, each))) for each in forms),
        filters=True,
    )


def _plain(facts: Facts, form: Standing) -> Iterator[Cell]:
    """Give the cells of a form on the sheet of data."""
    late = form.late if handed_in.sort(form) in NAMED else 0
    said = handed_in.name(facts.plan, form.department), str(form.quarter), str(handed_in.sort(form))
    yield from map(Cell, (*said, str(form.deadline), str(form.on or "")))
    yield from map(_number, (late, form.returned))
