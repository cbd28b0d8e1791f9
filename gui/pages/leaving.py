"""`Leaving`: asks before work that is not saved would be left behind, or the window closed."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.question import Question

SAVE, STAY, GIVE_UP = range(3)


class Words(NamedTuple):
    """What is asked: a title, a sentence with a place for `names`, and the answers.

    Each three answers save, stay and give up. Without those for `away` nobody is asked when
    another page is turned to: the work waits.
    """

    title: str
    unsaved: str
    close: tuple[str, str, str]
    away: tuple[str, str, str] | tuple[()] = ()


EDITS = Words(
    "未保存的改动",
    "{names}有没有保存的改动。",
    ("保存并关闭(&S)", "继续修改(&C)", "放弃改动并关闭(&D)"),
    ("保存(&S)", "留着，以后再改(&L)", "放弃改动(&D)"),
)


class Leaving(QObject):
    """Watches a page and its window.

    `unsaved` names what is not saved, empty for nothing. Emits `returned` when a person wants to
    go on editing.
    """

    returned = Signal()

    def __init__(
        self,
        page: QWidget,
        unsaved: Callable[[], str],
        save: Callable[[], bool],
        give_up: Callable[[], None],
        words: Words = EDITS,
    ) -> None:
        super().__init__(page)
        self._words = words
        self._page, self._unsaved, self._save, self._give_up = page, unsaved, save, give_up
        self._window: QWidget | None = None
        self._is_asking = False
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page into its window; ask where something would be lost."""
        match event.type():
            case QEvent.Type.Show if watched is self._page:
                self._follow()
            case QEvent.Type.Hide if self._is_left(watched, event):
                QTimer.singleShot(0, self, self._ask_away)
            case QEvent.Type.Close if watched is self._window and self._unsaved():
                event.ignore()
                self._ask(self._words.close, self._close)
                return True
        return super().eventFilter(watched, event)

    def _is_left(self, watched: QObject, event: QEvent) -> bool:
        """Tell whether another page is turned to, and that has to be asked about."""
        return bool(self._words.away) and watched is self._page and not event.spontaneous()

    def _follow(self) -> None:
        """Watch the window in which the page is."""
        window = self._page.window()
        if window is not self._page and window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def _ask_away(self) -> None:
        """Ask when another page was turned to."""
        is_away = self._window and self._window.isVisible() and not self._page.isVisible()
        if is_away and self._unsaved():
            self._ask(self._words.away, self._go_away)

    def _ask(self, answers: tuple[str, ...], act: Callable[[int], None]) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        words = self._words.unsaved.format(names=self._unsaved())
        dialog = Question(self._words.title, words, answers, self._window or self._page)
        dialog.finished.connect(self._end)
        dialog.answered.connect(act)
        dialog.open()

    def _end(self) -> None:
        self._is_asking = False

    def _go_away(self, answer: int) -> None:
        if answer == SAVE and not self._save():
            self.returned.emit()
        elif answer == GIVE_UP:
            self._give_up()

    def _close(self, answer: int) -> None:
        if answer == GIVE_UP:
            self._give_up()
        kept = answer == GIVE_UP or (answer == SAVE and self._save())
        if kept and self._window:
            self._window.close()
