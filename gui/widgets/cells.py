"""Dressing a table of cells: one is chosen at a time, scrolled smoothly both ways."""

from PySide6.QtWidgets import QAbstractItemView, QTableView


def dress(table: QTableView, name: str) -> None:
    """Give a table what all tables of cells have, and the name that is read out."""
    table.setAccessibleName(name)
    table.setProperty("role", "forms")
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
