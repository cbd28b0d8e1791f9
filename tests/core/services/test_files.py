"""A file is put in place whole, or not at all."""

import errno
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from core.errors import OutputError
from core.services import files
from tests.db.files import read_only

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has neither umask nor root")


@pytest.fixture
def folder():
    """A folder outside pytest's own, which only its user may enter."""
    made = Path(tempfile.mkdtemp(prefix="guiji-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


def test_a_file_takes_the_place_of_the_old_one(tmp_path):
    place = tmp_path / "a.pdf"
    for content in (b"old", b"new"):
        files.put(place, content)
    assert place.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [place]


def test_a_folder_is_made_and_named_in_full(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert files.prepare(Path("a/b")) == tmp_path / "a" / "b"


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_file_in_the_folder_s_way_is_named(tmp_path, name):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match=r"不能使用文件夹.*路径中有一个同名文件"):
        files.prepare(tmp_path / name)


def test_a_folder_in_the_file_s_place_is_left_alone(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(OutputError, match="那里已有同名文件夹，原有文件没有改动"):
        files.put(tmp_path / "a.pdf", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_that_is_gone_is_named(tmp_path):
    with pytest.raises(OutputError, match="路径不存在"):
        files.put(tmp_path / "gone" / "a.pdf", b"new")


@posix
def test_a_place_below_a_file_is_named(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="路径中有一个同名文件"):
        files.put(tmp_path / "file" / "a.pdf", b"new")


@posix
def test_a_folder_that_may_not_be_written_is_named(folder):
    place = folder / "a.pdf"
    place.write_bytes(b"old")
    with read_only(folder), pytest.raises(OutputError, match="没有写入权限"):
        files.put(place, b"new")
    assert (place.read_bytes(), list(folder.iterdir())) == (b"old", [place])


@posix
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_who_may_read_a_file_follows_the_mask_of_its_user(tmp_path, umask, mode):
    before = os.umask(umask)
    try:
        files.put(tmp_path / "a.pdf", b"new")
        assert os.umask(umask) == umask
    finally:
        os.umask(before)
    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == mode


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "denied"), "没有写入权限，或文件正被别的程序打开"),
        (OSError(errno.ENOSPC, "full"), "磁盘空间不足"),
        (OSError(errno.EIO, "input/output error"), "系统拒绝（input/output error）"),
    ],
)
def test_a_refusal_of_the_system_keeps_the_old_file_and_leaves_no_half_one(
    tmp_path, monkeypatch, error, said
):
    place = tmp_path / "a.pdf"
    place.write_bytes(b"old")

    def refuse(_path, _target):
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match=said):
        files.put(place, b"new")
    assert (place.read_bytes(), list(tmp_path.iterdir())) == (b"old", [place])


@pytest.mark.parametrize("step", ["replace", "chmod"])
def test_an_interruption_keeps_the_old_file_and_leaves_no_half_one(tmp_path, monkeypatch, step):
    place = tmp_path / "a.pdf"
    place.write_bytes(b"old")

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, step, interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.put(place, b"new")
    assert (place.read_bytes(), list(tmp_path.iterdir())) == (b"old", [place])


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_a_write_that_stops_in_the_middle_leaves_no_half_file(tmp_path, monkeypatch, error):
    def half(number, _mode):
        os.write(number, b"ne")
        os.close(number)
        raise error

    monkeypatch.setattr("os.fdopen", half)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        files.put(tmp_path / "a.pdf", b"new")
    assert list(tmp_path.iterdir()) == []
