"""`PlanDraft`: a plan that is being edited, with every edition since it was read."""

from PySide6.QtCore import QObject, Signal

from core.domain.plan import Plan


class PlanDraft(QObject):
    """Emits `changed` with every new edition, also when it is an older one again.

    Editions are kept whole: they share all that did not change.
    """

    changed = Signal()

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editions = [plan]
        self._words = [""]  # what led to each edition
        self._now = 0
        self._stored = plan

    @property
    def plan(self) -> Plan:
        """The plan as it is now on the page."""
        return self._editions[self._now]

    @property
    def stored(self) -> Plan:
        """The plan as it was read or last saved."""
        return self._stored

    @property
    def unsaved(self) -> bool:
        """Whether the page has something that the database has not."""
        return self.plan is not self._stored

    @property
    def touched(self) -> bool:
        """Whether something was edited, be it saved or undone since."""
        return len(self._editions) > 1

    @property
    def undo_words(self) -> str:
        """What would be undone, empty for nothing."""
        return self._words[self._now]

    @property
    def redo_words(self) -> str:
        """What would be done again, empty for nothing."""
        following = self._words[self._now + 1 :]
        return following[0] if following else ""

    def renew(self, plan: Plan) -> None:
        """Begin again with the plan as it was read."""
        self._editions, self._words, self._now = [plan], [""], 0
        self.settle()

    def edit(self, plan: Plan, words: str) -> None:
        """Take a new edition; `words` say what was done."""
        self._editions[self._now + 1 :] = [plan]
        self._words[self._now + 1 :] = [words]
        self._go(1)

    def undo(self) -> None:
        """Bring back the edition before."""
        if self.undo_words:
            self._go(-1)

    def redo(self) -> None:
        """Bring back the edition that was undone."""
        if self.redo_words:
            self._go(1)

    def settle(self) -> None:
        """Note that what is on the page was stored."""
        self._stored = self.plan
        self.changed.emit()

    def _go(self, step: int) -> None:
        """Show another edition."""
        self._now += step
        self.changed.emit()
