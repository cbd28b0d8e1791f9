"""One window per database: a second start of the same person raises the first one's window."""

import os
import sys
from hashlib import sha256

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE, PAUSE = 1500, 50  # milliseconds: for an answer, and between two attempts


class Doorbell(QObject):
    """Emits `rung` when the same person starts the program again with the database in use."""

    rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def hang(self, database: str) -> None:
        """Listen for starts with a database that this window alone has, and with no other."""
        name = _name(database)
        self._server.close()
        QLocalServer.removeServer(name)  # a killed process leaves its own
        self._server.listen(name)

    def _answer(self) -> None:
        """Say that somebody is at home."""
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        caller.write(b"!")
        caller.flush()
        self.rung.emit()


def ring(database: str, pid: int) -> bool:
    """Have the window that process `pid` has of a database raised; tell whether it answered."""
    _let_raise(pid)
    limit, caller = QDeadlineTimer(PATIENCE), QLocalSocket()
    while not limit.hasExpired():
        caller.connectToServer(_name(database))
        if caller.waitForConnected(PAUSE):
            caller.waitForReadyRead(max(PAUSE, limit.remainingTime()))
            return caller.bytesAvailable() > 0  # also of one that was quicker than the question
        caller.abort()
        QThread.msleep(PAUSE)  # it may just be opening the database
    return False


def _name(database: str) -> str:
    """Give what a person's window of a database listens to, however the path is written."""
    if sys.platform == "win32":
        user = os.environ.get("USERNAME", "")
    else:
        user = str(os.getuid())
    file = os.path.normcase(os.path.realpath(database))
    return f"guiji-{sha256(f'{user} {file}'.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def _let_raise(pid: int) -> None:
    """Allow another process to come to the front, which Windows grants to the one in front."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
