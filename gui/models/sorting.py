"""`Sorting`: lines in the order that is wanted, by numbers where a column has them."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

Index = QModelIndex | QPersistentModelIndex
_DOWN = Qt.SortOrder.DescendingOrder


class Sorting(QSortFilterProxyModel):
    """Leaves what is empty behind, and what is equal in the model's order, in both directions."""

    def __init__(self, order: int, parent: QObject | None = None) -> None:
        """Sort by what cells give under the role `order`; None is empty."""
        super().__init__(parent)
        self.setSortRole(order)
        self.setSortLocaleAware(True)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Compare two cells; Qt asks the other way round where it sorts downwards."""
        role, downwards = self.sortRole(), self.sortOrder() is _DOWN
        first, second = left.data(role), right.data(role)
        if first == second:
            return left.row() > right.row() if downwards else left.row() < right.row()
        if first is None or second is None:
            return (second is None) is not downwards
        return super().lessThan(left, right)
