"""佐证材料: kept byte for byte beside a figure, once, and on record."""

import os
import sys
from hashlib import sha256

import pytest

from core.domain.submission import Evidence, Origin
from core.errors import OutputError, UserError
from core.services import evidence
from core.services import forms as service
from tests.forms import HALF

BY = Origin(service.THROUGH, "张三")
LARGE = 10 * 1024**2


@pytest.fixture
def form(desk):
    return service.load(desk, "p", "D05", HALF)


def add(desk, form, path, code="B-01"):
    evidence.add_file(desk, form, code, path, BY)


def beside(desk, code="B-01"):
    with desk.reading() as work:
        return work.evidences.of("p", HALF, code)


def events(desk):
    with desk.reading() as work:
        found = work.changes.events("p", evidence.SUBJECT)
    return [(each.code, each.before, each.after, each.origin.by) for each in found]


def file(tmp_path, content=b"%PDF", name="证明.pdf"):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_file_of_ten_megabytes_comes_out_byte_for_byte(desk, form, tmp_path):
    content = os.urandom(LARGE)
    add(desk, form, file(tmp_path, content))
    (kept,) = beside(desk)
    evidence.save_file(desk, kept, tmp_path / "另存.pdf")

    assert kept == Evidence("B-01", HALF, "证明.pdf", "", sha256(content).hexdigest(), LARGE)
    assert (tmp_path / "另存.pdf").read_bytes() == content
    assert events(desk) == [("B-01", "", "证明.pdf", "张三")]


def test_the_same_file_twice_is_kept_once(desk, form, tmp_path):
    for _ in range(2):
        add(desk, form, file(tmp_path))

    assert len(beside(desk)) == len(events(desk)) == 1


def test_the_same_file_may_stand_beside_another_figure_and_under_another_name(desk, form, tmp_path):
    add(desk, form, file(tmp_path))
    add(desk, form, file(tmp_path), "P01-01")
    add(desk, form, file(tmp_path, name="副本.pdf"))

    assert [each.name for each in beside(desk)] == ["证明.pdf", "副本.pdf"]
    assert len(beside(desk, "P01-01")) == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("空.pdf", "“空.pdf”是空的，没有添加；请换一个文件，或只填文号"),
        ("文件夹", "“文件夹”是文件夹，没有添加；请选择其中的文件"),
        ("没有.pdf", "“没有.pdf”打不开（No such file or directory），没有添加"),
        ("大.bin", "“大.bin”超过50MB，没有添加；请换一个文件，或只填文号"),
    ],
)
def test_what_is_no_file_to_keep_is_refused(desk, form, tmp_path, name, words):
    file(tmp_path, b"", "空.pdf")
    (tmp_path / "文件夹").mkdir()
    with (tmp_path / "大.bin").open("wb") as large:
        large.truncate(evidence.LARGEST + 1)

    with pytest.raises(UserError) as refused:
        add(desk, form, tmp_path / name)

    assert str(refused.value) == words
    assert (beside(desk), events(desk)) == ((), [])


def test_a_file_of_the_largest_size_is_taken(desk, form, tmp_path, monkeypatch):
    monkeypatch.setattr(evidence, "LARGEST", 4)
    add(desk, form, file(tmp_path, b"%PDF"))

    assert beside(desk)[0].size == 4


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_a_name_that_no_text_can_hold_is_kept_with_a_mark(desk, form, tmp_path):
    path = os.fsencode(tmp_path) + b"/\xc8\xcb.pdf"  # 人.pdf as an old archive unpacks it
    with open(path, "wb") as made:  # noqa: PTH123 - its name is bytes
        made.write(b"%PDF")
    add(desk, form, type(tmp_path)(os.fsdecode(path)))

    assert beside(desk)[0].name == "��.pdf"


@pytest.mark.parametrize("number", ["区科字〔2024〕12号", " 区科字〔2024〕12号\n"])
def test_a_document_s_number_stands_beside_a_figure_without_a_file(desk, form, number):
    evidence.add_document(desk, form, "B-01", number, BY)
    evidence.add_document(desk, form, "B-01", number, BY)

    words = "区科字〔2024〕12号"
    assert beside(desk) == (Evidence("B-01", HALF, words, document=words),)
    assert len(events(desk)) == 1


@pytest.mark.parametrize("number", ["", "  ", "字" * 201, "区\x00字", "\ud83d"])
def test_a_number_that_cannot_be_printed_is_refused(desk, form, number):
    with pytest.raises(UserError, match="文号应为1至200个可以打印的字"):
        evidence.add_document(desk, form, "B-01", number, BY)
    assert beside(desk) == ()


def test_what_is_taken_away_stays_on_record(desk, form, tmp_path):
    add(desk, form, file(tmp_path))
    (kept,) = beside(desk)
    evidence.remove(desk, form, kept, BY)

    assert beside(desk) == ()
    assert events(desk)[-1] == ("B-01", "证明.pdf", "", "张三")


def test_a_file_is_written_out_whole_or_not_at_all(desk, form, tmp_path):
    add(desk, form, file(tmp_path))
    with pytest.raises(OutputError):
        evidence.save_file(desk, beside(desk)[0], tmp_path / "没有" / "另存.pdf")


def test_a_file_that_is_gone_from_the_database_is_said_so(desk, form, tmp_path):
    add(desk, form, file(tmp_path))
    (kept,) = beside(desk)
    evidence.remove(desk, form, kept, BY)

    with pytest.raises(UserError):
        evidence.save_file(desk, kept, tmp_path / "另存.pdf")
    assert not (tmp_path / "另存.pdf").exists()
