"""`Settings`: who uses the program, the database and its copies, deadlines, looks, mail."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from core.errors import UserError
from core.progress import Job, finish
from gui import theme
from gui.feedback import Notice
from gui.journeys.database import OPENING, Opened
from gui.journeys.mail import MailJourneys
from gui.journeys.settings import SettingsJourneys
from gui.mail_settings import MailSettings
from gui.pages.page import Page
from gui.restoring import Restoring, restored
from gui.scope import Scope
from gui.task import Task
from gui.widgets import parts
from gui.widgets.database_form import DatabaseForm
from gui.widgets.deadline_form import DeadlineForm
from gui.widgets.looks_form import LooksForm
from gui.widgets.person_form import PersonForm

if TYPE_CHECKING:
    from core.domain.backup import Restored
    from core.domain.calendar import Calendar
    from core.domain.profile import Profile
    from core.services.profiles import Choices
    from core.services.upkeep import Files

ADVICE = "修改后自动保存，不必另外确认。"
NOTHING = "没有未保存的修改。"
BAR = 8  # pixels between the cards and the scroll bar
NARROW = 880  # pixels below which the sections stand in one column


class Settings(Page):
    """The page 设置与数据; `start` runs its journeys. What is changed is saved at once."""

    def __init__(self, journeys: SettingsJourneys, start: Callable[[Job[Any]], Task]) -> None:
        super().__init__("设置与数据")
        self._journeys, self._start = journeys, start
        self._person, self._deadlines = PersonForm(), DeadlineForm()
        self._database, self._looks = DatabaseForm(), LooksForm()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._area = QScrollArea()
        self._restoring = Restoring(journeys, start, self)
        self._mail = MailSettings(MailJourneys(journeys.database), start, self)
        self._profile: Profile | None = None
        self._calendar: Calendar | None = None
        self._scope: Scope | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(16)
        left.addWidget(_section("使用人", self._person))
        left.addWidget(_section("外观", self._looks))
        left.addWidget(_section("报送期限", self._deadlines))
        left.addWidget(_section("发信", self._mail.account))
        left.addStretch(1)
        right.addWidget(_section("数据库", self._database), 1)
        right.addWidget(_section("单位邮箱", self._mail.addresses), 1)
        self._columns.setSpacing(16)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        self._columns.setContentsMargins(0, 0, BAR, 0)
        inside = QWidget()
        inside.setLayout(self._columns)
        self._area.setProperty("role", "plain")
        self._area.setWidgetResizable(True)
        self._area.setWidget(inside)
        self.body.addWidget(self._area, 1)

    def _connect(self) -> None:
        self._person.changed.connect(self._save_profile)
        self._deadlines.changed.connect(self._save_calendar)
        self._deadlines.told.connect(self._show_label)
        self._looks.look_chosen.connect(lambda look: theme.present().choose(look))
        self._looks.size_chosen.connect(lambda size: theme.present().resize(size))
        self._database.to.connect(self._back_up)
        self._database.check.connect(self._check)
        self._database.back.connect(self._restoring.begin)
        self._mail.saved.connect(self._tell_time)
        self._mail.failed.connect(self.failed)
        self._restoring.done.connect(self._reopen)
        self._restoring.failed.connect(self.failed)
        self._database.another.connect(self.moved)
        QShortcut(QKeySequence.StandardKey.Save, self, self._save)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sections below each other where they have no room side by side."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.scaled(NARROW)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def welcome(self, opened: Opened) -> None:
        """Show who uses a database; what another window has is only to be seen."""
        writable = opened.holder is None
        if not writable or self.advice == OPENING:
            self.advise(ADVICE if writable else f"{opened.holder}。")
        for each in (self._person, self._deadlines):
            each.setEnabled(writable)
        self._database.allow(writing=writable)
        self._mail.allow(writing=writable)
        if opened.profile != self._profile:
            self._profile = opened.profile
            self._person.show_profile(opened.profile)

    def show_scope(self, scope: Scope | None) -> None:
        """Show what belongs to the header's plan and quarter, and how everything is now."""
        self._scope = scope
        self._deadlines.show_quarter(scope.quarter if scope else None)
        present = theme.present()
        self._looks.show_looks(present.look, present.size)
        self._ask(self._journeys.files(), self._show_files)
        self._ask(self._journeys.calendar(), self._show_calendar)
        self._mail.show_scope(scope)
        if scope:
            self._ask(self._journeys.choices(scope.plan.code), self._offer)

    def _ask(self, job: Job[Any], then: Callable[[Any], None]) -> None:
        """Run a journey and go on with what it gives; an error is told."""
        task = self._start(job)
        task.succeeded.connect(then)
        task.failed.connect(self.failed)

    def _show_files(self, files: "Files") -> None:
        self._database.show_files(files)

    def _show_calendar(self, calendar: "Calendar") -> None:
        if calendar != self._calendar:
            self._calendar = calendar
            self._deadlines.show_calendar(calendar)

    def _offer(self, choices: "Choices") -> None:
        self._person.offer(choices.region, choices.departments)

    def _save(self) -> None:
        """Save what is just being typed."""
        self.advise(NOTHING)
        self._save_profile()
        self._save_calendar()
        self._mail.save()

    def _save_profile(self) -> None:
        """Save who uses the program, once it is another."""
        profile, before = self._person.profile, self._profile
        if before is not None and profile != before:
            self._profile = profile
            self._keep(self._journeys.save_profile(profile))

    def _save_calendar(self) -> None:
        """Save the deadlines, once they are others."""
        calendar, before = self._deadlines.calendar, self._calendar
        if before is not None and calendar != before:
            self._calendar = calendar
            self._keep(self._journeys.save_calendar(calendar))

    def leave(self) -> None:
        """Save at once what is just being typed: no job is begun any more."""
        jobs: list[Job[None]] = []
        if self._profile is not None:
            jobs.append(self._journeys.save_profile(self._person.profile))
        if self._calendar is not None:
            jobs.append(self._journeys.save_calendar(self._deadlines.calendar))
        with suppress(UserError):  # there is nobody left to be told
            for job in jobs:
                finish(job)
        self._mail.leave()

    def _keep(self, job: Job[None]) -> None:
        """Save something, and have every page know; what failed is shown as it still is."""
        task = self._start(job)
        task.succeeded.connect(self._tell_saved)
        task.failed.connect(self._forget)
        task.failed.connect(self.failed)

    def _tell_saved(self) -> None:
        self._tell_time()
        self.altered.emit()

    def _tell_time(self) -> None:
        self.advise(f"{datetime.now().astimezone():%H:%M:%S}已保存。{ADVICE}")

    def _forget(self) -> None:
        """Show again what is kept."""
        self._profile = self._calendar = None
        self.altered.emit()

    def _show_label(self, label: QWidget) -> None:
        """Scroll to a label, once it has its place."""
        QTimer.singleShot(0, self, partial(self._area.ensureWidgetVisible, label))

    def _back_up(self, target: Path) -> None:
        self._ask(self._journeys.back_up(target), self._tell_copy)

    def _tell_copy(self, path: Path) -> None:
        self.noticed.emit(Notice(f"已备份到“{path}”。"))
        self._ask(self._journeys.files(), self._show_files)

    def _check(self) -> None:
        self._database.wait()
        self._ask(self._journeys.check(), self._database.show_problems)

    def _reopen(self, done: "Restored") -> None:
        """Open the database anew, for everything in it may be different."""
        self.noticed.emit(Notice(restored(done)))
        self._profile = self._calendar = None
        self.moved.emit(str(done.path))


def _section(title: str, inside: QWidget) -> QFrame:
    """Put something on a card, under a title."""
    card, column = parts.card(spacing=12)
    column.addWidget(parts.label(title, "group"))
    column.addWidget(inside, 1)
    return card
