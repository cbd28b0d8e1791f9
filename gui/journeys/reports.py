"""Drawing, writing, printing, rewording, keeping and checking reports."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from core.progress import Job, Progress
from gui.choice import Choice
from gui.journeys.database import Database
from gui.scope import Scope

if TYPE_CHECKING:
    from core.domain.department import Department
    from core.domain.plan import Plan
    from core.domain.printed import Printed
    from core.reports.content import Report
    from core.services.reports.favourites import Favourite
    from core.services.reports.gathering import Gathered
    from core.services.reports.narratives import Narrative
    from core.services.reports.printing import Paper, Written
    from core.services.reports.reporting import Request
    from core.services.verifying import Verified

_DEPTH = 2  # levels of sections of which reports are asked for


class Voice(Enum):
    """Who speaks in a report's paragraphs: nobody, for it has none, the figures, a person.

    What a person wrote is old where the figures say something else since.
    """

    NONE = auto()
    FIGURES = auto()
    PERSON = auto()
    OLD = auto()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A report as PDF, and who speaks in it."""

    pdf: bytes
    voice: Voice = Voice.NONE


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be chosen of a plan: departments, sections as (code, words), favourites.

    `printed` are the reports that were written, the latest first.
    """

    departments: "tuple[Department, ...]" = ()
    sections: tuple[tuple[str, str], ...] = ()
    favourites: tuple[tuple[str, Choice], ...] = ()
    printed: "tuple[Printed, ...]" = ()


@dataclass(frozen=True, slots=True)
class ReportJourneys:
    """Jobs of the page 报告."""

    database: Database

    def offer(self, scope: Scope) -> Job[Offer]:
        """Say what can be chosen."""
        from core.services.reports import favourites, printing, reporting

        yield Progress(0, 1, "正在读取单位和类别")
        store, plan = self.database.store, scope.plan.code
        return Offer(
            reporting.departments(store, plan, scope.quarter),
            _sections(self._plan(plan)),
            _named(favourites.load(store), plan),
            printing.printed(store, plan),
        )

    def draw(self, choice: Choice, scope: Scope) -> Job[Drawn]:
        """Draw a report as PDF."""
        from core.services.reports import reporting

        request = _request(choice, scope)
        known = yield from reporting.gathered(self.database.store, request)
        report = reporting.said(known, request)
        return Drawn((yield from reporting.pdf(report)), _voice(known, request, report))

    def produce(
        self, choices: Iterable[Choice], scope: Scope, formats: Iterable[str], folder: Path
    ) -> "Job[Written]":
        """Write reports into a folder in each of the formats, `pdf` and `xlsx`.

        One of several that cannot be written is left out, and said so.
        """
        from core.services.reports import printing, reporting

        store, requests = self.database.store, [_request(each, scope) for each in choices]
        wanted, lenient = tuple(map(reporting.Format, formats)), len(requests) > 1
        return (yield from printing.produce(store, requests, wanted, folder, lenient=lenient))

    def paper(self, choice: Choice, scope: Scope) -> "Job[Paper]":
        """Draw a report that goes to a printer."""
        from core.services.reports import printing

        return (yield from printing.paper(self.database.store, _request(choice, scope)))

    def narrative(self, choice: Choice, scope: Scope) -> "Job[Narrative]":
        """Give the paragraphs of a report as text."""
        from core.services.reports import narratives

        return (yield from narratives.narrative(self.database.store, _request(choice, scope)))

    def reword(self, choice: Choice, scope: Scope, text: str) -> "Job[Narrative]":
        """Keep the paragraphs as somebody wrote them; none without a text."""
        from core.services.reports import narratives

        return (yield from narratives.reword(self.database.store, _request(choice, scope), text))

    def verify(self, code: str) -> "Job[Verified]":
        """Tell which data a printed code shows."""
        from core.services import verifying

        return (yield from verifying.verify_code(self.database.store, code))

    def reprint(self, code: str) -> "Job[Paper]":
        """Draw a report as it was once written."""
        from core.services import verifying
        from core.services.reports import reporting
        from core.services.reports.printing import Paper

        report = verifying.archived(self.database.store, code)
        return Paper(report.heading, (yield from reporting.pdf(report)), code)

    def save(self, code: str, path: Path) -> Job[Path]:
        """Write a report as it was once written to a file; give its path."""
        from core.services import files

        paper = yield from self.reprint(code)
        files.put(path, paper.pdf)
        return path

    def keep(self, name: str, choice: Choice, scope: Scope) -> Job[tuple[tuple[str, Choice], ...]]:
        """Keep a favourite, of whatever quarter is chosen; give all of the plan."""
        from core.services.reports import favourites
        from core.services.reports.favourites import Favourite

        yield Progress(0, 1, "正在保存常用报告")
        made = Favourite(name, _request(choice, scope, timeless=True))
        return _named(favourites.add(self.database.store, made), scope.plan.code)

    def drop(self, name: str, scope: Scope) -> Job[tuple[tuple[str, Choice], ...]]:
        """Take a favourite away; give all of the plan."""
        from core.services.reports import favourites

        yield Progress(0, 1, "正在保存常用报告")
        return _named(favourites.remove(self.database.store, name), scope.plan.code)

    def _plan(self, code: str) -> "Plan":
        """Read a plan."""
        from core.services import assessment

        with self.database.store.reading() as work:
            return assessment.find_plan(work, code)


def _request(choice: Choice, scope: Scope, *, timeless: bool = False) -> "Request":
    """Say what is asked of the core."""
    from core.services.reports.reporting import Request

    return Request(
        choice.kind,
        scope.plan.code,
        None if timeless else scope.quarter,
        choice.department,
        choice.section,
        choice.binding,
        choice.edition,
        choice.public,
    )


def _named(kept: "Iterable[Favourite]", plan: str) -> tuple[tuple[str, Choice], ...]:
    """Give the favourites of a plan with their names."""
    return tuple((each.name, _choice(each.request)) for each in kept if each.request.plan == plan)


def _choice(asked: "Request") -> Choice:
    """Give what somebody asked for."""
    return Choice(
        asked.kind, asked.department, asked.section, asked.binding, asked.edition, asked.public
    )


def _sections(plan: "Plan") -> tuple[tuple[str, str], ...]:
    """Give the sections of which reports are asked for, indented as they lie in each other."""
    from core.domain.plan import SectionKind

    wanted = (each for each in plan.sections if each.kind is not SectionKind.PROJECT)
    paths = ((each, len(plan.path(each.code))) for each in wanted)
    return tuple(
        (each.code, "　" * (depth - 1) + each.name) for each, depth in paths if depth <= _DEPTH
    )


def _voice(known: "Gathered", request: "Request", report: "Report") -> Voice:
    """Say who speaks in a report."""
    from core.reports.prose import Prose

    if not any(isinstance(each, Prose) for each in report.parts):
        return Voice.NONE
    from core.services.reports import narratives

    found = narratives.of(known, request)
    if found.edited:
        return Voice.OLD if found.outdated else Voice.PERSON
    return Voice.FIGURES
