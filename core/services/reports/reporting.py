"""Saying and drawing one report: facts → content → PDF and Excel."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from core.domain.department import Department
from core.domain.indicator import Binding
from core.domain.period import Quarter
from core.domain.printed import Edition
from core.errors import UsageError, UserError
from core.ports import Store
from core.progress import Job, finish
from core.reports import catalogue, naming, public
from core.reports.catalogue import Kind, Need
from core.reports.content import Report
from core.reports.facts import Facts
from core.reports.layout import Layout
from core.reports.selection import Selection
from core.services.reports import gathering, selecting, wordings
from core.services.reports.gathering import Gathered


class Format(StrEnum):
    """A kind of file that a report is written as; the value is its ending."""

    PDF = "pdf"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Request:
    """A report that somebody asks for; without a quarter the plan's last one.

    `department` and `section` are codes or names, empty for all. In the `public` version what is
    marked 不公开 is masked.
    """

    kind: str
    plan: str
    quarter: Quarter | None = None
    department: str = ""
    section: str = ""
    binding: Binding | None = None
    edition: Edition = Edition.FINAL
    public: bool = False


def content(store: Store, request: Request) -> Report:
    """Collect the values in one read and say what the report says.

    Raises NotFoundError for an unknown plan, kind, department or section, UsageError for an
    impossible quarter or a kind that lacks its department, UserError where there is nothing to say.
    """
    return said(finish(gathered(store, request)), request)


def gathered(store: Store, request: Request) -> Job[Gathered]:
    """Collect what a report draws on."""
    needs = catalogue.kind(request.kind).needs
    job = gathering.gather(store, request.plan, request.quarter, needs, today())
    return (yield from job)


def said(known: Gathered, request: Request) -> Report:
    """Say what a report says, with the narrative that was edited for it, if one was."""
    facts, selection = known.facts, selected(known.facts, request)
    report = generated(facts, request, selection)
    edited = wordings.find(
        known.wordings, request.kind, facts.as_of, selection, public=request.public
    )
    return wordings.applied(report, edited)


def generated(facts: Facts, request: Request, selection: Selection) -> Report:
    """Say what a report says by itself, masked where it is public, marked with its edition."""
    kind, chosen = catalogue.kind(request.kind), _only(facts, selection)
    _refuse(kind, chosen)
    made = kind.build(chosen)
    named = made if made.genre else replace(made, genre=kind.title)
    shown = public.public(named) if request.public else named
    return _issued(shown, request.edition, selection)


def selected(facts: Facts, request: Request) -> Selection:
    """Find which part of the plan a report is to be about.

    Raises NotFoundError.
    """
    asked = request.department, request.section, request.binding
    return selecting.selection(facts.plan, *asked)


def preview(store: Store, request: Request) -> Job[bytes]:
    """Draw the PDF in memory: the very bytes that are written."""
    return (yield from pdf(said((yield from gathered(store, request)), request)))


def pdf(report: Report) -> Job[bytes]:
    """Draw a report as PDF."""
    ((_, data),) = yield from drawn(report, (Format.PDF,))
    return data


def drawn(report: Report, endings: Iterable[Format]) -> Job[list[tuple[str, bytes]]]:
    """Draw a report in each format on one layout."""
    from core.reports.pdf.typeset import typeset

    layout, drawn = typeset(report), list[tuple[str, bytes]]()
    for ending in endings:
        data = yield from _written(report, layout, ending)
        drawn.append((f"{report.name}.{ending}", data))
    return drawn


def departments(store: Store, plan: str, quarter: Quarter | None) -> tuple[Department, ...]:
    """Give the departments that answer for items of a plan, of which reports can be written.

    Raises NotFoundError, UsageError.
    """
    known = finish(gathering.gather(store, plan, quarter, (), today()))
    then = known.facts.plan
    leading = {each.duty.lead for each in known.facts.items()}
    return tuple(each for each in then.departments if each.code in leading)


def today() -> date:
    """Give the day by which forms that lack are late."""
    return datetime.now().astimezone().date()


def _only(facts: Facts, selection: Selection) -> Facts:
    """Leave what belongs to a selection."""
    if selection == Selection():
        return facts
    chosen, own = replace(facts, selection=selection), selection.department
    codes = {each.code for each in chosen.items()}
    return replace(
        chosen,
        lights=facts.lights and facts.lights.only(codes),
        standings=tuple(each for each in facts.standings if own in ("", each.department)),
    )


def _refuse(kind: Kind, facts: Facts) -> None:
    """Refuse a report that lacks its department, or about a selection in which there is nothing."""
    selection = facts.selection
    if kind.for_department and not selection.department:
        raise UsageError(f"“{kind.title}”是一个单位的报告，请选定单位")
    partial = selection != Selection() and Need.STANDINGS not in kind.needs
    if partial and not any(True for _ in facts.items()):
        raise UserError("选定的单位、类别和属性下没有指标或工程，没有写出报告，请另选")


def _issued(report: Report, edition: Edition, selection: Selection) -> Report:
    """Put the edition on a report, and what part of the plan it is about."""
    final = edition is Edition.FINAL
    return replace(
        report,
        name=report.name if final else naming.marked(report.name, edition.label),
        edition=edition,
        section=selection.section,
        binding=selection.binding,
    )


def _written(report: Report, layout: Layout, ending: Format) -> Job[bytes]:
    """Draw a report in one format."""
    if ending is Format.PDF:
        from core.reports.pdf.draw import draw

        return (yield from draw(report, layout))
    from core.reports.xlsx import book

    return book.write(report, layout)
