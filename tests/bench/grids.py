"""The program's grid beside a bare table with the same strings, each made, shown and painted."""

import os

if not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QApplication, QTableView

from core.services import forms
from gui.delegates.form_delegate import Verdict
from gui.models.form_model import FormModel
from gui.theme import Look, Theme
from gui.widgets.grid import Grid
from tests.bench import databases

SIZE = 900, 600  # pixels


def application():
    """Give the application, of which a process has one only, in the program's looks."""
    made = QApplication.instance()
    if not isinstance(made, QApplication):
        made = QApplication(["bench", "-style", "Fusion"])
    Theme(made, Look.LIGHT)
    return made


class Strings(QAbstractTableModel):
    """Rows of strings, and nothing else."""

    def __init__(self, rows):
        super().__init__()
        self._rows = rows

    def rowCount(self, _parent=None):  # noqa: N802
        return len(self._rows)

    def columnCount(self, _parent=None):  # noqa: N802
        return len(self._rows[0])

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        shown = role == Qt.ItemDataRole.DisplayRole
        return self._rows[index.row()][index.column()] if shown else None


class Grids:
    """Both tables, on one database."""

    def __init__(self, store, quarter):
        self._application = application()
        self._store, self._quarter = store, quarter
        form = self._form()
        self._strings = [[row.text(column) for column in form.columns] for row in form.rows]

    def ours(self):
        """Open the form from the database and show it."""
        model = FormModel()
        grid = Grid(model, lambda *_: Verdict(taken=True))
        model.show_form(self._form())
        grid.fit()
        self._show(grid)

    def bare(self):
        """Show its strings."""
        model = Strings(self._strings)
        table = QTableView()
        table.setModel(model)
        self._show(table)

    def _form(self):
        return forms.load(self._store, databases.MATRIX, databases.DEPARTMENT, self._quarter)

    def _show(self, table):
        """Show a table until it is painted."""
        table.resize(*SIZE)
        table.show()
        table.grab()
        self._application.processEvents()
        table.close()
