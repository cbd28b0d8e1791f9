"""`FormsPost`: letters to departments, drafted into the folder of their forms or sent at once."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from core.progress import Job
from gui.feedback import Notice
from gui.journeys.letters import FORMS, LetterJourneys
from gui.posting import Posting
from gui.scope import Scope
from gui.task import Task

NO_FILES = "请先写出填报表，再写信：信里附的是刚写出的文件。"


@dataclass(frozen=True, slots=True)
class Order:
    """To whom is written: which departments of a scope, with which files, into which folder."""

    occasion: str
    scope: Scope
    departments: tuple[str, ...]
    paths: tuple[Path, ...]
    folder: Path


class FormsPost(Posting):
    """Forms go out with the files that were written, reminders with nothing."""

    def __init__(
        self, journeys: LetterJourneys, start: Callable[[Job[Any]], Task], page: QWidget
    ) -> None:
        super().__init__(start, page, "单位")
        self._journeys = journeys

    def write(self, order: Order, *, send: bool) -> None:
        """Draft the letters, or send them."""
        if order.occasion == FORMS and not order.paths:
            self.noticed.emit(Notice(NO_FILES))
            return
        to = (order.occasion, order.scope, order.departments, order.paths)
        if send:
            self.send(self._journeys.send(*to))
        else:
            self.draft(self._journeys.drafts(*to, order.folder))
