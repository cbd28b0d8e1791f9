"""`MailForm`: through which server the office sends its letters, and as whom."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from core.mail.account import Account, Security
from gui.widgets import parts
from gui.widgets.combo import Combo
from gui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from core.services.mail.mail_passwords import Keeping

MEGABYTE = 2**20
MOST = 200  # megabytes of attachments that may be set
KEPT = "已保存在系统密码库，输入新的就替换"
NOT_KEPT = "输入后保存在系统密码库"
NO_KEYRING = "系统没有可用的密码库，每次发信时输入"
NO_PASSWORD = "请输入密码；许多邮箱要用网页上生成的授权码。"  # noqa: S105 - a sentence about one
TRYING = "正在试发…"


class MailForm(QWidget):
    """Emits `changed` when something was typed to its end, and what else is wanted.

    `secret` carries a password to be kept, empty to be taken away; `trial` and `texts` ask for a
    trial letter and for the texts of letters.
    """

    changed = Signal()
    secret = Signal(str)
    trial = Signal()
    texts = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._host, self._user = QLineEdit(), QLineEdit()
        self._security = Combo("服务器说明里写的加密方式", 12)
        self._port = NumberField(1, 65535)
        self._password = QLineEdit()
        self._forget = parts.button("删除(&J)", "从系统密码库删除保存的密码")
        self._sender, self._name = QLineEdit(), QLineEdit()
        self._limit = NumberField(1, MOST, "MB")
        self._try = parts.button("试发(&S)", "给发件邮箱自己发一封信")
        self._texts = parts.button("邮件文字(&C)", "修改下发、催报、退回的主题和正文")
        self._told = parts.label("")
        self._keeping: Keeping | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for each in Security:
            self._security.addItem(each.label, each)
        self._host.setPlaceholderText("例如 smtp.example.gov.cn")
        self._user.setPlaceholderText("一般就是发件邮箱；不用登录的留空")
        self._sender.setPlaceholderText("例如 fgw@example.gov.cn")
        self._name.setPlaceholderText("例如 区发展和改革委员会")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._told.setWordWrap(True)
        self._told.hide()
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.addRow(parts.label("发信服务器(&M)", buddy=self._host), self._host)
        form.addRow(_named("加密", self._security), _row(self._security, ("端口", self._port)))
        form.addRow(_named("用户名", self._user), self._user)
        form.addRow(_named("密码", self._password), _row(self._password, self._forget, wide=True))
        form.addRow(_named("发件邮箱", self._sender), self._sender)
        form.addRow(_named("发件名称", self._name), self._name)
        form.addRow(_named("附件限额", self._limit), _row(self._limit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(form)
        column.addLayout(_row(self._try, self._texts))
        column.addWidget(self._told)

    def _connect(self) -> None:
        for field in (self._host, self._user, self._sender, self._name):
            field.editingFinished.connect(self.changed)
        for number in (self._port, self._limit):
            number.editingFinished.connect(self.changed)
        self._security.activated.connect(self._follow)
        self._password.editingFinished.connect(self._keep)
        self._forget.clicked.connect(lambda: self.secret.emit(""))
        self._try.clicked.connect(self._ask_trial)
        self._texts.clicked.connect(self.texts)

    @property
    def account(self) -> Account:
        """What is typed and chosen now."""
        return Account(
            self._host.text().strip(),
            self._port.value(),
            self._chosen,
            self._user.text().strip(),
            self._sender.text().strip(),
            self._name.text().strip(),
            self._limit.value() * MEGABYTE,
        )

    @property
    def _chosen(self) -> Security:
        return Security.of(self._security.currentData())  # Qt gives back a plain text

    @property
    def password(self) -> str:
        """What is typed of a password; a kept one is never shown."""
        return self._password.text()

    def show_account(self, account: Account) -> None:
        """Show what is kept."""
        self._host.setText(account.host)
        self._security.setCurrentIndex(self._security.findData(account.security))
        self._port.setValue(account.port)
        self._user.setText(account.user)
        self._sender.setText(account.sender)
        self._name.setText(account.sender_name)
        self._limit.setValue(account.limit // MEGABYTE)

    def show_keeping(self, keeping: "Keeping") -> None:
        """Say whether the password is kept; one that was taken need not stand in the field."""
        self._keeping = keeping
        if keeping.possible:
            self._password.clear()
        words = (KEPT if keeping.done else NOT_KEPT) if keeping.possible else NO_KEYRING
        self._password.setPlaceholderText(words)
        self._password.setAccessibleDescription(words)
        self._forget.setEnabled(keeping.done)

    def say(self, words: str, role: str) -> None:
        """Show words in the colour of their role; the trial is over."""
        self._told.setText(words)
        self._told.setProperty("role", role)
        self._told.style().unpolish(self._told)
        self._told.style().polish(self._told)
        self._told.setVisible(bool(words))
        self._try.setEnabled(True)

    def _follow(self) -> None:
        """Offer the usual port of another way to encrypt, unless somebody typed one of his own."""
        if self._port.value() in {each.port for each in Security}:
            self._port.setValue(self._chosen.port)
        self.changed.emit()

    def _keep(self) -> None:
        """Have a password kept that was typed to its end, where there is a keyring."""
        if self.password and self._keeping and self._keeping.possible:
            self.secret.emit(self.password)

    def _ask_trial(self) -> None:
        kept = self._keeping and self._keeping.done
        if self.account.user and not (self.password or kept):
            self.say(NO_PASSWORD, "wrong")
            self._password.setFocus()
            return
        self.say(TRYING, "muted")
        self._try.setEnabled(False)
        self.trial.emit()


def _named(words: str, field: QWidget) -> QWidget:
    """Name a field that no key leads to."""
    field.setAccessibleName(words)
    return parts.label(words)


def _row(*inside: QWidget | tuple[str, QWidget], wide: bool = False) -> QLayout:
    """Put fields side by side, some with their names; the first one is `wide` or as it is."""
    row = QHBoxLayout()
    row.setSpacing(10)
    for each in inside:
        if isinstance(each, tuple):
            row.addWidget(_named(*each))
            row.addWidget(each[1])
        else:
            row.addWidget(each, int(wide and each is inside[0]))
    if not wide:
        row.addStretch(1)
    return row
