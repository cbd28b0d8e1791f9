"""Charts on paper: round scales, every number and label, marks that grey print shows."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.judging.judgement import Light
from core.errors import OutputError
from core.reports import axis
from core.reports.chart import Chart, ChartKind, Series, Tone
from core.reports.pdf.typeset import typeset
from tests.core.reports import sample
from tests.core.reports.paper import pages, pdf
from tests.core.reports.placed import fonts

BARS, STACKED, PROGRESS, TREND = sample.charts()


def drawn(chart):
    return pdf(sample.final(sample.report(chart)))


def text(chart):
    (page,) = pages(drawn(chart))
    return page


@given(st.lists(st.decimals(-(10**6), 10**6, places=2), min_size=1), st.booleans())
def test_a_scale_spans_its_numbers_in_a_few_even_steps(numbers, from_zero):
    ticks = axis.ticks(numbers, from_zero=from_zero)
    assert ticks[0] <= min(numbers)
    assert ticks[-1] >= max(numbers)
    assert 2 <= len(ticks) <= 8
    assert len({after - before for before, after in pairwise(ticks)}) == 1
    assert not from_zero or Decimal(0) in ticks


@pytest.mark.parametrize(
    ("numbers", "ticks"),
    [(["18"], "0 5 10 15 20"), (["521.94", "750"], "500 550 600 650 700 750"), ([], "0 0.2"),
     (["5"], "0 1 2 3 4 5"), (["-3.5", "110"], "-25 0 25 50 75 100 125")],
)  # fmt: skip
def test_a_scale_has_round_numbers(numbers, ticks):
    found = axis.ticks(map(Decimal, numbers), from_zero=numbers[:1] != ["521.94"])
    assert [axis.written(each) for each in found][: len(ticks.split())] == ticks.split()


@pytest.mark.parametrize(("number", "said"), [("5.30", "5.3"), ("100", "100"), ("0.00", "0")])
def test_a_number_is_written_without_idle_zeros(number, said):
    assert axis.written(Decimal(number)) == said


@pytest.mark.parametrize("chart", sample.charts(), ids=lambda chart: chart.kind.value)
def test_caption_labels_unit_and_names_are_on_the_paper(chart):
    page = text(chart)
    names = [each.name for each in chart.series if not each.tones or chart is PROGRESS]
    for each in (chart.title, *chart.labels, *names, f"单位：{chart.unit}", chart.note):
        assert "".join(each.split()) in page


def test_bars_carry_their_numbers_and_progress_its_percentages():
    assert all(f"{number}" in text(BARS) for number in (4, 5, 18, 3, 1, 2))
    for said in ("47.9%", "110.2%", "180%", "0%", "-3.5%", "—"):
        assert said in text(PROGRESS)


def test_a_trend_names_what_was_reached_and_the_last_target():
    page = text(TREND)
    assert all(each in page for each in ("521.94", "560.1", "598.3", "631.2"))
    assert "648.4" not in page


@pytest.mark.parametrize("chart", sample.charts(), ids=lambda chart: chart.kind.value)
def test_no_chart_lets_helvetica_in(chart):
    assert b"Helvetica" not in drawn(chart)
    assert fonts(drawn(chart)) <= {"NotoSerifSC-Regular", "NotoSerifSC-Bold", "NotoSansSC-Medium"}


def test_charts_do_not_change_how_others_are_drawn():
    from reportlab.graphics.shapes import STATE_DEFAULTS

    before = dict(STATE_DEFAULTS)
    drawn(BARS)
    assert before == STATE_DEFAULTS


@pytest.mark.parametrize("tone", Tone)
def test_each_tone_looks_different_in_grey_print(tone):
    def inside(of):
        bars = replace(BARS, series=(Series("数", BARS.series[0].values, of),))
        return drawn(bars)

    assert all(inside(tone) != inside(other) for other in Tone if other is not tone)


def test_a_series_with_gaps_and_a_single_place_are_drawn():
    values = sample.numbers(1, None, 3, None)
    chart = replace(TREND, labels=("一", "二", "三", "四"), series=(Series("数", values),))
    assert "三" in text(chart)
    assert "图4" in text(replace(chart, series=(Series("数", (None,) * 4),)))
    assert "图4" in text(replace(chart, labels=(), series=(Series("数", ()),)))


def test_charts_stand_below_each_other_as_long_as_there_is_room():
    layout = typeset(sample.report(*sample.charts()))
    assert [len(sheet.placed) for sheet in layout.sheets] == [3, 2]
    fresh = [replace(each, fresh=True) for each in sample.charts()]
    assert len(typeset(sample.report(*fresh)).sheets) == 4


def test_more_bars_than_a_page_holds_go_on_on_the_next():
    labels = tuple(f"指标{at}" for at in range(60))
    series = tuple(Series(each, (Decimal(50),) * 60) for each in ("增量进度", "序时进度"))
    texts = pages(pdf(sample.report(replace(PROGRESS, labels=labels, series=series))))
    assert [len(re.findall(r"指标\d+", text)) for text in texts] == [30, 30]
    assert "图3增量进度与序时进度（续）" in texts[-1]
    assert all("".join(texts).count(f"{label}") >= 1 for label in labels)


@pytest.mark.parametrize("count", [33, 41])
def test_the_indicators_of_a_plan_have_room_on_one_page(count):
    series = tuple(Series(each, (Decimal(50),) * count) for each in ("增量进度", "序时进度"))
    chart = replace(PROGRESS, labels=("指标",) * count, series=series, fresh=True)
    assert len(typeset(sample.report(BARS, chart)).sheets) == 2


def test_a_label_that_is_too_long_is_shortened():
    long = replace(PROGRESS, labels=("很长的指标名称" * 9, *PROGRESS.labels[1:]))
    assert "…" in text(long)


@pytest.mark.parametrize(
    "chart",
    [replace(BARS, title="\U0001f600"), replace(BARS, labels=("\U0001f600",) * 6),
     replace(BARS, note="\U0001f600")],
)  # fmt: skip
def test_a_character_without_a_font_is_named(chart):
    with pytest.raises(OutputError, match=r"U\+1F600"):
        drawn(chart)


@pytest.mark.parametrize("light", Light)
def test_every_light_has_a_tone(light):
    assert Tone.of(light).value == light.value


def test_stacks_that_are_empty_have_no_bar():
    series = (Series("甲", sample.numbers(0, None), Tone.RED),)
    empty = Chart(ChartKind.STACKED, "图", ("一", "二"), series)
    assert "一" in text(empty)


def test_a_number_that_its_part_of_a_bar_has_no_room_for_is_left_out():
    parts = (
        Series("甲", sample.numbers(7), Tone.RED),
        Series("乙", sample.numbers(398), Tone.BLUE),
    )
    page = text(Chart(ChartKind.STACKED, "图", ("专栏",), parts))
    assert "398" in page
    assert "7" not in page
