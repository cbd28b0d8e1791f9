"""`Receiving`: 收件, where returned files are read, decided about and taken in."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from core.domain.changes import Choice, Way
from core.domain.incoming import Incoming
from core.domain.returned import Finding
from core.errors import UserError
from core.progress import Job
from gui.feedback import Notice
from gui.inbox import steps
from gui.inbox.desk import Desk
from gui.journeys.intake import IntakeJourneys, Settled
from gui.models.arrivals_model import ArrivalsModel
from gui.models.cell_lines import CellLine
from gui.pages.inbox.giving_back import GivingBack
from gui.pages.inbox.part import Part
from gui.pages.inbox.reading import Reading
from gui.pages.inbox.sources import Sources
from gui.pages.inbox.taking import Taking
from gui.scope import Way as Place
from gui.task import Task
from gui.widgets import parts
from gui.widgets.inbox.file_view import FileView
from gui.widgets.inbox.files_table import FilesTable
from gui.widgets.inbox.receiving_bar import ReceivingBar
from gui.widgets.plan.panel import split

FILES, CELLS = 150, 370  # pixels
DROP = "把各单位交回的填报表、文件夹或邮件（.eml）拖到这里\n也可以按“选择文件”“选择文件夹”"
READING = "正在读来件，读完一个列一个，可以先看已读的，也可以取消。"
TAKING = "正在入库，可以取消；取消就一个数也不写入。"
FORM = "填报"


class Receiving(Part):
    """The files above, the chosen one below; nothing is written until 入库."""

    def __init__(self, journeys: IntakeJourneys, start: Callable[[Job[Any]], Task]) -> None:
        super().__init__()
        self._journeys = journeys
        self._forbidden = ""
        self.desk = Desk(self)
        self.reading = Reading(journeys, start, self)
        self.taking = Taking(journeys, start, self.desk, self)
        self.returning = GivingBack(journeys, start, self)
        self._sources = Sources(self)
        self._model = ArrivalsModel(self.desk, self)
        self._bar, self._files = ReceivingBar(), FilesTable(self._model)
        self._view, self._stack = FileView(self.desk), QStackedWidget()
        self._lay_out()
        self._connect()
        self._connect_work()
        self._judge()

    def _lay_out(self) -> None:
        empty = parts.label(DROP, "drop")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        work = split(Qt.Orientation.Vertical, (self._files, FILES), (self._view, CELLS))
        work.setStretchFactor(0, 1)
        for each in (empty, work):
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        bar = self._bar
        bar.pick.clicked.connect(self._sources.ask_files)
        bar.pick_folder.clicked.connect(self._sources.ask_folder)
        bar.unlock.clicked.connect(lambda: self.reading.ask_password(steps.locked(self.desk)))
        bar.open.clicked.connect(self._open_file)
        bar.back.clicked.connect(self._give_back)
        bar.clear.clicked.connect(self.clear)
        bar.next.clicked.connect(self.go_on)
        bar.asking.toggled.connect(self._files.show_asking)
        bar.take.wanted.connect(self.taking.ask)
        bar.take.unwanted.connect(self._cancel)
        self._sources.chosen.connect(self.read)
        self._sources.noticed.connect(self.noticed)
        self._files.turned.connect(self._show_file)
        self._view.written.connect(self._write)
        self._view.led.connect(self._lead)
        QShortcut(QKeySequence("Ctrl+Enter"), self, self._ask)

    def _connect_work(self) -> None:
        self.desk.heard.connect(self._hear)
        self.desk.listed.connect(self._list)
        self.desk.decided.connect(self._judge)
        self.reading.judged.connect(self.desk.hear)
        self.reading.read.connect(self.desk.join)
        self.taking.settled.connect(self._settle)
        self.taking.stale.connect(self.read)
        self.taking.noticed.connect(self.noticed)
        self.returning.noticed.connect(self.noticed)
        self.returning.ended.connect(self.stored)
        for work in (self.reading, self.taking, self.returning):
            work.began.connect(self._begin)
            work.advanced.connect(self._bar.take.advance)
            work.ended.connect(self._end)
            work.failed.connect(self.failed)

    @property
    def advice(self) -> str:
        """What the person in front of this part should do now."""
        if self.taking.at_work:
            return TAKING
        if self.reading.at_work:
            return READING
        return self._forbidden or steps.advice(self.desk)

    def forbid(self, why: str) -> None:
        """Let nothing be read or taken in as long as there is a reason."""
        self._forbidden = why
        self._judge()

    def read(self, paths: Sequence[Path]) -> None:
        """Read files, folders and mails."""
        if paths and not self._forbidden:
            self.reading.begin(paths)

    def clear(self) -> None:
        """Put all files away; what was decided about them is forgotten."""
        self.reading.cancel()
        self.desk.clear()

    def leave(self) -> None:
        """End what runs beside the window."""
        self._cancel()
        self._journeys.close()

    def go_on(self) -> None:
        """Go to the next conflict that is open, in this file or in one after it."""
        cells, model = self._view.cells, self._view.model
        row = model.next_open(cells.currentIndex().row())
        if row < 0 and (found := self._next_file()):
            self._files.choose(found.place)
            row = model.next_open(-1)
        cells.go_to(row)
        cells.setFocus()

    def _next_file(self) -> Incoming | None:
        """Give the next file with a conflict that is open, itself the last."""
        files, shown = self.desk.batch.files, self._files.file
        at = next((number for number, each in enumerate(files) if each is shown), -1)
        later = (*files[at + 1 :], *files[: at + 1])
        return next((each for each in later if self.desk.tally(each).open), None)

    def _ask(self) -> None:
        if self._bar.take.is_allowed:
            self.taking.ask()

    def _hear(self) -> None:
        """Show the first file as soon as it is there."""
        if self._files.row < 0:
            self._files.choose(None)
        self._judge()

    def _list(self) -> None:
        """Show the file again that was shown before."""
        shown = self._view.file
        self._files.choose(shown.place if shown else None)
        self._show_file()
        self._judge()

    def _show_file(self) -> None:
        row, file = self._files.row, self._files.file
        self._view.show_file(file, self._model.skipped(row) if row >= 0 and not file else None)
        self._bar.open.setEnabled(row >= 0)
        self._judge()

    def _judge(self) -> None:
        """Count, and let be pressed what can be done."""
        desk, bar, why = self.desk, self._bar, self._forbidden
        busy = self.reading.at_work or self.taking.at_work or self.returning.at_work
        file = self._files.file
        bar.back.setEnabled(bool(file and file.slip) and not busy and not why)
        self._stack.setCurrentIndex(int(bool(self._model.rowCount())))
        bar.count.setText(steps.counted(desk))
        bar.take.allow(allowed=bool(steps.going(desk)) and not why)
        bar.unlock.setVisible(bool(steps.locked(desk)))
        bar.unlock.setEnabled(not busy)
        bar.clear.setEnabled(bool(self._model.rowCount()) and not busy)
        bar.next.setEnabled(any(desk.tally(each).open for each in desk.batch.files))
        for each in (bar.pick, bar.pick_folder):
            each.setEnabled(not why and not self.taking.at_work)
        self.advised.emit()

    def _begin(self) -> None:
        self._bar.take.begin()
        self._judge()

    def _end(self) -> None:
        """Give the keyboard to what is to be looked at next."""
        self._bar.take.end()
        self._judge()
        if self._model.rowCount():
            (self._view.cells if self._view.model.rowCount() else self._files).setFocus()

    def _give_back(self) -> None:
        if self._files.file:
            self.returning.ask(self._files.file)

    def _cancel(self) -> None:
        for work in (self.reading, self.taking, self.returning):
            work.cancel()
        if self._bar.take.at_work:
            self._bar.take.halt()

    def _settle(self, done: Settled) -> None:
        """Go on from what was taken in; what was compared with it is compared anew."""
        self.desk.settle(done.taken, done.known)
        self.read(self.desk.overtaken(done.taken))
        self.stored.emit()

    def _write(self, line: CellLine, text: str) -> None:
        """Take a text for a part; one that cannot be read stays in its line."""
        file = self._view.file
        match = file and next((each for each in file.matches if each.spot == line.spot), None)
        if not (file and match):
            return
        try:
            read = self._journeys.reading(file, match, text)
        except UserError as error:
            self.failed.emit(error)
            self._view.cells.write(text)
            return
        self.desk.choose(file, line.spot, Choice(Way.WRITE, text))
        if read != text.strip():
            self.noticed.emit(Notice(f"“{line.name}”填的“{text}”读作“{read or '空'}”。"))
        self._view.cells.go_on()

    def _lead(self, finding: Finding) -> None:
        """Turn to the form where a finding is about a cell that does not differ."""
        file = self._view.file
        if file and file.slip and finding.code:
            slip = file.slip
            column = str(finding.column or "")
            way = Place(FORM, slip.quarter, slip.department, finding.code, column, plan=slip.plan)
            self.led.emit(way)

    def _open_file(self) -> None:
        file = self._files.file
        each = file or self._model.skipped(self._files.row)
        self._sources.show(each.name, each.path, file.inside if file else ())
