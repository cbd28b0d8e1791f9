"""Writing reports: values → content → PDF and Excel, each put in place when it is whole."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from core.domain.period import Quarter
from core.ports import Store
from core.progress import Job, Progress
from core.reports import catalogue
from core.reports.content import Report
from core.reports.layout import Layout
from core.services import assessment, files


class Format(StrEnum):
    """A kind of file that a report is written as; the value is its ending."""

    PDF = "pdf"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Request:
    """A report that somebody asks for; without a quarter the plan's last one."""

    kind: str
    plan: str
    quarter: Quarter | None = None


def content(store: Store, request: Request) -> Report:
    """Collect the values in one read and say what the report says.

    Raises NotFoundError for an unknown plan or kind, UsageError for an impossible quarter.
    """
    kind = catalogue.kind(request.kind)
    made = kind.build(assessment.collect(store, request.plan, request.quarter))
    return made if made.genre else replace(made, genre=kind.title)


def preview(store: Store, request: Request) -> Job[bytes]:
    """Draw the PDF in memory: the very bytes that `produce` writes."""
    from core.reports.pdf.draw import draw
    from core.reports.pdf.typeset import typeset

    report = content(store, request)
    return (yield from draw(report, typeset(report)))


def produce(
    store: Store, requests: Iterable[Request], formats: Iterable[Format], folder: Path
) -> Job[tuple[Path, ...]]:
    """Write each report in each format into `folder`; give the absolute paths.

    A closed job leaves what is whole and nothing half. Raises OutputError.
    """
    asked, endings = tuple(requests), tuple(formats)
    target, written = files.prepare(folder), list[Path]()
    for done, request in enumerate(asked):
        yield Progress(done, len(asked), f"正在写出{catalogue.kind(request.kind).title}")
        report = content(store, request)
        for path, data in (yield from drawn(report, endings)):
            files.put(target / path, data)
            written.append(target / path)
    return tuple(written)


def drawn(report: Report, endings: Iterable[Format]) -> Job[list[tuple[str, bytes]]]:
    """Draw a report in each format on one layout."""
    from core.reports.pdf.typeset import typeset

    layout, drawn = typeset(report), list[tuple[str, bytes]]()
    for ending in endings:
        data = yield from _written(report, layout, ending)
        drawn.append((f"{report.name}.{ending}", data))
    return drawn


def _written(report: Report, layout: Layout, ending: Format) -> Job[bytes]:
    """Draw a report in one format."""
    if ending is Format.PDF:
        from core.reports.pdf.draw import draw

        return (yield from draw(report, layout))
    from core.reports.xlsx import book

    return book.write(report, layout)
