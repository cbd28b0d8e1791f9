"""校验码: which data a printed code shows, and whether they are the present or approved ones."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from core.domain.printed import Printed
from core.errors import NotFoundError, UserError
from core.ports import Store
from core.progress import Job, Progress
from core.reports import canonical, catalogue
from core.reports.content import Report
from core.reports.differences import Difference, differences
from core.services import sanctions
from core.services.reports import gathering, reporting, selecting
from core.services.reports.gathering import Gathered, Known
from core.services.reports.reporting import Request
from core.services.sanctions import Sanction, Sanctioned

LENGTH, _QUOTED = 12, 40  # digits of a code, characters of a quotation
_DIGITS = re.compile(r"[0-9a-f]{12}")
_BETWEEN = re.compile(r"[\s\-—·.,:：、_]+|校验码")
_MISREAD = str.maketrans("oil", "011")  # letters that no code has, for digits that look so


@dataclass(frozen=True, slots=True)
class Shown:
    """A report that carries a code: what it is, and how it differs from what it would say now.

    `genre` is the title of its kind; `whose` names the plan, department, section and 属性 it is
    about. `problem` says why it cannot be compared, if so. `sanctions` tell of each department
    whose figures it shows whether they were approved so.
    """

    plan: str
    printed: Printed
    genre: str = ""
    whose: str = ""
    differences: tuple[Difference, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    problem: str = ""

    @property
    def current(self) -> bool:
        """Whether it shows the present data."""
        return not self.problem and not self.differences

    @property
    def approved(self) -> bool:
        """Whether all that it shows of departments is as it was approved."""
        return bool(self.sanctions) and all(each.matches for each in self.sanctions)


@dataclass(frozen=True, slots=True)
class Verified:
    """What is known of a code, as it was understood; the latest report first."""

    code: str
    reports: tuple[Shown, ...]

    @property
    def known(self) -> bool:
        """Whether a report with this code was written from this database."""
        return bool(self.reports)

    @property
    def current(self) -> bool:
        """Whether it shows the present data."""
        return self.known and all(each.current for each in self.reports)

    @property
    def sentence(self) -> str:
        """Say in one sentence what came out."""
        if not self.known:
            return (
                f"没有找到校验码“{self.code}”：这份报告不是由本数据库印出的，或者印出时没有存下内容；"
                "请核对每一位，再试一次"
            )
        told = "就是现在的数据" if self.current else "与现在的数据不一致"
        return f"校验码“{self.code}”的报告{told}"


def spelled(code: str) -> str:
    """Give a code as it is kept: blanks, capitals, full-width and misread letters are forgiven.

    Raises NotFoundError for what can be none.
    """
    plain = unicodedata.normalize("NFKC", code).lower()
    found = _BETWEEN.sub("", plain).translate(_MISREAD)
    if not _DIGITS.fullmatch(found):
        raise NotFoundError(
            f"“{_shortened(code)}”不是校验码：校验码在报告页脚，是{LENGTH}位，由数字0至9和字母a至f组成"
        )
    return found


def verify_code(store: Store, code: str) -> Job[Verified]:
    """Tell which reports carry a code, and compare each with what it would say now.

    Raises NotFoundError for what can be no code, StorageError.
    """
    asked = spelled(code)
    with store.reading() as work:
        found = work.printed.coded(asked)[::-1]
    shown = list[Shown]()
    for done, (plan, printed) in enumerate(found):
        yield Progress(done, len(found), f"正在核对{printed.title}")
        shown.append((yield from _shown(store, plan, printed)))
    return Verified(asked, tuple(shown))


def archived(store: Store, code: str) -> Report:
    """Give the content that a code stands for, as it was printed.

    Raises NotFoundError, StorageError.
    """
    asked = spelled(code)
    with store.reading() as work:
        found = work.printed.coded(asked)
        if not found:
            raise NotFoundError(Verified(asked, ()).sentence)
        return canonical.read(work.printed.content(found[-1][1].sha256))


def reprint(store: Store, code: str) -> Job[bytes]:
    """Draw a report as PDF once more from its stored content.

    Raises NotFoundError, StorageError.
    """
    return (yield from reporting.pdf(archived(store, code)))


def _shown(store: Store, plan: str, printed: Printed) -> Job[Shown]:
    """Compare a report with what it would say now."""
    try:
        return (yield from _compared(store, plan, printed))
    except UserError as error:
        return Shown(plan, printed, problem=str(error))


def _compared(store: Store, plan: str, printed: Printed) -> Job[Shown]:
    """Compare a report.

    Raises UserError where the same report can no longer be asked for.
    """
    needs, day = catalogue.kind(printed.kind).needs, datetime.fromisoformat(printed.at).date()
    with store.reading() as work:
        report = canonical.read(work.printed.content(printed.sha256))
        known = gathering.read(work, plan, printed.quarter, needs, day)
        approvals = sanctions.read(work, known)
    request = _request(plan, printed, report)
    now = yield from _said(known, request)
    return Shown(
        plan,
        printed,
        report.genre or report.heading,
        _whose(known, request),
        differences(report, now),
        (yield from _sanctions(known, request, report, approvals, printed.at)),
    )


def _said(known: Known, request: Request) -> Job[Report]:
    """Say what a report says of what was read."""
    return reporting.said(Gathered((yield from gathering.judged(known)), known.wordings), request)


def _sanctions(
    known: Known, request: Request, report: Report, approvals: Sanctioned, at: str
) -> Job[tuple[Sanction, ...]]:
    """Tell which approvals a report agrees with: the newest, else those when it was printed."""
    newest, then = approvals.newest(), approvals.newest(at)
    selection = selecting.selection(
        known.then, request.department, request.section, request.binding
    )
    told: dict[str, Sanction] = {}
    for chosen in (newest, then) if then != newest else (newest,):
        frozen = yield from _said(approvals.overlaid(known, chosen), request)
        for each in approvals.told(known, selection, chosen, differences(report, frozen)):
            if each.department not in told or (each.matches and not told[each.department].matches):
                told[each.department] = each
    return tuple(told.values())


def _whose(known: Known, request: Request) -> str:
    """Name what a report is about."""
    plan = known.then
    department, section = plan.department(request.department), request.section
    told = (
        plan.region + plan.name,
        department.short_name if department else "",
        plan.section(section).name if section else "",
        request.binding.label if request.binding else "",
    )
    return "，".join(filter(None, told))


def _shortened(text: str) -> str:
    """Give as much of a text as a message quotes."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def _request(plan: str, printed: Printed, report: Report) -> Request:
    """Ask for the same report again."""
    return Request(
        printed.kind,
        plan,
        printed.quarter,
        printed.department,
        report.section,
        report.binding,
        printed.edition,
        printed.public,
    )
