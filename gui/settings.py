"""`Settings`: what is kept of the window's looks between two starts, and nothing else."""

from PySide6.QtCore import QByteArray, QSettings

GEOMETRY, THEME = "window/geometry", "window/theme"


class Settings:
    """The window's geometry and the theme; everything else lives in the database."""

    def __init__(self, kept: QSettings) -> None:
        self._kept = kept

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size, empty at the first start."""
        kept = self._kept.value(GEOMETRY)
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @property
    def theme(self) -> str:
        """The code of the chosen theme, empty where none was chosen."""
        return str(self._kept.value(THEME, ""))

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Keep the window's place and size."""
        self._kept.setValue(GEOMETRY, geometry)

    def keep_theme(self, code: str) -> None:
        """Keep the chosen theme."""
        self._kept.setValue(THEME, str(code))
