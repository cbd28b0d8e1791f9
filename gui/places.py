"""The pages of the navigation, in its order; each is built when it is first turned to."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:  # the first frame needs the titles only
    from core.progress import Job
    from gui.journeys.database import Database
    from gui.pages.page import Page
    from gui.task import Task

Start = Callable[["Job[Any]"], "Task"]


class Place(NamedTuple):
    """A line of the navigation: title, icon, chapter of the manual, and what builds the page."""

    title: str
    picture: str
    chapter: str
    build: Callable[["Database", Start], "Page"]


def _home(database: "Database", start: Start) -> "Page":
    from gui.journeys.home import HomeJourneys
    from gui.pages.home import Home

    journeys = HomeJourneys(database)
    return Home(journeys.look, journeys.follow, journeys.fill_bases, start)


def _filling(database: "Database", start: Start) -> "Page":
    from gui.journeys.forms import FormJourneys
    from gui.pages.filling import Filling

    return Filling(FormJourneys(database), start)


def _intake(database: "Database", start: Start) -> "Page":
    from core.workbooks.sandbox import Sandbox
    from gui.journeys.intake import IntakeJourneys
    from gui.journeys.letters import LetterJourneys
    from gui.pages.intake import Intake

    return Intake(IntakeJourneys(database, Sandbox()), LetterJourneys(database), start)


def _completion(database: "Database", start: Start) -> "Page":
    from gui.journeys.completion import CompletionJourneys
    from gui.pages.completion import CompletionPage

    return CompletionPage(CompletionJourneys(database), start)


def _review(database: "Database", start: Start) -> "Page":
    from gui.journeys.review import ReviewJourneys
    from gui.pages.review import Review

    return Review(ReviewJourneys(database), start)


def _reports(database: "Database", start: Start) -> "Page":
    from gui.journeys.report_letters import ReportLetterJourneys
    from gui.journeys.reports import ReportJourneys
    from gui.pages.reports import Reports

    return Reports(ReportJourneys(database), ReportLetterJourneys(database), start)


def _settings(database: "Database", start: Start) -> "Page":
    from gui.journeys.settings import SettingsJourneys
    from gui.pages.settings import Settings

    return Settings(SettingsJourneys(database), start)


def _plans(database: "Database", start: Start) -> "Page":
    from gui.journeys.plans import PlanJourneys
    from gui.pages.plans import Plans

    return Plans(PlanJourneys(database), start)


PLACES = (
    Place("首页", "home", "首页", _home),
    Place("填报", "form", "填报", _filling),
    Place("来件", "inbox", "来件", _intake),
    Place("审核", "review", "审核", _review),
    Place("完成情况", "lights", "完成情况", _completion),
    Place("报告", "report", "报告", _reports),
    Place("规划与指标", "plan", "规划与指标", _plans),
    Place("设置与数据", "settings", "设置与数据", _settings),
)
