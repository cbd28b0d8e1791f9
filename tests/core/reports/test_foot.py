"""The foot of a page: edition, date of the data, 校验码 and its QR code."""

from dataclasses import replace

import pytest
import segno

from core.domain.printed import Edition
from core.reports import canonical
from core.reports.pdf import foot
from core.reports.pdf.sheet import area_left
from core.reports.pdf.typeset import typeset
from core.reports.public import public
from tests.core.reports import sample
from tests.core.reports.paper import numbers, pages, pdf, table
from tests.core.reports.placed import HEIGHT, picture, said, sheets

SCALE = 8  # pixels a point
CLEAN = 35 * 72 / 25.4  # from the sheet's lower edge to the 版心


def made(**rest):
    return sample.report(numbers(60), table(40, widths=(60.0, 90.0, 90.0)), **rest)


def code(of):
    return canonical.code(canonical.content(of))


def modules(data, number):
    """The modules of the QR code on a page, as light and dark."""
    levels = picture(data, number - 1, SCALE)
    size, across = foot.QR_SIZE, 21
    left = area_left(number) + (0 if number % 2 else 156 * 72 / 25.4 - size)
    top = HEIGHT - CLEAN + 5 * 72 / 25.4
    step = size / across
    return [
        [
            levels[round((top + (row + 0.5) * step) * SCALE)][
                round((left + (column + 0.5) * step) * SCALE)
            ]
            < 128
            for column in range(across)
        ]
        for row in range(across)
    ]


def test_the_qr_code_on_every_page_reads_as_the_code():
    report = made()
    data, wanted = pdf(report), segno.make(code(report), micro=False).matrix
    count = len(typeset(report).sheets)
    assert count >= 3
    for number in range(1, count + 1):
        assert modules(data, number) == [[bool(each) for each in row] for row in wanted]


def test_the_foot_says_what_the_page_shows_as_of_when_and_its_code():
    report = made()
    printed = " ".join(code(report)[at : at + 4] for at in (0, 4, 8)).replace(" ", "")
    for text in pages(pdf(report)):
        for said_there in ("送审稿规划实施进展", "数据截至2023年全年", f"校验码：{printed}"):
            assert said_there in text


def test_internal_papers_are_marked_at_the_head_and_at_the_foot():
    (first, *_) = pages(pdf(made(edition=Edition.INTERNAL)))
    assert "附件1内部资料" in first
    assert "内部资料规划实施进展" in first


def test_the_public_edition_says_so():
    assert "送审稿（公开版）" in pages(pdf(public(made())))[0]


def test_the_clean_edition_has_no_mark_no_foot_and_no_code():
    report = sample.final(made())
    assert typeset(report).code == ""
    for characters in sheets(pdf(report)):
        below = [each for each in characters if each[2] < CLEAN]
        assert set(said(below)) <= set("—0123456789 ")
    assert "送审稿" not in "".join(pages(pdf(report)))
    assert not any(any(row) for row in modules(pdf(report), 1))


def test_a_report_without_a_genre_or_date_is_named_by_its_title():
    (first, *_) = pages(pdf(made(genre="", as_of="")))
    assert "送审稿章贡区国民经济" in first
    assert "数据截至" not in first


def test_the_foot_leaves_the_page_s_number_alone():
    for number, characters in enumerate(sheets(pdf(made(genre="很长的报告种类名称" * 3))), 1):
        low = [each for each in characters if each[2] < CLEAN]
        dashes = [each for each in low if each[0] == "—"]
        begin, end = min(each[1] for each in dashes), max(each[3] for each in dashes)
        others = [each for each in low if each[0] not in "—0123456789"]
        if number % 2:
            assert max(each[3] for each in others) < begin - 10
        else:
            assert min(each[1] for each in others) > end + 10


@pytest.mark.parametrize("change", [{"as_of": "2024年上半年"}, {"genre": "别的"}, {"public": True}])
def test_another_content_has_another_code(change):
    assert typeset(replace(made(), **change)).code != typeset(made()).code
