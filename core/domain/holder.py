"""`Holder`: who has a database open for writing, so that others can be told."""

from dataclasses import dataclass

UNKNOWN = "别的窗口"


@dataclass(frozen=True, slots=True)
class Holder:
    """A window's login name, computer, process, and since when (ISO 8601); empty where unknown.

    `database` is the file that it has; `mine` says that the same person at the same computer
    has it.
    """

    database: str
    user: str = ""
    host: str = ""
    since: str = ""
    pid: int = 0
    mine: bool = False

    def __str__(self) -> str:
        """Say who has it and what is left to others: 现由 张三（主机名）使用，只能查看."""
        who = f"{self.user}（{self.host}）" if self.user else UNKNOWN
        return f"现由 {who}使用，只能查看"
