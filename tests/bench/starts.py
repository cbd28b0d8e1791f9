"""Starting the program: its window, its page of reports, its command."""

import shutil
import sys
from functools import partial
from pathlib import Path

from core.progress import finish
from core.services.reports import printing
from core.services.reports.reporting import Format, Request
from tests.bench import databases
from tests.bench.pair import Pair, SkippedError
from tests.bench.processes import ROOT, to_end, to_sign
from tests.bench.timing import Clock

_LABEL = "from tests.bench.label import show; show()"


def _window(shown: str, folder: Path) -> tuple[Clock, Clock]:
    """Start the program with an existing database; start a label."""
    database = folder / "guiji.db"
    databases.appendix(database)
    code = f"from tests.bench.window import {shown}; {shown}({str(database)!r})"
    return partial(to_sign, code, folder), partial(to_sign, _LABEL, folder)


def _command(folder: Path) -> tuple[Clock, Clock]:
    """Write 附表1 as PDF; let LibreOffice make a PDF of its workbook."""
    office = shutil.which("soffice")
    if office is None:
        raise SkippedError("没有安装LibreOffice")
    database = folder / "guiji.db"
    store, request = databases.appendix(database), Request("completion", databases.APPENDIX)
    (workbook,) = finish(printing.produce(store, [request], [Format.XLSX], folder)).files
    asked = ("report", request.kind, "--plan", request.plan, "--format", "pdf")
    ours = (sys.executable, ROOT / "main.py", *asked, "-o", folder, "--database", database)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    convert = (office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, workbook)
    return partial(to_end, ours, folder), partial(to_end, convert, folder)


PAIRS = (
    Pair("window", "窗口第一帧，比一个QLabel", 1.4, partial(_window, "first_frame")),
    Pair("home", "首页显示附表1的报送一览，比一个QLabel", 4, partial(_window, "filled_home")),
    Pair("page", "报告页显示附表1，比一个QLabel", 4, partial(_window, "filled_page")),
    Pair("command", "命令行写出附表1，比LibreOffice转换工作簿", 0.7, _command),
)
