"""The page 完成情况 and a bare table with its strings, on one database."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from core.progress import finish
from core.services.planning import plans
from gui.journeys.completion import CompletionJourneys
from gui.journeys.database import Database
from gui.pages.completion import CompletionPage
from gui.scope import Scope
from tests.bench.grids import SIZE, Strings, application

QUARTER = -1  # the plan's last


class Done(QObject):
    """A task that is done at once, in the turn in which it was begun."""

    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, job):
        super().__init__()
        self._job = job

    def do(self):
        """Do it, and tell what came of it."""
        self.succeeded.emit(finish(self._job))

    def cancel(self):
        """Nothing goes on any more."""


class Pages:
    """Both are opened anew each time."""

    def __init__(self, store):
        self._application = application()
        self._database = Database(lambda _: store)
        finish(self._database.open(""))
        (summary,) = plans.summaries(store)
        with store.reading() as work:
            self._scope = Scope(summary, work.plans.get(summary.code).quarters[QUARTER])
        self._strings = self._texts()

    def ours(self):
        """Judge everything and show the page."""
        self._show(self._page())

    def bare(self):
        """Show the same strings."""
        table = QTableView()
        table.setModel(Strings(self._strings))
        self._show(table)

    def _page(self):
        begun = []

        def start(job):
            begun.append(Done(job))
            return begun[-1]

        page = CompletionPage(CompletionJourneys(self._database), start)
        page.show_scope(self._scope)
        begun[0].do()
        return page

    def _texts(self):
        """Give what the table of the page shows."""
        _, *lines = self._page()._table.texts
        return lines

    def _show(self, widget):
        """Show a widget until it is painted."""
        widget.resize(*SIZE)
        widget.show()
        widget.grab()
        self._application.processEvents()
        widget.close()
