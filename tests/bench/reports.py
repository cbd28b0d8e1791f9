"""Making reports in a process that has made some before."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from core.ports import Store
from core.progress import finish
from core.reports import catalogue
from core.reports.content import Report
from core.reports.facts import Facts
from core.reports.pdf.draw import draw
from core.reports.pdf.typeset import typeset
from core.services import assessment
from core.services.reports import printing, reporting
from core.services.reports.reporting import Format, Request
from tests.bench import bare, databases
from tests.bench.pair import Pair, SkippedError
from tests.bench.processes import to_end
from tests.bench.timing import Clock, timed


def facts(folder: Path) -> Facts:
    """Give what 附表1 draws on."""
    return assessment.collect(databases.appendix(folder / "guiji.db"), databases.APPENDIX)


def content(of: Facts) -> Report:
    """Say what the report says."""
    return catalogue.kind("completion").build(of)


def longer(of: Facts, rows: int) -> Facts:
    """Repeat the indicators, each with a code, a figure and a judgement of its own."""
    shown = enumerate(islice(cycle(of.plan.main()), rows))
    codes = {f"{each.code}-{number}": each for number, each in shown}
    indicators = tuple(replace(each, code=code) for code, each in codes.items())
    return replace(
        of,
        plan=replace(of.plan, indicators=indicators),
        entries={code: of.entries.get(each.code, {}) for code, each in codes.items()},
        assessments={code: of.assessments[each.code] for code, each in codes.items()},
    )


def made(of: Facts) -> bytes:
    """Make the PDF: content, layout, drawing."""
    report = content(of)
    return finish(draw(report, typeset(report)))


def _against_bare(folder: Path) -> tuple[Clock, Clock]:
    """Make 附表1; draw the same strings and lines at the same places."""
    known = facts(folder)
    pages = bare.record(content(known))
    return timed(partial(made, known)), timed(partial(bare.drawn, pages))


def _long_against_short(folder: Path) -> tuple[Clock, Clock]:
    """Make a table of 400 rows; make 附表1 with its 41."""
    known = facts(folder)
    return timed(partial(made, longer(known, 400))), timed(partial(made, known))


def _all_against_office(folder: Path) -> tuple[Clock, Clock]:
    """Write the department reports of all departments; let LibreOffice convert their workbooks."""
    office = shutil.which("soffice")
    if office is None:
        raise SkippedError("没有安装LibreOffice")
    store, quarter = databases.departments(folder / "all.db"), databases.FORMS.quarter
    plan = databases.FORMS.plan
    offices = reporting.departments(store, plan, quarter)
    asked = [Request("department", plan, quarter, each.code) for each in offices]
    write = partial(_written, store, asked, folder / "out")
    books = [path for path in write() if path.suffix == ".xlsx"]
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    convert: tuple[str | Path, ...] = (office, profile, "--headless", "--convert-to", "pdf")
    convert += ("--outdir", folder, *books)
    return timed(write), partial(to_end, convert, folder)


def _written(store: Store, asked: Sequence[Request], folder: Path) -> tuple[Path, ...]:
    """Write reports as PDF and Excel."""
    return finish(printing.produce(store, asked, Format, folder)).files


PAIRS = (
    Pair("report", "附表1的PDF，比裸reportlab画同样的字和线", 2, _against_bare),
    Pair("reports-all", "各单位一季的报告，比LibreOffice成批转换", 1, _all_against_office),
    Pair("rows", "400行的PDF，比41行", 8, _long_against_short),
)
