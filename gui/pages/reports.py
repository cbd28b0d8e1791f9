"""`Reports`: choose a report, see the very PDF, write, print and send it, check a printed one."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout

from core.progress import Job
from gui.choice import Choice, Copies
from gui.journeys.database import OPENING, Opened
from gui.journeys.reports import Drawn, Offer, ReportJourneys
from gui.pages.page import Page
from gui.reports.checking import Checking
from gui.reports.favouring import Favouring
from gui.reports.posting import Parcel, ReportPost
from gui.reports.printing import Printing
from gui.reports.rewording import Rewording
from gui.reports.writing import Order, Writing
from gui.scope import Scope
from gui.task import Task
from gui.theme import scaled
from gui.widgets.live_preview import LivePreview
from gui.widgets.reports.panel import CHECKING, WRITING, ReportPanel

if TYPE_CHECKING:
    from core.domain.profile import Profile
    from core.reports.catalogue import Kind
    from core.services.printing import Paper, Written
    from core.services.recording import Made

WIDTH = 336  # pixels of the panel
NO_PLAN = "还没有规划。请先在“规划与指标”里导入或新建规划。"
CHOOSE = "选定报告种类和范围，核对预览，然后写出或打印。规划和报告期在窗口上方选择。"
HELD = "数据库正由别人使用：可以预览、写出和打印，但不保存校验码、常用报告和修改的文字。"
MANY = "将一次写出{count}份报告，可以随时取消。"
CHECK = "填写页脚的校验码，或选一份写出过的报告，看印的是什么数据、与现在是否一致。"
SEEN = "左边是报告印出时的原样，按“打印”就照它重印；回到“选报告”就是现在的数据。"
WAIT = "正在读取单位，请稍候。"
REFUSED = "这份报告现在没有内容可写，原因见左边；请换范围、种类或报告期。"
NO_CHOICES = {
    Copies.DEPARTMENTS: "本规划没有责任单位，请改写选定的这一份。",
    Copies.FAVOURITES: "还没有常用报告：在“选报告”里选好，按星号存为常用。",
    Copies.KINDS: "没有可以写出的报告种类。",
}
NO_FORMAT = "请至少勾选一种格式，才能写出。"
NO_FOLDER = "请选择输出文件夹，或填写完整的路径，才能写出。"
BUSY = "正在进行，可以随时取消；填报等别的页面可以照常使用。"
WRITTEN = "报告已经写出，可以打开查看、发邮件，也可以换一种报告继续。"


class Reports(Page):
    """The page 报告: the preview in the middle, the panel with all that can be done beside it."""

    def __init__(self, journeys: ReportJourneys, start: Callable[[Job[Any]], Task]) -> None:
        super().__init__("报告")
        self._journeys, self._start = journeys, start
        self._scope: Scope | None = None
        self._profile: Profile | None = None
        self._kinds: dict[str, Kind] = {}
        self._favourites: tuple[tuple[str, Choice], ...] = ()
        self._made: tuple[Made, ...] = ()
        self._looking: Task | None = None
        self._seen = self._refusal = self._said = self._held = ""
        self._drawn = self._busy = False
        self._panel, self._preview = ReportPanel(), LivePreview(start)
        self._writing = Writing(journeys, start, self)
        self._printing = Printing(start, self)
        self._rewording = Rewording(journeys, start, self)
        self._favouring = Favouring(journeys, start, self)
        self._posting = ReportPost(journeys, start, self)
        self._checking = Checking(journeys, start, self._panel.code, self)
        self._lay_out()
        self._connect()
        self._connect_parts()

    def _lay_out(self) -> None:
        self._preview.view.show_words(OPENING)
        self._panel.setFixedWidth(scaled(WIDTH))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._preview, 1)
        row.addWidget(self._panel)
        self.body.addLayout(row, 1)
        self._allow()

    def _connect(self) -> None:
        panel = self._panel
        panel.kinds.chosen.connect(self._choose)
        panel.kinds.recalled.connect(self._recall)
        panel.scope.changed.connect(self._choose)
        panel.star.clicked.connect(self._favour)
        panel.voice.wanted.connect(self._reword)
        panel.form.changed.connect(self._judge)
        panel.tabs.currentChanged.connect(self._turn)
        panel.write.wanted.connect(self._write)
        panel.write.unwanted.connect(self._cancel)
        panel.printed.connect(self._print)
        panel.mailed.connect(self._mail)
        panel.files.noticed.connect(self.noticed)
        panel.recent.asked.connect(panel.code.ask)
        panel.code.seen.connect(self._see)
        panel.code.printed.connect(self._reprint)

    def _connect_parts(self) -> None:
        self._preview.drawn.connect(self._show_drawn)
        self._preview.refused.connect(self._refuse)
        self._preview.failed.connect(self.failed)
        self._rewording.changed.connect(self._draw)
        self._favouring.changed.connect(self._take_favourites)
        self._writing.done.connect(self._show_written)
        for work in (self._writing, self._printing, self._posting):
            work.began.connect(self._begin)
            work.advanced.connect(self._panel.write.advance)
            work.ended.connect(self._end)
        for each in (
            self._writing,
            self._printing,
            self._posting,
            self._rewording,
            self._favouring,
            self._checking,
        ):
            each.noticed.connect(self.noticed)
            each.failed.connect(self.failed)

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        (choice,) = self._panel.scope.choice.of_kinds([self._panel.kinds.kind])
        return choice

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is written at once."""
        choice, scope = self.choice, self._panel.scope
        match self._panel.form.copies:
            case Copies.DEPARTMENTS:
                return choice.of_departments(scope.departments)
            case Copies.FAVOURITES:
                return tuple(each for _, each in self._favourites)
            case Copies.KINDS:
                return choice.of_kinds(
                    code
                    for code, kind in self._kinds.items()
                    if choice.department or not kind.for_department
                )
        return (choice,)

    @property
    def _title(self) -> str:
        kind = self._kinds.get(self._panel.kinds.kind)
        return kind.title if kind else ""

    @property
    def _favourite(self) -> str:
        """The name of the favourite that is exactly what is chosen, empty for none."""
        name = self._panel.kinds.favourite
        return name if (name, self.choice) in self._favourites else ""

    def welcome(self, opened: Opened) -> None:
        """Offer the kinds of report; say where nothing can be stored."""
        self._profile = opened.profile
        self._held = HELD if opened.holder else ""
        self._rewording.forbidden = self._favouring.forbidden = self._held
        self._kinds = {each.code: each for each in opened.kinds}
        self._panel.kinds.offer(opened.kinds)

    def show_scope(self, scope: Scope | None) -> None:
        """Show the report of another plan or quarter, or the same one as it is now."""
        if scope != self._scope:
            self._made, self._said = (), ""
            self._panel.files.list_files(())
        self._scope = scope
        self._draw()
        self._look()

    def _look(self) -> None:
        """Read what can be chosen; only the answer to the last question counts."""
        if self._looking:
            self._looking.cancel()
            self._looking = None
        if self._scope:
            task = self._looking = self._start(self._journeys.offer(self._scope))
            task.succeeded.connect(partial(self._take, task, self._scope))
            task.failed.connect(self.failed)

    def _take(self, task: Task, scope: Scope, offer: Offer) -> None:
        """Offer what there is to be chosen; draw anew where that changes the report."""
        if task is not self._looking:
            return
        self._looking, before = None, self.choice
        own = self._profile.department(scope.plan.region) if self._profile else ""
        self._panel.scope.offer(offer.departments, offer.sections, own)
        self._panel.recent.show_reports(offer.printed)
        self._favourites = offer.favourites
        self._panel.kinds.offer_favourites(offer.favourites)
        if not self._complete() or self.choice != before:
            self._draw()
        self._judge()

    def _complete(self) -> bool:
        """Tell whether the chosen kind has the department that it needs, giving it one."""
        kind, before = self._kinds.get(self._panel.kinds.kind), self.choice.department
        needed = bool(kind and kind.for_department)
        return self._panel.scope.demand(department=needed) and before == self.choice.department

    def _choose(self) -> None:
        self._said = ""
        self._draw()

    def _recall(self, choice: Choice) -> None:
        """Choose all that a favourite has."""
        self._panel.scope.show_choice(choice)
        self._choose()

    def _draw(self) -> None:
        """Draw the preview of what is chosen now."""
        self._forget()
        self._complete()
        if not (self._scope and self._panel.kinds.kind):
            self._blank(NO_PLAN)
        elif self._lacks_department():
            self._blank(WAIT)
        else:
            self._preview.draw(self._journeys.draw(self.choice, self._scope))
        self._judge()

    def _lacks_department(self) -> bool:
        kind = self._kinds.get(self._panel.kinds.kind)
        return bool(kind and kind.for_department and not self.choice.department)

    def _blank(self, words: str) -> None:
        self._preview.forget()
        self._preview.view.show_words(words)

    def _show_drawn(self, made: "Drawn | Paper") -> None:
        self._drawn = True
        if isinstance(made, Drawn):
            self._panel.voice.show_voice(made.voice)
        self._judge()

    def _refuse(self, words: str) -> None:
        """Take in why there is no such report."""
        self._refusal = words
        self._judge()

    def _judge(self) -> None:
        """Say what to do next, and let be done what can be."""
        self._allow()
        self._panel.star.setChecked(bool(self._favourite))
        self.advise(self._told())

    def _told(self) -> str:
        """Say what to do now."""
        tab, count = self._panel.tabs.currentIndex(), len(self.choices)
        if self._busy:
            return BUSY
        if self._seen:
            return SEEN
        if tab == CHECKING and self._scope:
            return CHECK
        many = MANY.format(count=count) if tab == WRITING and count > 1 else ""
        return self._obstacle() or self._said or many or self._held or CHOOSE

    def _obstacle(self) -> str:
        """Say why nothing can be written yet, if so."""
        if not self._scope:
            return NO_PLAN
        if self._panel.form.copies is Copies.ONE:
            if self._lacks_department():
                return WAIT
            if self._refusal:
                return REFUSED
        elif not self.choices:
            return NO_CHOICES[self._panel.form.copies]
        if not self._panel.form.formats:
            return NO_FORMAT
        return "" if self._panel.form.folder else NO_FOLDER

    def _allow(self) -> None:
        """Let the buttons be pressed that can do their work."""
        panel, idle = self._panel, not self._busy
        panel.write.allow(allowed=idle and not self._obstacle())
        panel.print.setEnabled(idle and self._drawn)
        panel.mail.setEnabled(idle and bool(self._made))
        panel.mail.setVisible(bool(self._made))
        panel.star.setEnabled(bool(self._scope and panel.kinds.kind))

    def _turn(self, tab: int) -> None:
        """Go back to the present report where another tab is turned to."""
        if self._seen and tab != CHECKING:
            self._draw()
        self._judge()

    def _favour(self) -> None:
        """Keep what is chosen as a favourite, or take the favourite away that is chosen."""
        self._judge()
        if self._scope and self._favourite:
            self._favouring.drop(self._favourite, self._scope)
        elif self._scope:
            self._favouring.ask(self._proposed(), self.choice, self._scope)

    def _proposed(self) -> str:
        """Propose a name for a favourite."""
        told = self._panel.scope.words
        return f"{self._title}（{told}）" if told else self._title

    def _take_favourites(self, favourites: tuple[tuple[str, Choice], ...], name: str) -> None:
        self._favourites = favourites
        self._panel.kinds.offer_favourites(favourites)
        if name:
            self._panel.kinds.choose(name)
        self._judge()

    def _reword(self) -> None:
        if self._scope:
            self._rewording.ask(self._title, self.choice, self._scope)

    def _write(self) -> None:
        scope, folder = self._scope, self._panel.form.folder
        if scope and folder:
            self._writing.write(Order(self.choices, scope, self._panel.form.formats, folder))

    def _print(self) -> None:
        """Print what is seen."""
        if self._seen:
            self._reprint(self._seen)
        elif self._scope:
            job = self._journeys.paper(self.choice, self._scope)
            self._printing.ask(job, self._title, self._preview.view.count)

    def _reprint(self, code: str) -> None:
        pages = self._preview.view.count if self._seen == code else 0
        self._printing.ask(self._journeys.reprint(code), f"校验码{code}", pages)

    def _see(self, code: str) -> None:
        """Show a report as it was once written."""
        self._forget()
        self._seen = code
        self._preview.draw(self._journeys.reprint(code))
        self._judge()

    def _forget(self) -> None:
        """Know nothing of the report that was shown."""
        self._seen = self._refusal = ""
        self._drawn = False
        self._panel.voice.show_voice(None)

    def _mail(self) -> None:
        folder = self._panel.form.folder
        if self._scope and folder:
            self._posting.ask(Parcel(self._made, self._scope, folder))

    def _cancel(self) -> None:
        for each in (self._writing, self._printing, self._posting):
            each.cancel()
        self._panel.write.halt()

    def _show_written(self, written: "Written") -> None:
        """Show what was written, and list it among the reports that were."""
        self._made, self._said = written.reports, WRITTEN
        self._panel.files.list_files(written.files)
        self._panel.tabs.setCurrentIndex(WRITING)
        self._judge()
        self._look()
        QTimer.singleShot(0, self, self._panel.show_files)

    def _begin(self) -> None:
        self._busy = True
        self._panel.write.begin()
        self._judge()

    def _end(self) -> None:
        self._busy = False
        self._judge()
        self._panel.write.end()
