"""The care of the database's file, as the window and the command line ask for it."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from core.domain.backup import Kind
from core.domain.holder import Holder
from core.domain.period import Quarter
from core.domain.profile import Profile, Role
from core.domain.submission import Draft
from core.errors import NotFoundError, StorageError
from core.services import profiles, upkeep
from tests.core.memory import MemoryStore

HOLDER = Holder("/data/guiji.db", "张三", "OFFICE-1")


class Today(datetime):
    """The clock of a day."""

    @classmethod
    def now(cls, tz=None):
        return cls(2026, 11, 23, 9, 0, tzinfo=tz)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(upkeep, "datetime", Today)


def test_what_is_no_file_has_no_copies():
    store = MemoryStore()
    assert upkeep.files(store) == upkeep.Files("memory", None, ())
    assert upkeep.keep_daily(store) is None
    copy = Path("copy.db")
    for act in (
        lambda: upkeep.backup(store, copy),
        lambda: upkeep.look(store, copy),
        lambda: upkeep.restore(store, copy, "李四"),
    ):
        with pytest.raises(StorageError, match="不是一个文件"):
            act()


def test_the_copy_of_the_day_is_made_once_and_listed(store, database):
    made = upkeep.keep_daily(store)
    assert made == database.parent / "备份" / "guiji-20261123-自动.db"
    assert upkeep.keep_daily(store) is None
    files = upkeep.files(store)
    assert (files.address, files.size) == (str(database), database.stat().st_size)
    assert [each.kind for each in files.backups] == [Kind.DAILY]


def test_whoever_only_reads_makes_no_copy_of_the_day(store):
    assert upkeep.keep_daily(replace(store, held=HOLDER)) is None


def test_a_relative_path_is_one_from_here(store, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert upkeep.backup(store, Path("copy.db")) == tmp_path / "copy.db"
    assert upkeep.look(store, Path("copy.db")).problems == ()
    done = upkeep.restore(store, Path("copy.db"), "李四")
    assert done.kept == tmp_path / "备份" / "guiji-20261123-恢复前.db"
    with store.reading() as work:
        (event,) = work.changes.events("", "恢复")
    assert (event.origin.through, event.origin.by, event.origin.file) == (
        "恢复备份",
        "李四",
        "copy.db",
    )


def test_the_profile_is_kept_and_names_the_person(store, monkeypatch):
    monkeypatch.setenv("LOGNAME", "lisi")
    assert profiles.person(store) == "lisi"
    given = Profile(Role.DEPARTMENT, "李四", "0797", {"赣州市章贡区": "D02"})
    for each in (MemoryStore(), store):
        profiles.save(each, given)
        assert profiles.load(each) == given
        assert profiles.person(each) == "李四"
    profiles.save(store, Profile())
    assert profiles.load(store) == Profile(departments={"赣州市章贡区": "D02"})


def test_departments_are_those_of_the_plan_s_region(store):
    choices = profiles.choices(store, "zhanggong-2021-2025")
    assert choices.region == "赣州市章贡区"
    assert choices.departments[0].code == "D01"
    with pytest.raises(NotFoundError, match="没有规划“gone”"):
        profiles.choices(store, "gone")


def test_what_stood_half_typed_goes_with_what_was_there_before(store, tmp_path):
    copy = upkeep.backup(store, tmp_path / "copy.db")
    draft = Draft("zhanggong-2021-2025", "D02", Quarter(2025, 4), "B-01", "figure", "12")
    store.keep_draft(draft)
    assert replace(store, held=HOLDER).draft() is None
    assert store.draft() == draft
    upkeep.restore(store, copy, "李四")
    assert store.draft() is None
