"""Dressing a table whose rows are lines: chosen whole, scrolled smoothly, sorted by their heads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


def dress(table: QTableView, name: str) -> None:
    """Give a table what all tables of lines have, and the name that is read out."""
    table.setAccessibleName(name)
    table.setProperty("role", "lines")
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    across = table.horizontalHeader()
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    across.setStretchLastSection(True)
    across.setHighlightSections(False)


def let_sort(table: QTableView) -> None:
    """Let a table be sorted by its heads, at first and after a third click as it comes."""
    table.setShowGrid(False)
    across = table.horizontalHeader()
    across.setSortIndicatorClearable(True)
    across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    table.setSortingEnabled(True)
