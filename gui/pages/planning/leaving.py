"""`Leaving`: asks before edits that are not saved would be left behind, or the window closed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.question import Question

UNSAVED = "{names}有没有保存的改动。"
AWAY = ("保存(&S)", "留着，以后再改(&L)", "放弃改动(&D)")
CLOSE = ("保存并关闭(&S)", "继续修改(&C)", "放弃改动并关闭(&D)")
SAVE, STAY, GIVE_UP = range(3)


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
    ) -> None:
        super().__init__(page)
        self._page, self._unsaved, self._save, self._give_up = page, unsaved, save, give_up
        self._window: QWidget | None = None
        self._is_asking = False
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page into its window; ask where something would be lost."""
        match event.type():
            case QEvent.Type.Show if watched is self._page:
                self._follow()
            case QEvent.Type.Hide if watched is self._page and not event.spontaneous():
                QTimer.singleShot(0, self, self._ask_away)
            case QEvent.Type.Close if watched is self._window and self._unsaved():
                event.ignore()
                self._ask(CLOSE, self._close)
                return True
        return super().eventFilter(watched, event)

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
            self._ask(AWAY, self._go_away)

    def _ask(self, answers: tuple[str, ...], act: Callable[[int], None]) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        words = UNSAVED.format(names=self._unsaved())
        dialog = Question("未保存的改动", words, answers, self._window or self._page)
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
