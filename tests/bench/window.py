"""The program's own window, in a process that ends once there is to be seen what is waited for."""

import faulthandler

from PySide6.QtCore import QTimer

from tests.bench.label import end, tell_size

PATIENCE = 60  # seconds after which the process ends itself and says where it stood


def first_frame(database):
    """Start the program up to the turn after its first frame."""
    from gui.main_window import MainWindow

    _end_once_painted(MainWindow, lambda _: True)
    _start(database)


def filled_home(database):
    """Start the program up to the turn after 报送一览 was painted."""
    from gui.widgets.state_counts import StateCounts

    _end_once_painted(StateCounts, lambda counts: bool(counts.accessibleName()))
    _start(database)


def filled_page(database):
    """Start the program at its page of reports, up to the turn after the preview was painted."""
    from gui.widgets.pdf_view import PdfView

    _turn_to("报告")
    _end_once_painted(PdfView, lambda view: view.count > 0)
    _start(database)


def weigh_form(database):
    """Start the program at a form, and write how many megabytes it has once that was painted."""
    from gui.widgets.grid import Grid

    _turn_to("填报")
    _end_once_painted(Grid, lambda grid: grid.form_model.form is not None, tell_size)
    _start(database)


def _turn_to(title):
    """Let the program begin at a page."""
    from gui import application

    build = application.build

    def build_and_turn(made):
        window = build(made)
        window.navigation.turn_to(_number(title))
        return window

    application.build = build_and_turn


def _number(title):
    """Give the place of a page in the navigation."""
    from gui.places import PLACES

    return [place.title for place in PLACES].index(title)


def _end_once_painted(widget, filled, end=end):
    """Let a class of widgets end the process behind a frame in which it is filled."""
    paint = widget.paintEvent

    def paint_and_end(self, event):
        if filled(self):
            QTimer.singleShot(0, end)  # before the widget's own plans for the next turn
        paint(self, event)

    widget.paintEvent = paint_and_end


def _start(database):
    """Start the program as a person does."""
    import main

    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    main.main(["--database", database])
