"""The whole journey of reports: every kind of every plan with full figures, its code, its rows."""

import json
from collections import Counter

import openpyxl
import pypdfium2
import pytest

import main
from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.submission import Origin
from core.errors import UserError
from core.progress import finish
from core.reports import catalogue
from core.services import verifying
from core.services.reports import printing, reporting
from core.services.reports.reporting import Format, Request
from tests import filled
from tests.core.reports.listed import listed

DISTRICT, BEFORE, CITY = filled.PLANS
AS_OF = {DISTRICT: Quarter(2023, 4), BEFORE: Quarter(2020, 4), CITY: Quarter(2024, 4)}
LEADS = {DISTRICT: "D02", BEFORE: "D02", CITY: "M01"}
NOTHING = {(BEFORE, "projects"), (CITY, "projects")}  # plans without boxes
CLERK = Origin("填报", "张三")
NEVER = ("None", "nan", "NaN", "{", "}", "<", ">")


@pytest.fixture
def full(store):
    """The shipped plans with all that they ask for reported."""
    for code in filled.PLANS:
        told = filled.entries(filled.plan(code), AS_OF[code]).values()
        with store.writing() as work:
            entries = [each for mine in told for each in mine.values()]
            work.entries.save(code, entries, CLERK, "2024-01-20T09:00:00+08:00")
    return store


@pytest.fixture
def asked(database, capsys):
    """Ask the command line for JSON."""

    def ask(*words, status=0):
        assert main.main([*words, "--json", "--database", str(database)]) == status
        return json.loads(capsys.readouterr().out)

    return ask


def request(kind, code):
    """A report of a kind as of the plan's quarter, of one department where it has to be."""
    department = LEADS[code] if kind.for_department else ""
    return Request(kind.code, code, AS_OF[code], department)


def written(store, wanted, folder, formats=(Format.PDF, Format.XLSX)):
    """Write a report, and give its files' paths."""
    return finish(printing.produce(store, [wanted], formats, folder)).files


def text_of(path):
    """The text of a PDF in reading order, without white space."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(pages).split())


def cells(path):
    """What every cell of a workbook holds and how it looks."""
    return [
        (sheet.title, cell.coordinate, cell.value, cell.number_format, cell.font.name)
        for sheet in openpyxl.load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
    ]


def change(store, text):
    """Another GDP than the one that was printed."""
    with store.writing() as work:
        (stored,) = work.entries.of(DISTRICT, [AS_OF[DISTRICT]], ["B-01"])
        made = type(stored)(stored.code, stored.quarter, Figure.parse(text))
        work.entries.save(DISTRICT, [made], CLERK, "2024-03-01T09:00:00+08:00")


@pytest.mark.slow
@pytest.mark.parametrize("code", filled.PLANS)
@pytest.mark.parametrize("kind", catalogue.KINDS, ids=lambda each: each.code)
def test_every_kind_is_written_and_the_same_data_give_the_same_files(full, tmp_path, kind, code):
    wanted = request(kind, code)
    if (code, kind.code) in NOTHING:
        with pytest.raises(UserError, match="没有专栏工程"):
            written(full, wanted, tmp_path)
        return
    first, again = (written(full, wanted, tmp_path / name) for name in ("first", "again"))
    assert [path.name for path in first] == [path.name for path in again]
    assert first[0].read_bytes() == again[0].read_bytes()
    assert cells(first[1]) == cells(again[1])
    said = text_of(first[0])
    assert "".join(reporting.content(full, wanted).heading.split()) in said
    assert [words for words in NEVER if words in said] == []


def printed(row):
    """What may stand on paper of a row: its name and, right behind it, its target with its unit."""
    if "节点" in row:
        node = "完成" if row["节点"] == "文字" else row["节点"]
        targets = {f"{row['计划完成'][:4]}年{node}"}
    else:
        text, unit = row["目标"], row["单位"]
        targets = {text, *(text[:at] + unit + text[at:] for at in range(1, len(text) + 1))}
    return ["".join((row["名称"] + target).split()) for target in targets]


@pytest.mark.parametrize(
    ("wanted", "beginnings", "count"),
    [
        (Request("projects", DISTRICT, AS_OF[DISTRICT]), ("P",), 441),
        (Request("annual", CITY, AS_OF[CITY]), ("W24-M", "W24-T", "W24-L"), 104),
    ],
)
def test_every_row_stands_on_paper_once_with_its_target(full, tmp_path, wanted, beginnings, count):
    (path,) = written(full, wanted, tmp_path, [Format.PDF])
    text, rows = text_of(path), [row for each in beginnings for row in listed(wanted.plan, each)]
    assert len(rows) == count
    at, first = text.index("附表"), text.index("附表")
    for row in rows:
        found = [place for each in printed(row) if (place := text.find(each, at)) >= 0]
        assert found, row["名称"]
        at = min(found) + 1
    lines = Counter(line for row in rows for line in printed(row))
    assert {line for line, times in lines.items() if text.count(line, first) > times} == set()


def test_a_code_tells_the_data_of_a_page_before_and_after_a_figure_changed(full, asked, tmp_path):
    write = ("report", "progress", "--plan", DISTRICT, "--quarter", "2023Q4", "--format", "pdf",
             "--edition", "送审稿", "-o", str(tmp_path))  # fmt: skip
    (old,) = asked(*write)["reports"]
    (shown,) = asked("verify-code", old["code"])["reports"]
    assert (shown["current"], shown["differences"], shown["plan"]) == (True, [], DISTRICT)
    page = text_of(old["files"][0])
    assert old["code"] in page.replace("校验码：", "")

    change(full, "600.12")
    (new,) = asked(*write)["reports"]
    assert new["code"] != old["code"]
    assert asked("verify-code", new["code"])["reports"][0]["current"]
    (shown,) = asked("verify-code", old["code"], status=1)["reports"]
    told = {each["column"]: (each["printed"], each["now"]) for each in shown["differences"]
            if each["row"] == "地区生产总值（GDP）（亿元）"}  # fmt: skip
    assert told["实际值2023年"] == ("673.09", "600.12")
    assert told["状态"] == ("绿灯快于预期", "红灯明显滞后")
    assert "图　粮食综合生产能力" not in {each["part"] for each in shown["differences"]}
    again = tmp_path / "again.pdf"
    again.write_bytes(finish(verifying.reprint(full, old["code"])))
    assert text_of(again) == page
