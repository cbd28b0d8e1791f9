"""`Shelf`: the drafts of all plans that were looked at, until their edits are stored."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.errors import EditError, UserError
from gui.dialogs.question import Question
from gui.feedback import Notice
from gui.journeys.plans import PlanJourneys
from gui.plan.draft import PlanDraft

SAVED = "{name}已保存，改动已记入变更记录。"
STALE = "{name}在别处被修改过，这里的改动不能存在它上面。"
STALE_ANSWERS = ("留在本页(&N)", "放弃改动，重新载入(&R)")


class Shelf(QObject):
    """Emits `stored` when edits went into the database, `noticed` and `failed` with what to say."""

    stored = Signal()
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(self, journeys: PlanJourneys, page: QWidget) -> None:
        super().__init__(page)
        self._journeys, self._page = journeys, page
        self._drafts: dict[str, PlanDraft] = {}

    @property
    def unsaved(self) -> list[PlanDraft]:
        """The drafts with edits that are not stored."""
        return [each for each in self._drafts.values() if each.unsaved]

    def name(self, code: str) -> str:
        """Give what a plan that was looked at is called."""
        return self._drafts[code].plan.name

    def take(self, code: str) -> PlanDraft:
        """Give the draft of a plan; one without edits follows the database.

        Raises UserError.
        """
        kept = self._drafts.get(code)
        if kept and kept.touched:
            return kept
        read = self._journeys.load(code)
        if kept:
            kept.renew(read)
        return kept or self._drafts.setdefault(code, PlanDraft(read, self))

    def keep(self, codes: Collection[str]) -> None:
        """Forget the drafts of all other plans."""
        self._drafts = {code: each for code, each in self._drafts.items() if code in codes}

    def store(self, draft: PlanDraft) -> bool:
        """Store the edits of a draft; tell whether it could be done."""
        try:
            self._journeys.save(draft.stored, draft.plan)
        except UserError as error:
            self.failed.emit(error)
            if isinstance(error, EditError) and self._journeys.is_stale(draft.stored):
                self._offer_reload(draft)
            return False
        draft.settle()
        self.noticed.emit(Notice(SAVED.format(name=draft.plan.name)))
        self.stored.emit()
        return True

    def reload(self, draft: PlanDraft) -> None:
        """Read a plan anew; what was edited of it is given up."""
        try:
            draft.renew(self._journeys.load(draft.plan.code))
        except UserError as error:
            self.failed.emit(error)

    def _offer_reload(self, draft: PlanDraft) -> None:
        """Somebody else changed the plan: offer to read it again."""
        words = STALE.format(name=draft.plan.name)
        dialog = Question("规划已变", words, STALE_ANSWERS, self._page)
        dialog.answered.connect(lambda number: self.reload(draft) if number else None)
        dialog.open()
