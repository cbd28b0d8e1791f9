"""`Reports`: choose a report, see the very PDF, write, print and send it, check a printed one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout

from core.progress import Job
from gui.choice import Copies
from gui.journeys.database import OPENING, Opened
from gui.journeys.report_letters import ReportLetterJourneys
from gui.journeys.reports import Drawn, ReportJourneys
from gui.pages.page import Page
from gui.reports.checking import Checking
from gui.reports.choosing import Choosing
from gui.reports.posting import Parcel
from gui.reports.rewording import Rewording
from gui.reports.works import Works
from gui.reports.writing import Order
from gui.scope import Scope
from gui.task import Task
from gui.theme import scaled
from gui.widgets.live_preview import LivePreview
from gui.widgets.reports.panel import CHECKING, WRITING, ReportPanel

if TYPE_CHECKING:
    from core.services.reports.printing import Paper, Written
    from core.services.reports.recording import Made

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

    def __init__(
        self,
        journeys: ReportJourneys,
        letters: ReportLetterJourneys,
        start: Callable[[Job[Any]], Task],
    ) -> None:
        super().__init__("报告")
        self._journeys = journeys
        self._scope: Scope | None = None
        self._made: tuple[Made, ...] = ()
        self._seen = self._refusal = self._said = self._held = ""
        self._drawn = self._unread = False
        self._panel, self._preview = ReportPanel(), LivePreview(start)
        self._choosing = Choosing(journeys, start, self._panel, self)
        self._works = Works(journeys, letters, start, self)
        self._rewording = Rewording(journeys, start, self)
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
        self._choosing.changed.connect(self._choose)
        self._choosing.offered.connect(self._judge)
        self._rewording.changed.connect(self._draw)
        self._works.writing.done.connect(self._show_written)
        self._works.began.connect(self._begin)
        self._works.advanced.connect(self._panel.write.advance)
        self._works.ended.connect(self._end)
        for each in (self._choosing, self._works, self._rewording, self._checking):
            each.noticed.connect(self.noticed)
            each.failed.connect(self.failed)

    def welcome(self, opened: Opened) -> None:
        """Offer the kinds of report; say where nothing can be stored."""
        self._held = self._rewording.forbidden = HELD if opened.holder else ""
        self._choosing.welcome(opened, self._held)

    def show_scope(self, scope: Scope | None) -> None:
        """Show the report of another plan or quarter, or the same one as it is now."""
        if scope != self._scope:
            self._made, self._said = (), ""
            self._panel.files.list_files(())
        self._scope, self._unread = scope, True
        self._choosing.show_scope(scope)
        self._draw()

    def _choose(self) -> None:
        self._said = ""
        self._draw()

    def _draw(self) -> None:
        """Draw the preview of what is chosen now."""
        self._forget()
        if not (self._scope and self._choosing.title):
            self._blank(NO_PLAN)
        elif self._choosing.lacks_department:
            self._blank(WAIT)
        else:
            self._preview.draw(self._journeys.draw(self._choosing.choice, self._scope))
        self._judge()

    def _blank(self, words: str) -> None:
        self._preview.forget()
        self._preview.view.show_words(words)
        self._look()

    def _forget(self) -> None:
        """Know nothing of the report that was shown."""
        self._seen = self._refusal = ""
        self._drawn = False
        self._panel.voice.show_voice(None)

    def _show_drawn(self, made: "Drawn | Paper") -> None:
        self._drawn = True
        if isinstance(made, Drawn):
            self._panel.voice.show_voice(made.voice)
        self._judge()
        QTimer.singleShot(0, self, self._look)  # the pages are seen first

    def _refuse(self, words: str) -> None:
        """Take in why there is no such report."""
        self._refusal = words
        self._judge()
        self._look()

    def _look(self) -> None:
        """Read what can be chosen, once for every time that a scope is shown."""
        if self._unread:
            self._unread = False
            self._choosing.look()

    def _judge(self) -> None:
        """Say what to do next, and let be done what can be."""
        self._allow()
        self._choosing.judge()
        self.advise(self._told())

    def _told(self) -> str:
        """Say what to do now."""
        tab, count = self._panel.tabs.currentIndex(), len(self._choosing.choices)
        if self._works.busy:
            return BUSY
        if self._seen:
            return SEEN
        if tab == CHECKING and self._scope:
            return CHECK
        many = MANY.format(count=count) if tab == WRITING and count > 1 else ""
        return self._obstacle() or self._said or many or self._held or CHOOSE

    def _obstacle(self) -> str:
        """Say why nothing can be written yet, if so."""
        form = self._panel.form
        if not self._scope:
            return NO_PLAN
        if form.copies is Copies.ONE and self._choosing.lacks_department:
            return WAIT
        if form.copies is Copies.ONE and self._refusal:
            return REFUSED
        if not self._choosing.choices:
            return NO_CHOICES[form.copies]
        if not form.formats:
            return NO_FORMAT
        return "" if form.folder else NO_FOLDER

    def _allow(self) -> None:
        """Let the buttons be pressed that can do their work."""
        panel, idle = self._panel, not self._works.busy
        panel.write.allow(allowed=idle and not self._obstacle())
        panel.print.setEnabled(idle and self._drawn)
        panel.mail.setEnabled(idle)
        panel.mail.setVisible(bool(self._made))

    def _turn(self, tab: int) -> None:
        """Go back to the present report where another tab is turned to."""
        if self._seen and tab != CHECKING:
            self._draw()
        self._judge()

    def _reword(self) -> None:
        if self._scope:
            self._rewording.ask(self._choosing.title, self._choosing.choice, self._scope)

    def _write(self) -> None:
        scope, form = self._scope, self._panel.form
        if scope and form.folder:
            order = Order(self._choosing.choices, scope, form.formats, form.folder)
            self._works.writing.write(order)

    def _print(self) -> None:
        """Print what is seen."""
        if self._seen:
            self._reprint(self._seen)
        elif self._scope:
            job = self._journeys.paper(self._choosing.choice, self._scope)
            self._works.printing.ask(job, self._choosing.title, self._preview.view.count)

    def _reprint(self, code: str) -> None:
        """Print a report as it was once written, whether it is seen or not."""
        pages = self._preview.view.count if self._seen == code else 0
        self._works.printing.ask(self._journeys.reprint(code), f"校验码{code}", pages)

    def _see(self, code: str) -> None:
        """Show a report as it was once written."""
        self._forget()
        self._seen = code
        self._preview.draw(self._journeys.reprint(code))
        self._judge()

    def _mail(self) -> None:
        folder = self._panel.form.folder
        if self._scope and folder:
            self._works.posting.ask(Parcel(self._made, self._scope, folder))

    def _cancel(self) -> None:
        self._works.cancel()
        self._panel.write.halt()

    def _show_written(self, written: "Written") -> None:
        """Show what was written."""
        self._made, self._said = written.reports, WRITTEN
        self._panel.files.list_files(written.files)
        self._panel.tabs.setCurrentIndex(WRITING)
        self._judge()
        QTimer.singleShot(0, self, self._panel.show_files)

    def _begin(self) -> None:
        self._panel.write.begin()
        self._judge()

    def _end(self) -> None:
        """List what was written or printed among the reports that were."""
        self._choosing.look()
        self._judge()
        self._panel.write.end()
