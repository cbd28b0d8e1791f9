"""`Theme`: colours, sizes and fonts, light and dark, for the whole program in one place."""

import re
from enum import StrEnum
from string import Template
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import resources

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

FAMILY = "Noto Sans SC"
FACES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
HALF = 128  # of 255: a darker window belongs to a dark system
TEXT_SIZE = 10.5  # points, as all sizes: 五号, the size of printed tables
_LENGTH = re.compile(r"\b(\d+(?:\.\d+)?)(px|pt)\b")


class Look(StrEnum):
    """What a person chose: the system's colours, or always the light or the dark ones."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Size(StrEnum):
    """How large everything is; the points are those of printed Chinese text, 小五 to 四号."""

    SMALL = "small"
    USUAL = "usual"
    LARGE = "large"
    LARGEST = "largest"

    @property
    def points(self) -> float:
        """The size of plain text."""
        return {"small": 9, "large": 12, "largest": 14}.get(self, TEXT_SIZE)


class Colours(NamedTuple):
    """Every colour of the screen; paper is white in both themes."""

    window: str
    surface: str
    field: str
    line: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    fill: str
    fill_over: str
    on_fill: str
    tint: str
    over: str
    desk: str
    error: str
    error_tint: str
    warn: str
    warn_tint: str
    good: str
    good_tint: str
    locked: str
    blue: str
    green: str
    yellow: str
    red: str
    grey: str


LIGHT = Colours(
    window="#f3f5f8",
    surface="#ffffff",
    field="#ffffff",
    line="#e1e6ed",
    edge="#c3ccd8",
    text="#1f2733",
    muted="#566173",
    faint="#98a2b3",
    accent="#1d4f91",
    fill="#1d4f91",
    fill_over="#2a62ab",
    on_fill="#ffffff",
    tint="#e6eef8",
    over="#f0f3f7",
    desk="#e4e8ee",
    error="#b3261e",
    error_tint="#fcecea",
    warn="#8a5a00",
    warn_tint="#fdf3dc",
    good="#1d7a46",
    good_tint="#e4f4ea",
    locked="#f5f6f8",
    blue="#1f66c2",
    green="#2b9a58",
    yellow="#e3a008",
    red="#c8322b",
    grey="#8d97a6",
)
DARK = Colours(
    window="#16191e",
    surface="#1e2229",
    field="#252a33",
    line="#2e3540",
    edge="#465060",
    text="#e4e8ee",
    muted="#a3adbd",
    faint="#68727f",
    accent="#7fb0ee",
    fill="#2f6bb8",
    fill_over="#3b7ccd",
    on_fill="#ffffff",
    tint="#253650",
    over="#282e38",
    desk="#121418",
    error="#ff9b92",
    error_tint="#3a2323",
    warn="#f0bf62",
    warn_tint="#3a3120",
    good="#74cf97",
    good_tint="#1f3528",
    locked="#1a1e24",
    blue="#64a3f2",
    green="#57c283",
    yellow="#f1c04a",
    red="#f0746b",
    grey="#7c8695",
)


class Theme(QObject):
    """Dresses the application; `changed` follows once every widget wears the new colours."""

    changed = Signal()

    def __init__(self, application: QApplication, look: str = "", size: str = "") -> None:
        super().__init__(application)
        self._application = application
        self._look = Look(look) if look in set(Look) else Look.SYSTEM
        self._size = Size(size) if size in set(Size) else Size.USUAL
        self._style = resources.path("styles", "window.qss").read_text(encoding="utf-8")
        self._system_is_dark = application.palette().window().color().lightness() < HALF
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._font = _screen_font()
        self.choose(self._look)

    @property
    def look(self) -> Look:
        """What was chosen."""
        return self._look

    @property
    def size(self) -> Size:
        """How large everything is."""
        return self._size

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        dark = self._system_is_dark if self._look is Look.SYSTEM else self._look is Look.DARK
        return DARK if dark else LIGHT

    def choose(self, look: Look) -> None:
        """Change to another look at once; where the system can, its title bars change too."""
        if look is not self._look or look is not Look.SYSTEM:
            self._application.styleHints().setColorScheme(_scheme(look))
        self._look = look
        self._dress()

    def resize(self, size: Size) -> None:
        """Make everything larger or smaller at once."""
        self._size = size
        self._dress()

    def _follow_system(self, scheme: "Qt.ColorScheme") -> None:
        self._system_is_dark = scheme is _scheme(Look.DARK)
        self._dress()

    def _dress(self) -> None:
        colours = self.colours
        sheet = Template(self._style).substitute(colours._asdict(), icons=_icons(colours))
        self._font.setPointSizeF(self._size.points)
        self._application.setFont(self._font)
        self._application.setPalette(_palette(colours))
        usual = self._size is Size.USUAL
        self._application.setStyleSheet(sheet if usual else _LENGTH.sub(self._scale, sheet))
        self.changed.emit()

    def _scale(self, length: re.Match[str]) -> str:
        """Give a length of the style sheet as large as everything; hair lines stay."""
        value = float(length[1]) * self._size.points / TEXT_SIZE
        return f"{value:.4g}pt" if length[2] == "pt" else f"{max(1, round(value))}px"


def present() -> Theme:
    """Give the theme of the program, the last one that was made."""
    return cast("QApplication", QApplication.instance()).findChildren(Theme)[-1]


def scaled(pixels: float) -> int:
    """Give a length that fits plain text of the usual size, as large as everything is now."""
    return round(pixels * QApplication.font().pointSizeF() / TEXT_SIZE)


def colours_of(palette: QPalette) -> Colours:
    """Give the colours that a widget wears, for what it paints itself."""
    return DARK if palette.window().color().lightness() < HALF else LIGHT


def _scheme(look: Look) -> "Qt.ColorScheme":
    """Translate a look; the first use of `Qt` costs as much as a window, so it comes late."""
    from PySide6.QtCore import Qt

    schemes = {Look.LIGHT: Qt.ColorScheme.Light, Look.DARK: Qt.ColorScheme.Dark}
    return schemes.get(look, Qt.ColorScheme.Unknown)


def _screen_font() -> QFont:
    """Load the shipped faces: the same picture on every machine, for 4 ms."""
    for face in FACES:
        QFontDatabase.addApplicationFont(str(resources.path("fonts", face)))
    return QFont(FAMILY)


def _icons(colours: Colours) -> str:
    """Give the folder of the small pictures that the style sheet itself draws."""
    return resources.path("icons", "dark" if colours is DARK else "light").as_posix()


def _palette(colours: Colours) -> QPalette:
    """Translate the colours into what Fusion asks for."""
    role = QPalette.ColorRole
    palette = QPalette()
    for roles, colour in (
        ((role.Window, role.Button, role.AlternateBase), colours.window),
        ((role.Base,), colours.field),
        ((role.ToolTipBase, role.Light, role.Midlight), colours.surface),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.text),
        ((role.BrightText, role.HighlightedText), colours.on_fill),
        ((role.Highlight,), colours.fill),
        ((role.Accent, role.Link, role.LinkVisited), colours.accent),
        ((role.PlaceholderText,), colours.faint),
        ((role.Mid, role.Dark), colours.edge),
        ((role.Shadow,), colours.line),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.faint))
    return palette
