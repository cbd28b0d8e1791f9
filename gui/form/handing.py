"""`Handing`: 报送 and 撤回, with the questions that come before."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.domain.form import Form
from core.domain.profile import Profile
from core.domain.submission import Signature
from core.errors import UserError
from gui.feedback import Notice
from gui.journeys.forms import FormJourneys

HANDED_IN = "已报送。各格已锁定，审核前可以撤回。"
TAKEN_BACK = "已撤回，可以继续修改，改完再报送。"


class Handing(QObject):
    """Emits `changed` with the form in its new state, `led` with an issue that is to be seen to.

    `noticed` and `failed` are as those of a page.
    """

    changed = Signal(object)
    led = Signal(object)
    noticed = Signal(object)
    failed = Signal(object)

    def __init__(self, journeys: FormJourneys, window: QWidget) -> None:
        super().__init__(window)
        self._journeys, self._window = journeys, window
        self.profile = Profile()

    def ask(self, form: Form) -> None:
        """Show what is lacking, else ask who answers for the form."""
        from gui.dialogs.hand_in import HandIn, Lacking

        if issues := self._journeys.lacks(form):
            lacking = Lacking(issues, self._window)
            lacking.led.connect(self.led)
            lacking.open()
            return
        today = datetime.now().astimezone().date()
        asked = HandIn(form, self._journeys.hints(form), self.profile, today, self._window)
        asked.signed.connect(lambda signature: self._hand_in(form, signature))
        asked.open()

    def take_back(self, form: Form) -> None:
        """Take a form back."""
        self._change(lambda: self._journeys.take_back(form, self.profile), TAKEN_BACK)

    def _hand_in(self, form: Form, signature: Signature) -> None:
        self._change(lambda: self._journeys.hand_in(form, signature, self.profile), HANDED_IN)

    def _change(self, act: Callable[[], Form], words: str) -> None:
        """Change the form's state; say why that was refused."""
        try:
            form = act()
        except UserError as error:
            self.failed.emit(error)
            return
        self.changed.emit(form)
        self.noticed.emit(Notice(words))
