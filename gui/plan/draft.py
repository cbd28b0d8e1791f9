"""`PlanDraft`: a plan that is being edited, with every edition since it was read."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.domain.plan import Plan


class PlanDraft(QObject):
    """Emits `changed` with every new edition, also when it is an older one again."""

    changed = Signal()

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stored = self._plan = plan
        self._steps = QUndoStack(self)

    @property
    def plan(self) -> Plan:
        """The plan as it is now on the page."""
        return self._plan

    @property
    def stored(self) -> Plan:
        """The plan as it was read or last saved."""
        return self._stored

    @property
    def unsaved(self) -> bool:
        """Whether the page has something that the database has not."""
        return not self._steps.isClean()

    @property
    def touched(self) -> bool:
        """Whether something was edited, be it saved or undone since."""
        return bool(self._steps.count())

    @property
    def undo_words(self) -> str:
        """What would be undone, empty for nothing."""
        return self._steps.undoText()

    @property
    def redo_words(self) -> str:
        """What would be done again, empty for nothing."""
        return self._steps.redoText()

    def edit(self, plan: Plan, words: str) -> None:
        """Take a new edition; `words` say what was done."""
        self._steps.push(_Step(self, self._plan, plan, words))

    def show(self, plan: Plan) -> None:
        """Bring an edition onto the page."""
        self._plan = plan
        self.changed.emit()

    def undo(self) -> None:
        """Bring back the edition before."""
        self._steps.undo()

    def redo(self) -> None:
        """Bring back the edition that was undone."""
        self._steps.redo()

    def settle(self) -> None:
        """Note that what is on the page was stored."""
        self._stored = self._plan
        self._steps.setClean()
        self.changed.emit()


class _Step(QUndoCommand):
    """One edit, whole plans before and after it: they share all that did not change."""

    def __init__(self, draft: PlanDraft, before: Plan, after: Plan, words: str) -> None:
        super().__init__(words)
        self._draft, self._before, self._after = draft, before, after

    def undo(self) -> None:
        """Show the edition before."""
        self._draft.show(self._before)

    def redo(self) -> None:
        """Show the edition after."""
        self._draft.show(self._after)
