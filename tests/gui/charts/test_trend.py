"""The trend of an indicator: what is drawn, what is said of each point, how it is taken along."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from core.domain.indicator import GrowthKind, Nature
from core.domain.vintage import Vintage
from gui.theme import Look
from gui.widgets.charts.trend_chart import NODE, NOTHING, TrendChart
from tests import factory as the

GDP = the.level("750", "521.94", growth_kind=GrowthKind.NOMINAL)
ALONE = """
import sys
from PySide6.QtWidgets import QApplication
from core.domain.period import Quarter
from tests import factory as the
app = QApplication([])
from gui.theme import Theme
from gui.widgets.charts.trend_chart import TrendChart
import gui.pages.completion, gui.pages.home, gui.widgets.charts.lights_board
Theme(app)
chart = TrendChart()
item = the.level("750", "521.94")
chart.show_item(the.plan(item), item, Quarter(2021, 4), {})
print("pyqtgraph" in sys.modules)
chart.show()
print("pyqtgraph" in sys.modules)
app.processEvents()
"""


def entries(**figures):
    found = [the.entry(text, at) for at, text in figures.items()]
    found += [the.entry("330", "2024Q2", vintage=Vintage.EXPECTED)]
    return {each.quarter: each for each in found}


FIGURES = entries(**{"2022Q2": "290", "2022Q4": "600.2", "2023Q2": "310", "2023Q4": "631.20"})


@pytest.fixture
def chart(qtbot, theme):
    """The chart of GDP as of 2024Q2, as somebody sees it."""
    made = TrendChart()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.show_item(the.plan(GDP), GDP, the.quarter("2024Q2"), FIGURES)
    return made


def test_the_last_figure_is_said_first_and_the_arrows_lead_to_the_others(qtbot, chart):
    assert chart.words == "2024年上半年：预计330亿元，同比名义增长6.5%"
    qtbot.keyClick(chart._plot, Qt.Key.Key_Left)
    assert chart.words == "2023年全年：实际631.20亿元，同比名义增长5.2%，目标路径648.76亿元"
    qtbot.keyClick(chart._plot, Qt.Key.Key_Home)
    assert chart.words == "2020年全年：基期521.94亿元"
    qtbot.keyClick(chart._plot, Qt.Key.Key_Left)
    assert chart.words == "2020年全年：基期521.94亿元"
    qtbot.keyClick(chart._plot, Qt.Key.Key_End)
    assert chart.words == "2025年全年：目标路径750亿元，倒算路径750亿元"


def test_the_mouse_points_at_the_nearest_quarter(chart):
    view = chart._plot.getPlotItem().getViewBox()
    place = view.mapViewToScene(QPointF(4 * 2022 + 3.2, 400))
    chart._plot._point_at(place)
    assert chart.words.startswith("2022年全年：实际600.2")
    chart._plot._point_at(QPointF(-50, -50))
    assert chart.words.startswith("2022年全年")


def test_a_screen_reader_is_told_every_point(chart):
    lines = chart._plot.accessibleDescription().splitlines()
    assert len(lines) == 9
    assert lines[0] == "2020年全年：基期521.94亿元"


def test_sums_of_a_year_are_joined_by_the_ends_of_years_and_within_each(chart):
    whole, *within = chart._trend.strands
    assert [str(point.quarter) for point in whole.points] == ["2020Q4", "2022Q4", "2023Q4"]
    assert [len(strand.points) for strand in within] == [1, 2, 2, 1]
    assert not whole.thin
    assert all(strand.thin for strand in within)


def test_a_state_is_one_line_through_all_quarters(chart):
    item = the.level("750", "521.94", nature=Nature.POINT)
    chart.show_item(the.plan(item), item, the.quarter("2024Q2"), FIGURES)
    (strand,) = chart._trend.strands
    assert len(strand.points) == 6


def test_one_year_shows_its_quarters(chart):
    item = the.level("10", nature=Nature.FLOW)
    plan = the.plan(item, first=2024, last=2024)
    chart.show_item(plan, item, the.quarter("2024Q2"), FIGURES)
    ((ticks,), *_) = [chart._plot.getAxis("bottom")._tickLevels]
    assert [words for _, words in ticks] == ["一季度", "上半年", "前三季度", "全年"]


def test_what_cannot_be_drawn_says_why(chart):
    chart.show_item(the.plan(), the.milestone(), the.quarter(), {})
    assert (chart.words, chart._plot.isVisible()) == (NODE, False)
    item = the.level(the.pending())
    chart.show_item(the.plan(item), item, the.quarter(), {})
    assert (chart.words, chart._save.isVisible()) == (NOTHING, False)
    chart.show_nothing()
    assert chart.words == ""


def test_numbers_beside_the_lines_are_written_plainly(chart):
    axis = chart._plot.getAxis("left")
    assert axis.tickStrings([1000000.0, 1500000.0], 1, 500000) == ["1000000", "1500000"]
    assert axis.tickStrings([0.4, 0.6], 1, 0.2) == ["0.4", "0.6"]


def test_the_chart_is_saved_as_a_picture_in_the_colours_of_paper(qtbot, theme, chart, tmp_path):
    theme.choose(Look.DARK)
    chart._save.click()
    dialog = chart.findChild(QFileDialog)
    with qtbot.waitSignal(chart.noticed):
        dialog.fileSelected.emit(str(tmp_path / "走势.png"))
    dialog.close()
    theme.choose(Look.LIGHT)
    picture = QImage(str(tmp_path / "走势.png"))
    assert picture.width() == 2 * (960 + 48)
    assert picture.pixelColor(2, 2) == Qt.GlobalColor.white
    right = [picture.pixelColor(picture.width() - 160, y) for y in range(picture.height())]
    assert any(colour != Qt.GlobalColor.white for colour in right)


def test_the_chart_follows_the_theme(theme, chart):
    theme.choose(Look.DARK)
    dark = chart._plot.grab().toImage().pixelColor(2, 2)
    theme.choose(Look.LIGHT)
    assert dark.name() == "#1e2229"
    assert chart._plot.grab().toImage().pixelColor(2, 2).name() == "#ffffff"


def test_pyqtgraph_is_imported_by_the_first_chart_that_is_seen_and_ends_in_silence():
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", ALONE], capture_output=True, text=True, check=False
    )
    assert (done.stdout.split(), done.returncode) == (["False", "True"], 0)
    assert [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line] == []
