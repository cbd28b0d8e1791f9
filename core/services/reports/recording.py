"""Storing what written reports say, under their 校验码."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.domain.printed import Printed
from core.errors import NotFoundError, StorageError
from core.ports import Store
from core.reports import canonical
from core.reports.content import Report
from core.services.clock import now
from core.services.reports import narratives, reporting
from core.services.reports.gathering import Gathered
from core.services.reports.reporting import Request

NOT_KEPT = "报告已经写出，但内容没有存入数据库，以后不能用校验码核对：{}"
OUTDATED = "《{}》的文字是人工改过的，改后数据又有变动，请核对文字与数据是否一致"


@dataclass(frozen=True, slots=True)
class Made:
    """A report that was written: its files, its 校验码, the department's code that it is about."""

    request: Request
    title: str
    code: str
    files: tuple[Path, ...]
    department: str = ""


@dataclass
class Record:
    """Stores what `by` writes; once that fails, no later report is tried.

    `notices` say what the user should know of the reports.
    """

    store: Store
    by: str
    notices: list[str] = field(default_factory=list)
    failed: bool = False

    def keep(
        self, known: Gathered, request: Request, report: Report, paths: Sequence[Path] = ()
    ) -> Made:
        """Store a report's content, and say what was written."""
        content = canonical.content(report)
        printed = _printed(self.by, known, request, report, content)
        if known.wordings and narratives.of(known, request).outdated:
            self.notices.append(OUTDATED.format(printed.title))
        if not self.failed:
            self._try(known.facts.plan.code, printed, content)
        return Made(request, report.heading, printed.code, tuple(paths), printed.department)

    def _try(self, plan: str, printed: Printed, content: bytes) -> None:
        """Store a report's content in one transaction, or say why it is not stored."""
        try:
            with self.store.writing() as work:
                work.printed.add(plan, printed, content)
        except (StorageError, NotFoundError) as error:
            self.failed = True
            self.notices.append(NOT_KEPT.format(error))


def _printed(by: str, known: Gathered, request: Request, report: Report, content: bytes) -> Printed:
    """Say what was written, by whom and when."""
    return Printed(
        canonical.code(content),
        canonical.digest(content),
        request.kind,
        known.facts.as_of,
        report.heading,
        report.edition,
        by,
        now(),
        reporting.selected(known.facts, request).department,
        report.public,
    )
