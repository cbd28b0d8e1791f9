"""`FormOrder`: a table of forms in another order, or only what is still owed of it."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from gui.models.standings import Role

Index = QModelIndex | QPersistentModelIndex


class FormOrder(QSortFilterProxyModel):
    """Keeps the order of its source until a column is chosen to sort by."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._owed_only = False
        self.setSortRole(Role.ORDER)

    def show_owed(self, *, only: bool) -> None:
        """Leave out the rows in which nothing is owed, or show all."""
        self._owed_only = only
        self.invalidateRowsFilter()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Tell whether a row is shown."""
        return not self._owed_only or bool(self.sourceModel().index(row, 0, parent).data(Role.OWED))
