"""Writing reports: each put in place when it is whole, its content stored under its 校验码."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from core.domain.period import Quarter
from core.domain.printed import Printed
from core.errors import NotFoundError, StorageError
from core.ports import Store
from core.progress import Job, Progress
from core.reports import canonical, catalogue, naming
from core.reports.catalogue import Need
from core.reports.content import Report
from core.services import files, gathering, narratives, profiles, reporting
from core.services.clock import now
from core.services.gathering import Gathered
from core.services.reporting import Format, Request

NOT_KEPT = "报告已经写出，但内容没有存入数据库，以后不能用校验码核对：{}"
OUTDATED = "《{}》的文字是人工改过的，改后数据又有变动，请核对文字与数据是否一致"
_Group = tuple[str, Quarter | None]  # plan and quarter: what is read at once


@dataclass(frozen=True, slots=True)
class Made:
    """A report that was written: its files, its 校验码, the department's code that it is about."""

    request: Request
    title: str
    code: str
    files: tuple[Path, ...]
    department: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """The reports that were written; `notices` say what the user should know of them."""

    reports: tuple[Made, ...]
    notices: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """All files, in the order of writing."""
        return tuple(path for each in self.reports for path in each.files)


@dataclass(frozen=True, slots=True)
class Paper:
    """A report as PDF that goes to a printer; `notices` say what could not be stored."""

    title: str
    pdf: bytes
    code: str
    notices: tuple[str, ...] = ()


def produce(
    store: Store, requests: Iterable[Request], formats: Iterable[Format], folder: Path
) -> Job[Written]:
    """Write each report in each format into `folder`; give the absolute paths.

    Reports of one plan and quarter share one read. Each report's content is stored once its files
    are in place; where it cannot be, the files stay and a notice says so. A closed job leaves what
    is whole, stored too, and nothing half. Raises OutputError, NotFoundError, UsageError.
    """
    asked, endings = tuple(dict.fromkeys(requests)), tuple(formats)
    target, record = files.prepare(folder), _Record(store, profiles.person(store))
    known, taken, made = dict[_Group, Gathered](), set[str](), list[Made]()
    for done, request in enumerate(asked):
        yield Progress(done, len(asked), _words(request))
        group = request.plan, request.quarter
        if group not in known:
            known[group] = yield from _gathered(store, group, asked)
        report = reporting.said(known[group], request)
        drawn, name = (yield from reporting.drawn(report, endings)), _free(report.name, taken)
        paths = _put(target, name, zip(endings, drawn, strict=True))
        made += [record.keep(known[group], request, report, paths)] if paths else []
    return Written(tuple(made), tuple(record.notices))


def paper(store: Store, request: Request) -> Job[Paper]:
    """Draw a report that goes to a printer, and store its content as `produce` does."""
    known = yield from reporting.gathered(store, request)
    report, record = reporting.said(known, request), _Record(store, profiles.person(store))
    pdf = yield from reporting.pdf(report)
    made = record.keep(known, request, report, ())
    return Paper(made.title, pdf, made.code, tuple(record.notices))


def printed(store: Store, plan: str) -> tuple[Printed, ...]:
    """Give the reports that were written of a plan, the latest first."""
    with store.reading() as work:
        return work.printed.of(plan)[::-1]


def _gathered(store: Store, group: _Group, asked: Collection[Request]) -> Job[Gathered]:
    """Read at once what all reports of a plan and quarter draw on."""
    mine = (each for each in asked if (each.plan, each.quarter) == group)
    needs = frozenset[Need]().union(*(catalogue.kind(each.kind).needs for each in mine))
    return (yield from gathering.gather(store, *group, needs, reporting.today()))


def _put(
    folder: Path, name: str, drawn: Iterable[tuple[Format, tuple[str, bytes]]]
) -> tuple[Path, ...]:
    """Put the files of a report in place."""
    paths = list[Path]()
    for ending, (_, data) in drawn:
        paths.append(folder / f"{name}.{ending}")
        files.put(paths[-1], data)
    return tuple(paths)


def _words(request: Request) -> str:
    """Say which report is under way."""
    whose = f"（{request.department}）" if request.department else ""
    return f"正在写出{catalogue.kind(request.kind).title}{whose}"


def _free(name: str, taken: set[str]) -> str:
    """Give a name that no other report of this job has; names differ by more than letters' case."""
    names = (name, *(naming.marked(name, f"（{number}）") for number in range(2, len(taken) + 3)))
    free = next(each for each in names if each.casefold() not in taken)
    taken.add(free.casefold())
    return free


@dataclass
class _Record:
    """Stores what was written; once that fails, no later one is tried."""

    store: Store
    by: str
    notices: list[str] = field(default_factory=list)
    failed: bool = False

    def keep(
        self, known: Gathered, request: Request, report: Report, paths: tuple[Path, ...]
    ) -> Made:
        """Store a report's content, and say what was written."""
        content = canonical.content(report)
        printed = _printed(self.by, known, request, report, content)
        self._warn(known, request, printed)
        if not self.failed:
            try:
                self._store(known.facts.plan.code, printed, content)
            except (StorageError, NotFoundError) as error:
                self.failed = True
                self.notices.append(NOT_KEPT.format(error))
        return Made(request, report.heading, printed.code, paths, printed.department)

    def _warn(self, known: Gathered, request: Request, printed: Printed) -> None:
        """Say where an edited narrative is older than the figures."""
        if known.wordings and narratives.of(known, request).outdated:
            self.notices.append(OUTDATED.format(printed.title))

    def _store(self, plan: str, printed: Printed, content: bytes) -> None:
        """Store a report's content in one transaction."""
        with self.store.writing() as work:
            work.printed.add(plan, printed, content)


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
