"""A clerk of the statistics bureau before the real window, with the shipped plan in it."""

from functools import partial

import main
from core.domain.cell import Column
from core.domain.period import Quarter
from core.domain.profile import Profile, Role
from core.services import profiles
from gui import application
from gui.pages.filling import Filling
from gui.places import PLACES
from tests.gui.form.clerk import Clerk

PLAN, STATISTICS, END = "zhanggong-2021-2025", "D02", Quarter(2025, 4)
PATIENCE = 20_000  # milliseconds


def prepare(database, department="D01"):
    """Say in a database who uses it, so that the first start asks nobody."""
    clerk = Profile(Role.DEPARTMENT, "张三", "0797-8200000", {"赣州市章贡区": department})
    profiles.save(main.open_store(str(database)), clerk)


class Office:
    """The window; its page 填报 is read here as a person reads it."""

    def __init__(self, qtbot, qapp, database):
        self.qtbot, self.database = qtbot, database
        self.window = application.build(qapp)
        self._open = True
        open_store = partial(main.open_store, alone=True)
        furnish = partial(application.furnish, self.window, open_store, str(database))
        self.window.painted.connect(furnish)
        self.clerk = Clerk(qtbot, self.window)
        self.press, self.type = self.clerk.press, self.clerk.type
        self.wait(lambda: self.window.header.scope is not None)

    def close(self):
        """End the program as a person does; a second time nothing happens."""
        if self._open:
            self._open = False
            self.window.close()
            self.window.deleteLater()

    def wait(self, until):
        """Wait until something holds."""
        self.qtbot.waitUntil(until, timeout=PATIENCE)

    def turn_to(self, title):
        """Choose a page by its key."""
        self.press(f"Ctrl+{[place.title for place in PLACES].index(title) + 1}")

    @property
    def page(self):
        """The page 填报."""
        return self.window.findChild(Filling)

    @property
    def form(self):
        """The form that is open, if one is."""
        return self.page.form if self.page else None

    @property
    def here(self):
        """Where the cursor is: the item and the column."""
        index, model = self.page._grid.currentIndex(), self.page._model
        return model.row(index.row()).item.code, str(model.column(index.column()))

    @property
    def editor(self):
        """The open editor, if any."""
        return self.page._grid._delegate.editor

    @property
    def notice(self):
        """What stands along the bottom."""
        return self.window._strip.notice.text if self.window._strip else ""

    def go(self, code, column=Column.FIGURE):
        """Put the cursor on a cell, as a click does."""
        self.page._deeds.go_to(self.page._model.place(code, column))

    def figures(self):
        """What stands in the column 本期."""
        return {row.item.code: row.text(Column.FIGURE) for row in self.form.rows if row.filled}

    def dialog(self, kind):
        """The dialog that is open, its window active."""
        self.wait(lambda: any(each.isVisible() for each in self.window.findChildren(kind)))
        found = next(each for each in self.window.findChildren(kind) if each.isVisible())
        found.activateWindow()
        self.wait(found.isActiveWindow)
        return found

    def come_back(self):
        """Wait until the window has the keyboard again."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
