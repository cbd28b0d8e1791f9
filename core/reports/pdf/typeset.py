"""Laying a report out on sheets, part by part."""

from collections.abc import Iterator

from core.domain.printed import Edition
from core.errors import OutputError
from core.reports import canonical
from core.reports.chart import Chart
from core.reports.content import Part, Report, Table
from core.reports.layout import Layout, PartLayout
from core.reports.pdf import foot, heads, measure, prose, signing, table
from core.reports.pdf.flow import Flow
from core.reports.pdf.fonts import named, typeface
from core.reports.pdf.roles import Role
from core.reports.prose import Prose, Signing

Texts = Iterator[tuple[Role, str]]


def typeset(report: Report) -> Layout:
    """Lay a report out.

    Raises OutputError when a character has no font or a row is taller than a page.
    """
    code = "" if report.edition is Edition.FINAL else canonical.code(canonical.content(report))
    _require_fonts(report)
    flow = Flow()
    flow.begin(landscape=any(map(_landscape, report.parts[:1])))
    head = heads.head(report, flow.area)
    flow.place(head, heads.height(head))
    parts = tuple(_part(flow, report.parts, number) for number in range(len(report.parts)))
    return Layout(head, parts, flow.sheets(), code)


def _landscape(part: Part) -> bool:
    """Tell how the first sheet lies."""
    return isinstance(part, Table) and measure.orientation(part).landscape


def _part(flow: Flow, parts: tuple[Part, ...], number: int) -> PartLayout:
    """Lay a part out where the flow is, with room for what signs it."""
    match parts[number]:
        case Table() as part:
            return table.place(flow, number, part, _below(flow, parts, number))
        case Prose() as part:
            return prose.place(flow, number, part, _below(flow, parts, number))
        case Chart() as part:
            from core.reports.pdf import chart  # with the graphics that most reports do without

            return chart.place(flow, number, part)
        case Signing() as part:
            return signing.place(flow, number, part)


def _below(flow: Flow, parts: tuple[Part, ...], number: int) -> float:
    """Give the height of what signs a part."""
    following = parts[number + 1 : number + 2]
    return sum(signing.height(each, flow.area) for each in following if isinstance(each, Signing))


def _require_fonts(report: Report) -> None:
    """Refuse a report with a character that would print as a box."""
    texts: dict[Role, list[str]] = {}
    for role, text in _texts(report):
        texts.setdefault(role, []).append(text)
    missing = {each for role, said in texts.items() for each in typeface(role).missing(said)}
    if missing:
        raise OutputError(f"报告中的{named(sorted(missing))}没有字体可用，请改正后再写出")


def _texts(report: Report) -> Texts:
    """Give every text of a report with its typeface."""
    yield Role.XIAOBIAOSONG, report.title
    yield Role.HEI, report.label + report.edition.label + table.CONTINUED
    yield Role.SONG, "".join(foot.lines(report, ""))
    for part in report.parts:
        match part:
            case Table():
                yield from _table_texts(part)
            case Prose():
                for each in part.paragraphs:
                    yield prose.role(each.level), each.text
                    yield Role.KAI, each.lead
            case Chart():
                from core.reports.pdf import chart

                yield from chart.texts(part)
            case Signing():
                yield Role.SONG, "".join(part.fields)
                yield Role.FANGSONG, part.office + part.dated


def _table_texts(of: Table) -> Texts:
    """Give the texts of a table."""
    yield Role.HEI, of.label
    yield Role.XIAOBIAOSONG if of.label else Role.HEI, of.title
    yield Role.SONG, of.unit_line + "".join(of.notes)
    for *_, heading in of.header():
        yield Role.HEI, heading.text
    for row in of.rows:
        yield measure.row_role(row), "".join([cell.text for cell in row.cells])
