"""Writing reports: each put in place when it is whole, its content stored under its 校验码."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from core.domain.period import Quarter
from core.domain.printed import Printed
from core.errors import UserError
from core.ports import Store
from core.progress import Job, Progress
from core.reports import catalogue, naming
from core.reports.catalogue import Need
from core.reports.content import Report
from core.services import files, profiles
from core.services.reports import gathering, reporting
from core.services.reports.gathering import Gathered
from core.services.reports.recording import Made, Record
from core.services.reports.reporting import Format, Request

T = TypeVar("T")
_Group = tuple[str, Quarter | None]  # plan and quarter: what is read at once


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
    store: Store,
    requests: Iterable[Request],
    formats: Iterable[Format],
    folder: Path,
    *,
    lenient: bool = False,
) -> Job[Written]:
    """Write each report in each format into `folder`; give the absolute paths.

    Reports of one plan and quarter share one read. Each report's content is stored once its files
    are in place; where it cannot be, the files stay and a notice says so. A closed job leaves what
    is whole, stored too, and nothing half. Raises OutputError where a file cannot be put in place.
    What else a report lacks ends the job with NotFoundError, UsageError or UserError; a `lenient`
    one leaves that report out with a notice.
    """
    asked, endings = tuple(dict.fromkeys(requests)), tuple(formats)
    target, record = files.prepare(folder), Record(store, profiles.person(store))
    known, taken, made = dict[_Group, Gathered](), set[str](), list[Made]()
    for done, request in enumerate(asked):
        step = Progress(done, len(asked), _words(request))
        yield step
        try:
            drawing = _drawn(store, request, asked, known, endings)
            report, drawn = yield from _as_steps(drawing, step)
        except UserError as error:
            if not lenient:
                raise
            record.notices.append(f"没有写出“{_called(request)}”：{error}")
            continue
        paths = _put(target, _free(report.name, taken), endings, drawn)
        if paths:
            made.append(record.keep(known[_group(request)], request, report, paths))
    return Written(tuple(made), tuple(record.notices))


def paper(store: Store, request: Request) -> Job[Paper]:
    """Draw a report that goes to a printer, and store its content as `produce` does."""
    known = yield from reporting.gathered(store, request)
    report, record = reporting.said(known, request), Record(store, profiles.person(store))
    pdf = yield from reporting.pdf(report)
    made = record.keep(known, request, report)
    return Paper(made.title, pdf, made.code, tuple(record.notices))


def printed(store: Store, plan: str) -> tuple[Printed, ...]:
    """Give the reports that were written of a plan, the latest first."""
    with store.reading() as work:
        return work.printed.of(plan)[::-1]


def _group(request: Request) -> _Group:
    """Give with which others a report shares its read."""
    return request.plan, request.quarter


def _drawn(
    store: Store,
    request: Request,
    asked: Collection[Request],
    known: dict[_Group, Gathered],
    endings: Sequence[Format],
) -> Job[tuple[Report, list[bytes]]]:
    """Say and draw a report; what is read for its group stays in `known`."""
    group = _group(request)
    if group not in known:
        mine = (each.kind for each in asked if _group(each) == group)
        needs = frozenset[Need]().union(*(catalogue.kind(each).needs for each in mine))
        known[group] = yield from gathering.gather(store, *group, needs, reporting.today())
    report = reporting.said(known[group], request)
    drawn = yield from reporting.drawn(report, endings)
    return report, [data for _, data in drawn]


def _as_steps(job: Job[T], step: Progress) -> Job[T]:
    """Run a part of a job; among several, each of its steps counts as the step under way."""
    while True:
        try:
            inner = next(job)
        except StopIteration as end:
            result: T = end.value
            return result
        yield replace(step, words=inner.words) if step.total > 1 else inner


def _put(
    folder: Path, name: str, endings: Iterable[Format], drawn: Iterable[bytes]
) -> tuple[Path, ...]:
    """Put the files of a report in place."""
    paths = list[Path]()
    for ending, data in zip(endings, drawn, strict=True):
        paths.append(folder / f"{name}.{ending}")
        files.put(paths[-1], data)
    return tuple(paths)


def _words(request: Request) -> str:
    """Say which report is under way."""
    return f"正在写出{_called(request)}"


def _called(request: Request) -> str:
    """Call a report by its kind and its department."""
    whose = f"（{request.department}）" if request.department else ""
    return f"{catalogue.kind(request.kind).title}{whose}"


def _free(name: str, taken: set[str]) -> str:
    """Give a name that no other report of this job has; names differ by more than letters' case."""
    names = (name, *(naming.marked(name, str(number)) for number in range(2, len(taken) + 3)))
    free = next(each for each in names if each.casefold() not in taken)
    taken.add(free.casefold())
    return free
