"""Who uses the program, until when is reported, and the care of the database's file."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.progress import Job, Progress
from gui.journeys.database import Database

if TYPE_CHECKING:
    from core.domain.backup import Contents, Restored
    from core.domain.calendar import Calendar
    from core.domain.profile import Profile
    from core.services.profiles import Choices
    from core.services.upkeep import Files


@dataclass(frozen=True, slots=True)
class SettingsJourneys:
    """Jobs of the page 设置与数据 and of the first start; each is one step."""

    database: Database

    def choices(self, plan: str) -> "Job[Choices]":
        """Give the departments of a plan's region."""
        from core.services import profiles

        yield Progress(0, 1, "正在读取单位")
        return profiles.choices(self.database.store, plan)

    def save_profile(self, profile: "Profile") -> Job[None]:
        """Keep who uses the program."""
        from core.services import profiles

        yield Progress(0, 1, "正在保存")
        profiles.save(self.database.store, profile)

    def calendar(self) -> "Job[Calendar]":
        """Give until when quarters are to be reported."""
        from core.services import calendars

        yield Progress(0, 1, "正在读取报送期限")
        return calendars.load(self.database.store)

    def save_calendar(self, calendar: "Calendar") -> Job[None]:
        """Keep until when quarters are to be reported."""
        from core.services import calendars

        yield Progress(0, 1, "正在保存")
        calendars.save(self.database.store, calendar)

    def files(self) -> "Job[Files]":
        """Give the database's file and its copies."""
        from core.services import upkeep

        yield Progress(0, 1, "正在查看备份")
        return upkeep.files(self.database.store)

    def keep_daily(self) -> Job[Path | None]:
        """Make today's automatic copy, unless it is there."""
        from core.services import upkeep

        yield Progress(0, 1, "正在备份")
        return upkeep.keep_daily(self.database.store)

    def back_up(self, target: Path) -> Job[Path]:
        """Copy the database to a file that a person chose, over what is there."""
        from core.services import upkeep

        yield Progress(0, 1, "正在备份")
        return upkeep.backup(self.database.store, target, over=True)

    def check(self) -> Job[tuple[str, ...]]:
        """Look for damage; give a sentence per fault."""
        yield Progress(0, 1, "正在检查")
        return self.database.store.problems()

    def look(self, source: Path) -> "Job[Contents]":
        """Say what a copy holds."""
        from core.services import upkeep

        yield Progress(0, 1, "正在查看备份")
        return upkeep.look(self.database.store, source)

    def restore(self, source: Path) -> "Job[Restored]":
        """Put a copy in the place of the database."""
        from core.services import upkeep

        yield Progress(0, 1, "正在恢复")
        return upkeep.restore(self.database.store, source, self._person())

    def _person(self) -> str:
        """Give the name of who sits here: as entered, else as logged in."""
        from core.services import profiles

        return profiles.person(self.database.store)
