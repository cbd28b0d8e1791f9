"""A grid with its deeds, in a window of its own."""

import pytest

from gui.form.deeds import Deeds
from gui.widgets.grid import Grid
from tests.gui.form.clerk import Clerk
from tests.gui.form.sheet import Sheet


class Table(Sheet):
    """A sheet in a grid, a clerk before it."""

    def __init__(self, qtbot, form):
        super().__init__(form)
        self.grid = Grid(self.model, self.editing.take)
        self.grid.typed.connect(self.editing.note)
        self.deeds = Deeds(self.grid, self.editing)
        self.notices: list[str] = []
        self.deeds.noticed.connect(lambda notice: self.notices.append(notice.text))
        self.grid.locked.connect(self.notices.append)
        self.grid.resize(1100, 420)
        self.grid.fit()
        qtbot.addWidget(self.grid)
        self.clerk = Clerk(qtbot, self.grid)
        self.press, self.type = self.clerk.press, self.clerk.type

    def go(self, code, *column):
        """Put the cursor on a cell."""
        self.deeds.go_to(self.at(code, *column))
        return self

    @property
    def here(self):
        """Where the cursor is: the item and the column."""
        index = self.grid.currentIndex()
        return self.model.row(index.row()).item.code, str(self.model.column(index.column()))

    @property
    def editor(self):
        """The open editor, if any."""
        return self.grid._delegate.editor

    @property
    def said(self):
        """What is said below the cell, if anything."""
        tip = self.editor and self.editor._tip
        return tip.text() if tip and tip.isVisible() else ""

    def middle(self, index):
        """Where a cell is clicked."""
        return self.grid.visualRect(index).center()

    def select(self, first, last):
        """Choose a block of cells by its corners."""
        self.go(*first)
        down, right = (
            getattr(self.at(*last), side)() - getattr(self.at(*first), side)()
            for side in ("row", "column")
        )
        self.press(*["Shift+Down"] * down, *["Shift+Right"] * right)


@pytest.fixture
def table(qtbot, theme):
    """A function that lays a form before the clerk."""
    return lambda form: Table(qtbot, form)
