"""The program with a window: what is set up once, and how its parts come together."""

import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import resources
from gui.main_window import MainWindow
from gui.places import PLACES
from gui.settings import Settings
from gui.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from core.domain.holder import Holder
    from core.ports import Store

VERSION = "0.1.0"
NO_SCREEN = "没有图形界面，打不开窗口。不用窗口也能写出报告，用法见：python main.py report --help\n"

OpenStore = Callable[[str], "Store"]


def run(
    open_store: OpenStore,
    database: str,
    holder: "Holder | None" = None,
    open_unread: OpenStore | None = None,
) -> int:
    """Show the window until it is closed; give the exit status.

    `open_store` opens a database by its path or URL. It is called in the background once the
    frame is painted, and raises StorageError. `holder` has the database already: a window of the
    same person comes forward instead. `open_unread` gives a database in which nothing is read, so
    that a damaged one can be restored.
    """
    if not has_screen():
        sys.stderr.write(NO_SCREEN)
        return 1
    application = create()
    if holder and answers(holder):
        return 0
    window = build(application)
    window.painted.connect(partial(furnish, window, open_store, database, open_unread))
    window.show()
    return application.exec()


def has_screen() -> bool:
    """Say whether Qt finds a screen; without one it would abort."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(map(os.environ.get, names))


def create() -> QApplication:
    """Set up what there is once in a program."""
    os.environ.setdefault("QT_IM_MODULES", "fcitx;ibus")  # fcitx alone: no Chinese from the wheel
    application = QApplication(["guiji", "-style", "Fusion"])
    application.setApplicationName("guiji")
    application.setApplicationDisplayName("规绩")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("guiji")
    return application


def answers(holder: "Holder") -> bool:
    """Tell whether the same person's window has come forward."""
    from gui.single_instance import ring

    return holder.mine and ring(holder.database, holder.pid)


def build(application: QApplication) -> MainWindow:
    """Make the frame of the window, as it was left."""
    settings = Settings(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "guiji"))
    theme = Theme(application, settings.theme, settings.size)
    window = MainWindow(PLACES, theme.look)
    window.restoreGeometry(settings.geometry)
    window.navigation.look_chosen.connect(theme.choose)
    theme.changed.connect(lambda: window.navigation.show_look(theme.look))
    theme.changed.connect(lambda: settings.keep_looks(theme.look, theme.size))
    window.closed.connect(lambda: settings.keep_geometry(window.saveGeometry()))
    return window


def furnish(
    window: MainWindow,
    open_store: OpenStore,
    database: str,
    open_unread: OpenStore | None = None,
) -> None:
    """Fill the frame and open the database; all that this imports had to wait for the frame."""
    from gui import crash
    from gui.arrival import Arrival
    from gui.background import Background
    from gui.journeys.database import Database
    from gui.journeys.settings import SettingsJourneys
    from gui.rescue import Rescue
    from gui.session import Session

    speak_chinese()
    window.setWindowIcon(QIcon(str(resources.path("icons", "guiji.svg"))))
    crash.install(partial(_show_crash, window))
    background = Background(window)
    opening = Database(open_store, open_unread)
    session = Session(window, PLACES, opening, background.start)
    for follow in (Arrival, Rescue):
        follow(window, session, SettingsJourneys(opening), background.start)
    window.closed.connect(background.stop)
    window.closed.connect(opening.close)
    session.open(database)
    session.show_page()


def speak_chinese() -> None:
    """Let the dialogs that Qt itself draws, where the system has none, speak Chinese."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    application = QApplication.instance()
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        QApplication.installTranslator(translator)


def _show_crash(window: MainWindow, details: str, log: "Path") -> None:
    """Open the dialog that offers the details, one at a time, above what is in use."""
    from gui.dialogs.crash_report import CrashReport

    shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    if not any(isinstance(each, CrashReport) for each in shown):
        CrashReport(details, log, QApplication.activeWindow() or window).open()
