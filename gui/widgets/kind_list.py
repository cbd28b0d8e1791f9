"""`KindList`: the kinds of report in groups, the user's favourites on top of them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gui.choice import Choice

if TYPE_CHECKING:
    from core.reports.catalogue import Kind

FAVOURITES, OTHERS = "常用", "其他"
GROUPS = (
    ("规划", ("completion", "targets", "progress")),
    ("季度", ("quarterly", "department", "heatmap")),
    ("工程和年度目标", ("projects", "annual")),
    ("报送和来源", ("submissions", "trace")),
)
LEAST = QSize(120, 150)  # pixels; it takes the room that is left
_KIND, _CHOICE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class KindList(QListWidget):
    """Emits `chosen` with the code of another kind, `recalled` with the Choice of a favourite."""

    chosen = Signal(str)
    recalled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "choice")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._kinds: tuple[Kind, ...] = ()
        self._favourites: tuple[tuple[str, Choice], ...] = ()
        self.currentItemChanged.connect(self._tell)

    def sizeHint(self) -> QSize:
        """Ask for as little as will do."""
        return LEAST

    @property
    def kind(self) -> str:
        """The code of the chosen kind, empty as long as none is offered."""
        line = self.currentItem()
        return str(line.data(_KIND)) if line else ""

    @property
    def favourite(self) -> str:
        """The name of the chosen favourite, empty where a kind is chosen."""
        line = self.currentItem()
        return line.text() if line and line.data(_CHOICE) else ""

    def offer(self, kinds: "tuple[Kind, ...]") -> None:
        """List kinds and choose the first."""
        self._kinds = kinds
        self._list()

    def offer_favourites(self, favourites: tuple[tuple[str, Choice], ...]) -> None:
        """List favourites by their names above the kinds; what is chosen stays so."""
        if favourites != self._favourites:
            self._favourites = favourites
            self._list()

    def choose(self, favourite: str) -> None:
        """Choose a favourite without recalling it: it is what is chosen already."""
        found = (each for each in self._lines() if each.text() == favourite and each.data(_CHOICE))
        with QSignalBlocker(self):
            self.setCurrentItem(next(found))
        if self.currentRow() == 1:
            self.scrollToTop()  # where the head of the favourites is

    def _list(self) -> None:
        """List everything anew."""
        kind, favourite = self.kind, self.favourite
        self.ensurePolished()  # lines are as high as the style sheet says when they are added
        with QSignalBlocker(self):
            self.clear()
            if self._favourites:
                self._head(FAVOURITES)
            for name, choice in self._favourites:
                self._line(name, choice.kind, self._title(choice.kind), choice)
            for head, kinds in _grouped(self._kinds):
                self._head(head)
                for each in kinds:
                    self._line(each.title, each.code, each.title)
            if found := self._found(kind, favourite):
                self.setCurrentItem(found)

    def _found(self, kind: str, favourite: str) -> QListWidgetItem | None:
        """Find the line that was chosen; else that of its kind, else the first kind."""
        lines = [each for each in self._lines() if each.flags()]
        kinds = [each for each in lines if not each.data(_CHOICE)]
        same = (each for each in lines if each.data(_CHOICE) and each.text() == favourite)
        alike = (each for each in kinds if each.data(_KIND) == kind)
        return next(same, None) or next(alike, None) or next(iter(kinds), None)

    def _lines(self) -> Iterator[QListWidgetItem]:
        return (self.item(row) for row in range(self.count()))

    def _head(self, words: str) -> None:
        """Put the name of a group, which cannot be chosen."""
        line = QListWidgetItem(words, self)
        line.setFlags(Qt.ItemFlag.NoItemFlags)

    def _line(self, words: str, kind: str, tip: str, choice: Choice | None = None) -> None:
        line = QListWidgetItem(words, self)
        line.setData(_KIND, kind)
        line.setData(_CHOICE, choice)
        line.setToolTip(tip)

    def _title(self, kind: str) -> str:
        return next((each.title for each in self._kinds if each.code == kind), "")

    def _tell(self, line: QListWidgetItem | None) -> None:
        """Tell what was chosen."""
        choice = line.data(_CHOICE) if line else None
        if choice:
            self.recalled.emit(choice)
        elif line:
            self.chosen.emit(self.kind)


def _grouped(kinds: "Iterable[Kind]") -> "Iterator[tuple[str, tuple[Kind, ...]]]":
    """Give the kinds by group, those that belong to none at the end."""
    known = {each.code: each for each in kinds}
    for head, codes in GROUPS:
        if found := tuple(known.pop(code) for code in codes if code in known):
            yield head, found
    if known:
        yield OTHERS, tuple(known.values())
