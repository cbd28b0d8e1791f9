"""`Deciding`: 改判 and 撤销改判 of the item that is chosen, and their record."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.domain.profile import Profile
from core.domain.submission import Decision, Event
from core.domain.tracked import Tracked
from core.errors import UserError
from gui.feedback import Notice
from gui.journeys.completion import CompletionJourneys
from gui.scope import Scope

if TYPE_CHECKING:
    from core.services.completing import Completion
    from gui.dialogs.override import Override

DECIDED = "“{name}”已改判为“{status}”，软件的建议仍留在旁边。"
RESTORED = "“{name}”已撤销改判，恢复软件的判断。"


class Deciding(QObject):
    """Emits `changed` when a status became another; `noticed` and `failed` as those of a page."""

    changed = Signal()
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(self, journeys: CompletionJourneys, window: QWidget) -> None:
        super().__init__(window)
        self._journeys, self._window = journeys, window
        self.profile, self.forbidden = Profile(), ""

    def ask(self, scope: Scope, completion: "Completion", row: Tracked) -> None:
        """Ask what a person decides about an item; say where nothing may be decided."""
        from gui.dialogs.override import Override

        if self.forbidden:
            self.noticed.emit(Notice(self.forbidden))
            return
        name, window = self.profile.name, self._window
        dialog = Override(row, completion.facts.as_of, completion.words, name, window)
        dialog.wanted.connect(partial(self._decide, dialog, scope, row))
        dialog.open()

    def take_back(self, scope: Scope, row: Tracked) -> None:
        """Let the program's judgement stand again; the record keeps what was decided."""
        try:
            self._journeys.take_back(scope, row.code, self.profile)
        except UserError as error:
            self.failed.emit(error)
            return
        self.noticed.emit(Notice(RESTORED.format(name=row.item.name)))
        self.changed.emit()

    def record(self, scope: Scope, row: Tracked) -> tuple[Event, ...]:
        """Give what was decided about an item; say why where that cannot be read."""
        try:
            return self._journeys.record(scope, row.code)
        except UserError as error:
            self.failed.emit(error)
            return ()

    def _decide(self, dialog: "Override", scope: Scope, row: Tracked, decision: Decision) -> None:
        """Store a decision; the dialog stays until it is stored."""
        try:
            self._journeys.override(scope, decision, self.profile)
        except UserError as error:
            dialog.say(str(error))
            return
        dialog.accept()
        self.noticed.emit(Notice(DECIDED.format(name=row.item.name, status=decision.status)))
        self.changed.emit()
