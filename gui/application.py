"""The program with a window: what is set up once, and how its parts come together."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from gui import crash
from gui.background import Background
from gui.journeys import Journeys
from gui.main_window import MainWindow
from gui.pages.reports import Reports
from gui.settings import Settings
from gui.theme import Theme

if TYPE_CHECKING:
    from core.ports import Store

VERSION = "0.1.0"
NO_SCREEN = "没有图形界面，打不开窗口。可以用命令写出报告：python main.py report --help\n"


def run(open_store: Callable[[str], "Store"], database: str) -> int:
    """Show the window until it is closed; give the exit status.

    `open_store` opens a database by its path or URL. It is called in the background once the
    frame is painted, and raises StorageError.
    """
    if not has_screen():
        sys.stderr.write(NO_SCREEN)
        return 1
    application = create()
    background = Background(application)
    window = build(application, background, Journeys(open_store))
    window.painted.connect(lambda: window.open(database))
    window.show()
    status = application.exec()
    background.stop()
    return status


def has_screen() -> bool:
    """Say whether Qt finds a screen; without one it would abort."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(map(os.environ.get, names))


def create() -> QApplication:
    """Set up what there is once in a program."""
    os.environ.setdefault("QT_IM_MODULES", "fcitx;ibus")  # fcitx alone: no Chinese from the wheel
    application = QApplication(["规绩"])
    application.setApplicationName("guiji")
    application.setApplicationDisplayName("规绩")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("guiji")
    crash.install(_show_crash)
    return application


def build(application: QApplication, background: Background, journeys: Journeys) -> MainWindow:
    """Make the window of its parts, as it was left."""
    settings = Settings(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "guiji"))
    theme = Theme(application, settings.theme)
    pages = (Reports(journeys.preview, journeys.produce, background.start),)
    window = MainWindow(pages, journeys, background.start, theme.look)
    window.restoreGeometry(settings.geometry)
    window.look_chosen.connect(theme.choose)
    window.look_chosen.connect(settings.keep_theme)
    application.aboutToQuit.connect(lambda: settings.keep_geometry(window.saveGeometry()))
    return window


def _show_crash(details: str, log: Path) -> None:
    """Open the dialog that offers the details, one at a time."""
    from gui.dialogs.crash_report import CrashReport

    if not any(isinstance(each, CrashReport) for each in QApplication.topLevelWidgets()):
        CrashReport(details, log, QApplication.activeWindow()).open()
