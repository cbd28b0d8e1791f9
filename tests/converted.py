"""Every kind of report of every plan with full figures, and what LibreOffice makes of them."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl

import main
from core.domain.period import Quarter
from core.domain.submission import Origin
from core.progress import finish
from core.reports import catalogue
from core.reports.content import Report, Table
from core.reports.layout import Layout
from core.reports.pdf.typeset import typeset
from core.reports.xlsx import book
from core.services.reports import gathering, reporting
from core.services.reports.reporting import Request
from tests import filled
from tests.core.reports import gridded, office

DISTRICT, BEFORE, CITY = filled.PLANS
AS_OF = {DISTRICT: Quarter(2023, 4), BEFORE: Quarter(2020, 4), CITY: Quarter(2024, 3)}
LEADS = {DISTRICT: "D04", BEFORE: "D02", CITY: "M01"}
NOTHING = {(BEFORE, "projects"), (CITY, "projects")}  # plans without boxes
EVERY = [
    (plan, each.code)
    for plan in filled.PLANS
    for each in catalogue.KINDS
    if (plan, each.code) not in NOTHING
]
OTHERS = {"正文", "图", "图表数据", "数据"}  # sheets without a table of the report's
TODAY, WHEN = date(2024, 1, 29), "2024-01-20T09:00:00+08:00"


@dataclass(frozen=True)
class Made:
    """A report and its workbook, what LibreOffice saved of that, and the pages it printed."""

    report: Report
    layout: Layout
    path: Path
    saved: Path
    pages: Mapping[str, list[gridded.Page]]

    def parts(self, sort):
        """The number of each part of a sort, the part and its layout."""
        parts = zip(self.report.parts, self.layout.parts, strict=True)
        return [(at, *each) for at, each in enumerate(parts) if isinstance(each[0], sort)]

    def tables(self):
        """The number of each table, the table, its layout and its pages."""
        pages = (pages for name, pages in self.pages.items() if name not in OTHERS)
        return [(*own, each) for own, each in zip(self.parts(Table), pages, strict=True)]


def every(database, folder):
    """All reports by plan and kind, their workbooks converted in two runs."""
    store = main.open_store(str(shutil.copy(database, folder / "guiji.db")))
    reports = {key: report for plan in filled.PLANS for key, report in _said(store, plan)}
    layouts = {key: typeset(report) for key, report in reports.items()}
    files = [folder / f"{'_'.join(key)}.xlsx" for key in reports]
    for file, key in zip(files, reports, strict=True):
        file.write_bytes(book.write(reports[key], layouts[key]))
    saved, printed = (office.convert(files, ending, folder) for ending in ("xlsx", "pdf"))
    ready = zip(reports, files, saved, printed, strict=True)
    return {
        key: Made(reports[key], layouts[key], file, copy, _pages(file, pdf))
        for key, file, copy, pdf in ready
    }


def _pages(workbook, printed):
    """The pages of a PDF by the names of the workbook's sheets."""
    return gridded.sheets(printed, openpyxl.load_workbook(workbook, read_only=True).sheetnames)


def _said(store, plan):
    """What every kind says of a plan with full figures."""
    told = filled.entries(filled.plan(plan), AS_OF[plan]).values()
    with store.writing() as work:
        entries = [each for own in told for each in own.values()]
        work.entries.save(plan, entries, Origin("填报", "张三"), WHEN)
    known = finish(gathering.gather(store, plan, AS_OF[plan], frozenset(catalogue.Need), TODAY))
    for kind in catalogue.KINDS:
        if (plan, kind.code) in EVERY:
            department = LEADS[plan] if kind.for_department else ""
            request = Request(kind.code, plan, AS_OF[plan], department)
            yield (plan, kind.code), reporting.said(known, request)
