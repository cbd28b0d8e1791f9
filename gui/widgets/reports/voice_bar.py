"""`VoiceBar`: opens the paragraphs of a report, and says who wrote them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.journeys.reports import Voice
from gui.widgets import parts

WORDS = {
    Voice.NONE: "这种报告没有成段文字",
    Voice.FIGURES: "文字由数据生成",
    Voice.PERSON: "文字已修改",
    Voice.OLD: "文字已修改，数据已变",
}
OLD = "修改以后数据又有变动，请打开核对文字与数据是否一致"


class VoiceBar(QWidget):
    """Emits `wanted` when somebody wants to edit the paragraphs."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._edit = parts.button("编辑文字(&M)", "打印以前修改报告的文字，修改会保存", "small")
        self._words = parts.label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._edit)
        row.addWidget(self._words, 1)
        self._edit.clicked.connect(self.wanted)
        self.show_voice(None)

    @property
    def words(self) -> str:
        """What it says of the paragraphs."""
        return self._words.text()

    def show_voice(self, voice: Voice | None) -> None:
        """Say who wrote the paragraphs of the report that is shown, if one is."""
        self._edit.setEnabled(voice not in (None, Voice.NONE))
        self._words.setText(WORDS[voice] if voice else "")
        self._words.setToolTip(OLD if voice is Voice.OLD else "")
        self._words.setProperty("role", "caution" if voice is Voice.OLD else "small")
        self.style().unpolish(self._words)
        self.style().polish(self._words)
