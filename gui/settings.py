"""`Settings`: what is kept of the window's looks between two starts, and nothing else."""

from PySide6.QtCore import QByteArray, QSettings

GEOMETRY, THEME, SIZE = "window/geometry", "window/theme", "window/size"


class Settings:
    """The window's geometry, theme and size of text; all else lives in the database."""

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

    @property
    def size(self) -> str:
        """The code of the chosen size of text, empty where none was chosen."""
        return str(self._kept.value(SIZE, ""))

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Keep the window's place and size."""
        self._kept.setValue(GEOMETRY, geometry)

    def keep_looks(self, theme: str, size: str) -> None:
        """Keep the codes of the chosen theme and size of text."""
        self._kept.setValue(THEME, str(theme))
        self._kept.setValue(SIZE, str(size))
