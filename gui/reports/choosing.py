"""`Choosing`: which report is meant: its kind, its part of the plan, favourites, how many."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.progress import Job
from gui.choice import Choice, Copies
from gui.journeys.database import Opened
from gui.journeys.reports import Offer, ReportJourneys
from gui.reports.favouring import Favouring
from gui.scope import Scope
from gui.task import Task
from gui.widgets.reports.panel import ReportPanel

if TYPE_CHECKING:
    from core.domain.profile import Profile
    from core.reports.catalogue import Kind


class Choosing(QObject):
    """Emits `changed` when another report is meant, `offered` when there is other to choose.

    `noticed` and `failed` are those of a page. Nothing is stored while it is forbidden.
    """

    changed = Signal()
    offered = Signal()
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        journeys: ReportJourneys,
        start: Callable[[Job[Any]], Task],
        panel: ReportPanel,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._journeys, self._start, self._panel = journeys, start, panel
        self._favouring = Favouring(journeys, start, page)
        self._scope: Scope | None = None
        self._profile: Profile | None = None
        self._kinds: dict[str, Kind] = {}
        self._favourites: tuple[tuple[str, Choice], ...] = ()
        self._wish: Choice | None = None  # what was chosen of another plan
        self._looking: Task | None = None
        self._connect()

    def _connect(self) -> None:
        panel, favouring = self._panel, self._favouring
        panel.kinds.chosen.connect(self._change)
        panel.kinds.recalled.connect(self._recall)
        panel.scope.changed.connect(self._change)
        panel.star.clicked.connect(self._favour)
        favouring.changed.connect(self._take_favourites)
        favouring.noticed.connect(self.noticed)
        favouring.failed.connect(self.failed)

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        (choice,) = self._panel.scope.choice.of_kinds([self._panel.kinds.kind])
        return choice

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is written at once."""
        choice, scope = self.choice, self._panel.scope
        match self._panel.form.copies:
            case Copies.DEPARTMENTS:
                return choice.of_departments(scope.departments)
            case Copies.FAVOURITES:
                return tuple(each for _, each in self._favourites)
            case Copies.KINDS:
                kinds = self._kinds.values()
                fitting = (each for each in kinds if choice.department or not each.for_department)
                return choice.of_kinds(each.code for each in fitting)
        return (choice,)

    @property
    def title(self) -> str:
        """The title of the kind that is chosen, empty for none."""
        return self._kind.title if self._kind else ""

    @property
    def lacks_department(self) -> bool:
        """Whether the kind is about a department and there is none yet."""
        return bool(self._kind and self._kind.for_department and not self.choice.department)

    @property
    def _kind(self) -> "Kind | None":
        return self._kinds.get(self._panel.kinds.kind)

    @property
    def _favourite(self) -> str:
        """The name of the favourite that is exactly what is chosen, empty for none."""
        name = self._panel.kinds.favourite
        return name if (name, self.choice) in self._favourites else ""

    def welcome(self, opened: Opened, forbidden: str) -> None:
        """Offer the kinds of report; say why no favourite can be stored, if so."""
        self._profile, self._favouring.forbidden = opened.profile, forbidden
        self._kinds = {each.code: each for each in opened.kinds}
        self._panel.kinds.offer(opened.kinds)

    def show_scope(self, scope: Scope | None) -> None:
        """Follow the header; what was chosen of another plan is chosen again once it is there."""
        before, self._scope = self._scope, scope
        if before and scope and before.plan.code != scope.plan.code:
            self._wish = self._wish or self.choice
            self._panel.scope.forget()
        self._settle()

    def look(self) -> None:
        """Read what can be chosen; only the answer to the last question counts."""
        if self._looking:
            self._looking.cancel()
            self._looking = None
        if self._scope:
            task = self._looking = self._start(self._journeys.offer(self._scope))
            task.succeeded.connect(partial(self._take, task, self._scope))
            task.failed.connect(self.failed)

    def judge(self) -> None:
        """Show whether what is chosen is a favourite."""
        self._panel.star.setChecked(bool(self._favourite))
        self._panel.star.setEnabled(bool(self._scope and self._kind))

    def _take(self, task: Task, scope: Scope, offer: Offer) -> None:
        """Offer what there is to be chosen."""
        if task is not self._looking:
            return
        self._looking, before = None, (self.choice, self.lacks_department)
        own = self._profile.department(scope.plan.region) if self._profile else ""
        self._panel.scope.offer(offer.departments, offer.sections, own)
        if self._wish:
            self._panel.scope.show_choice(self._wish)
            self._wish = None
        self._panel.recent.show_reports(offer.printed)
        self._show_favourites(offer.favourites)
        self._settle()
        if (self.choice, self.lacks_department) != before:
            self.changed.emit()
        self.offered.emit()

    def _settle(self) -> None:
        """Give the kind the department that it needs."""
        self._panel.scope.demand(department=bool(self._kind and self._kind.for_department))

    def _change(self) -> None:
        self._settle()
        self.changed.emit()

    def _recall(self, choice: Choice) -> None:
        """Choose all that a favourite has."""
        self._panel.scope.show_choice(choice)
        self._change()

    def _favour(self) -> None:
        """Keep what is chosen as a favourite, or take the favourite away that is chosen."""
        name, scope, told = self._favourite, self._scope, self._panel.scope.words
        self.judge()  # pressing alone changes nothing
        if scope and name:
            self._favouring.drop(name, scope)
        elif scope:
            proposed = f"{self.title}（{told}）" if told else self.title
            self._favouring.ask(proposed, self.choice, scope)

    def _take_favourites(self, favourites: tuple[tuple[str, Choice], ...], name: str) -> None:
        self._show_favourites(favourites)
        if name:
            self._panel.kinds.choose(name)
        self.offered.emit()

    def _show_favourites(self, favourites: tuple[tuple[str, Choice], ...]) -> None:
        self._favourites = favourites
        self._panel.kinds.offer_favourites(favourites)
