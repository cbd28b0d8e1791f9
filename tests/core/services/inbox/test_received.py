"""A clerk who has the program takes a received form up, fills it in there, and writes it back."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from core.domain.submission import Missing, Origin
from core.errors import NotFoundError, UserError
from core.progress import finish
from core.services import distribution, forms, handing_in, issuer
from core.services.distribution import Request
from core.services.inbox import received
from core.workbooks.layout import FOOT
from core.workbooks.reader import read
from core.workbooks.search.arrival import arrive
from tests import forms as made
from tests.core.memory import MemoryStore

HALF = made.HALF
TYPED = Origin("填报", "张三")


def filled(store, *entries):
    """Type entries into the department's form."""
    form = forms.load(store, "p", "D05", HALF)
    found = {form.row(each.code): each for each in entries}
    return forms.save(store, form, found, TYPED)


@pytest.fixture
def office():
    """The office's database, where one figure is known already."""
    store = MemoryStore()
    with store.writing() as work:
        work.plans.add(made.plan())
    filled(store, made.entry("B-01", "12.50", explanation="上次报的"))
    return store


@pytest.fixture
def path(office, tmp_path):
    """The form as it came to the department."""
    job = distribution.distribute(office, Request("p", HALF, "D05"), tmp_path, "王五")
    return finish(job).files[0]


def take_up(desk, path):
    """Take a file up."""
    return finish(received.take_up(desk, path, arrive, "张三"))


def write_back(desk, path):
    """Write a file back."""
    return finish(received.write_back(desk, path, arrive))


def returned(office, path):
    """What the office reads in a file."""
    with office.reading() as work:
        known = issuer.read(work)
    assert known is not None
    items = {row.item.code: row.item for row in forms.load(office, "p", "D05", HALF).rows}
    return read(path.name, path.read_bytes(), known.key, lambda _: items)


def edited(path, values):
    """Fill in cells of a file by hand, and the foot by its labels."""
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.coordinate in values:
                cell.value = values[cell.coordinate]
            for name, label in FOOT.items():
                if cell.value == f"{label}：" and name in values:
                    next(
                        each for each in row[cell.column :] if not each.protection.locked
                    ).value = values[name]
    book.save(path)


def test_what_is_filled_in_here_goes_back_with_the_office_s_seal(desk, office, path):
    assert take_up(desk, path).taken == 1
    own = (
        made.entry("B-01", "13.2", growth=made.entry("B-01", "5.3").figure, explanation="已核"),
        made.entry("B-02", missing=Missing.UNPUBLISHED),
        made.entry("P01-01", "封顶", progress=made.entry("B-01", "60").figure),
    )
    filled(desk, *own)
    back = returned(office, write_back(desk, path))
    assert not back.forged
    assert back.findings == ()
    assert back.tampered == ()
    assert {code: back.entries[code] for code in ("B-01", "B-02", "P01-01")} == {
        each.code: each for each in own
    }
    assert back.sent["B-01"].text == "12.50"
    assert back.slip == returned(office, path).slip


def test_it_is_written_beside_the_received_one_which_stays_as_it_came(desk, path):
    before = path.read_bytes()
    assert [write_back(desk, each).name for each in (path, path)] == [
        "2024年上半年-区科技局-填报表-已填.xlsx",
        "2024年上半年-区科技局-填报表-已填（2）.xlsx",
    ]
    assert path.read_bytes() == before
    again = path.with_name("2024年上半年-区科技局-填报表-已填.xlsx")
    assert write_back(desk, again).name == "2024年上半年-区科技局-填报表-已填（3）.xlsx"


def test_figures_of_the_file_come_where_nothing_stands_yet(desk, path):
    filled(desk, made.entry("B-01", "99"))
    edited(path, {"J6": 40.5, "M6": "新增项目"})
    done = take_up(desk, path)
    assert (done.plan, done.department, done.quarter) == ("p", "D05", HALF)
    assert (done.taken, done.kept) == (1, 1)
    form = forms.load(desk, "p", "D05", HALF)
    texts = {row.entry.code: (row.entry.text, row.entry.explanation) for row in form.rows}
    assert texts["B-01"] == ("99", "")
    assert texts["B-02"] == ("40.50", "新增项目")  # as the cell shows it
    with desk.reading() as work:
        (change,) = work.changes.of("p", "B-02", HALF)
    assert (change.origin.through, change.origin.file) == ("填报表", path.name)
    assert (take_up(desk, path).taken, take_up(desk, path).kept) == (0, 1)


def test_what_is_odd_in_the_file_is_told(desk, path):
    edited(path, {"J6": "1,234.5"})
    done = take_up(desk, path)
    assert done.taken == 2
    assert "1,234.5" in done.findings[0].message


def test_who_stands_in_the_foot_stays_there(desk, office, path):
    edited(path, {"head": "李局长", "filled_by": "张三", "on": date(2024, 7, 9)})
    back = returned(office, write_back(desk, path)).signatory
    assert (back.head, back.filled_by, back.on) == ("李局长", "张三", date(2024, 7, 9))


def test_who_handed_the_form_in_here_signs_it(desk, office, path):
    take_up(desk, path)
    form = filled(
        desk,
        made.entry("B-02", missing=Missing.UNPUBLISHED),
        made.entry("P01-01", "封顶"),
        made.entry("P01-02", "推进中"),
    )
    handing_in.hand_in(desk, form, made.SIGNED, TYPED)
    back = returned(office, write_back(desk, path))
    assert back.signatory.filled_by == made.SIGNED.filled_by
    assert back.signatory.on == made.SIGNED.on
    assert back.entries["P01-01"].text == "封顶"
    with pytest.raises(UserError, match="这张表在本机已报送，没有带入"):
        take_up(desk, path)


@pytest.mark.parametrize("act", [take_up, write_back])
@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "不是汇总单位分发的填报表，没有打开：.+"), (None, "打不开（.+），没有读；请核对路径")],
)
def test_a_file_that_is_no_form_is_refused(desk, tmp_path, act, content, said):
    path = tmp_path / "别的.xlsx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match=f"“别的.xlsx”{said}"):
        act(desk, path)
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".xlsx"] == (
        [] if content is None else ["别的.xlsx"]
    )


def test_a_form_of_a_plan_that_is_not_here_is_refused(path):
    with pytest.raises(NotFoundError, match="没有规划“p”"):
        take_up(MemoryStore(), path)


def test_a_plan_here_that_lacks_what_is_asked_for_is_told(desk, path):
    with desk.writing() as work:
        plan = work.plans.get("p")
        work.plans.replace(replace(plan, indicators=plan.indicators[1:], rules=()))
    with pytest.raises(UserError, match="本机的规划里没有“高新产业产值”，与收到的填报表不一致"):
        write_back(desk, path)
    assert [each.name for each in path.parent.glob("*.xlsx")] == [path.name]


def test_the_workbook_written_back_is_a_form_to_be_filled_in(desk, path):
    take_up(desk, path)
    first = openpyxl.load_workbook(BytesIO(path.read_bytes()))
    second = openpyxl.load_workbook(write_back(desk, path))
    assert second.sheetnames == first.sheetnames
    for name in first.sheetnames:
        values = [[cell.value for cell in row] for row in first[name].iter_rows()]
        assert [[cell.value for cell in row] for row in second[name].iter_rows()] == values
