"""公开版: what is marked 不公开 is masked or left out, everything else stays as it is."""

from dataclasses import replace
from decimal import Decimal

from core.domain.judging.judgement import Light
from core.reports.chart import Chart, ChartKind, Series
from core.reports.content import Cell, Row
from core.reports.prose import Paragraph, Prose, Signing
from core.reports.public import public
from tests.core.reports import sample
from tests.core.reports.paper import report, table

SECRET = Cell("12.50", Decimal("12.50"), light=Light.RED, withheld=True)


def with_secret():
    """A table whose first row has a figure that is not to be published."""
    first, *others = table().rows
    return replace(table(), rows=(Row((*first.cells[:2], SECRET)), *others))


def test_a_withheld_figure_is_masked_with_its_light_and_number():
    (masked,) = public(report(with_secret())).tables
    assert masked.rows[0].cells[2] == Cell("不公开")
    assert masked.rows[1:] == table().rows[1:]


def test_the_data_sheet_is_masked_too():
    made = replace(report(), data=with_secret())
    masked = public(made).data
    assert masked is not None
    assert masked.rows[0].cells[2] == Cell("不公开")
    assert public(report()).data is None


def test_withheld_paragraphs_and_charts_are_left_out():
    prose = Prose((Paragraph("可说的。"), Paragraph("不可说的。", withheld=True)))
    chart = Chart(ChartKind.BARS, "图", ("甲",), (Series("数", (Decimal(1),)),))
    signing = Signing(office="章贡区发展和改革委员会")
    made = replace(report(), parts=(prose, chart, replace(chart, withheld=True), signing))
    assert public(made).parts == (Prose((Paragraph("可说的。"),)), chart, signing)


def test_withheld_labels_of_a_chart_go_with_their_numbers_and_tones():
    bars, _, progress, _ = sample.charts()
    masked, other = public(
        replace(
            report(),
            parts=(replace(bars, withheld_labels=(0, 2)), replace(progress, withheld_labels=(8,))),
        )
    ).parts
    assert isinstance(masked, Chart)
    assert isinstance(other, Chart)
    assert masked.labels == (bars.labels[1], *bars.labels[3:])
    assert [str(each) for each in masked.series[0].values] == ["5", "3", "1", "2"]
    assert masked.series[0].tones == (bars.series[0].tones[1], *bars.series[0].tones[3:])
    assert [len(each.values) for each in other.series] == [8, 8]
    assert other.series[1].tones == ()
    assert masked.withheld_labels == ()


def test_the_public_edition_is_named_as_such():
    assert (public(report()).public, public(report()).name) == (True, "报告(公开版)")
    long = public(replace(report(), name="条" * 80)).name
    assert (len(long), long[-5:]) == (80, "(公开版)")
