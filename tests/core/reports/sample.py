"""A report of every sort of part, as an office would print it half-way through a plan."""

from dataclasses import replace
from decimal import Decimal

from core.domain.judging.judgement import Light
from core.domain.printed import Edition
from core.reports.chart import Chart, ChartKind, Series, Tone
from core.reports.content import Align, Cell, Column, Heading, Report, Row, RowKind, Table
from core.reports.prose import SIGNATURES, Level, Paragraph, Prose, Signing

LIGHTS = (
    (Light.BLUE, "提前实现"), (Light.GREEN, "快于预期"), (Light.GREEN, "基本符合预期"),
    (Light.YELLOW, "略有滞后"), (Light.RED, "明显滞后"), (Light.GREY, "未到发布期"),
)  # fmt: skip
NAMES = (
    "地区生产总值（亿元）", "规模以上工业增加值增速（%）", "社会消费品零售总额（亿元）",
    "全员劳动生产率（万元/人）", "常住人口城镇化率（%）", "研发经费投入强度（%）",
    "每万人口高价值发明专利拥有量（件）", "城乡居民人均可支配收入比", "森林覆盖率（%）",
)  # fmt: skip
SENTENCE = (
    "2023年实际631.20亿元，规划增量228.06亿元已完成109.26亿元（47.9%），按年均增长目标序时应完成55.6%，"
    "为序时的0.86倍（0.75—0.95为略有滞后）；后两年需年均增长9.0%。"
)


def prose(paragraphs=4):
    """A narrative with headings, opening words and numbers."""
    return Prose(
        (
            Paragraph("（2023年全年）", Level.CENTRE),
            Paragraph("区政府各部门：", Level.ADDRESS),
            Paragraph(
                "“十四五”规划确定的主要指标共33个，其中提前实现4个、快于预期5个、基本符合预期18个、"
                "略有滞后3个、明显滞后1个，尚无数据2个。现将2023年全年进展情况报告如下。"
            ),
            Paragraph("一、总体进展", Level.FIRST),
            Paragraph("（一）主要指标", Level.SECOND),
            Paragraph(SENTENCE * 2),
            *(
                Paragraph(SENTENCE, lead=f"{number}.综合质效。")
                for number in range(1, paragraphs + 1)
            ),
            Paragraph("二、滞后的指标", Level.FIRST),
            Paragraph("滞后的3个指标是：地区生产总值、社会消费品零售总额、R&D经费投入强度，主要原因是"
                      "市场需求不足、龙头企业减产；GDP增速为5.3%左右。"),
        )
    )  # fmt: skip


def progress(rows=30):
    """A wide table with lights, numbers below each other, group headings and a total."""
    made = []
    for at in range(rows):
        if at % 12 == 0:
            made.append(
                Row(
                    (Cell(f"{'一二三四五六'[at // 12 % 6]}、综合质效（12个）", columns=9),),
                    RowKind.HEAD,
                )
            )
        light, word = LIGHTS[at % 6]
        texts = [
            str(Decimal("521.94") + at * 37),
            f"{(at * 7.31) % 130:.{at % 3}f}",
            f"{40 + at}.6",
        ]
        made.append(
            Row(
                (
                    Cell(f"类别{at // 7}", block=f"k{at // 7}"),
                    Cell(NAMES[at % 9]),
                    *(Cell(each, Decimal(each)) for each in texts[:2]),
                    Cell(f"{texts[2]}%", Decimal(texts[2])),
                    Cell("750" if at % 4 else "突破750"),
                    Cell("", light=light),
                    Cell(word, light=light),
                    Cell(SENTENCE if at % 6 == 3 else ""),
                )
            )
        )  # fmt: skip
    total = (Cell("合计", columns=2), Cell("9999.5", Decimal("9999.5")), *[Cell("")] * 6)
    columns = (
        Column(14), Column(44, Align.LEFT), Column(22, Align.DECIMAL), Column(20, Align.DECIMAL),
        Column(20, Align.DECIMAL), Column(20), Column(10), Column(30), Column(62, Align.LEFT),
    )  # fmt: skip
    headings = (
        Heading("类别"), Heading("指标"),
        Heading("2023年", (Heading("实际值"), Heading("目标完成率"), Heading("序时进度"))),
        Heading("2025年\n目标"), Heading("灯"), Heading("状态"), Heading("说明"),
    )  # fmt: skip
    return Table(
        columns, headings, (*made, Row(total, RowKind.TOTAL)),
        ("●表示快于或者基本符合预期；", "部分数据因四舍五入存在总计与分项合计不等的情况。"),
        "单位：亿元", "附表1", "“十四五”规划主要指标进展情况", filters=True,
    )  # fmt: skip


def small(**rest):
    """A small table that goes on below what is there."""
    rows = tuple(
        Row((Cell(str(at)), Cell(name), Cell(f"{at * 12.5:.2f}", Decimal(f"{at * 12.5:.2f}"))))
        for at, name in enumerate(NAMES[:5], 1)
    )
    columns = (Column(16), Column(90, Align.LEFT), Column(50, Align.DECIMAL))
    made = Table(
        columns, (Heading("序号"), Heading("工程"), Heading("累计完成")), rows,
        ("数据由责任单位提供。",), "单位：万元", title="表1　承担的重点工程", fresh=False,
    )  # fmt: skip
    return replace(made, **rest)


def numbers(*values):
    return tuple(None if each is None else Decimal(str(each)) for each in values)


def charts():
    """A chart of every kind."""
    words = [word for _, word in LIGHTS]
    tones = tuple(Tone.of(light) for light, _ in LIGHTS)
    counts = Series("指标数", numbers(4, 5, 18, 3, 1, 2), tones=tones)
    categories = ("综合质效", "创新驱动", "协调发展", "改革开放", "绿色生态", "民生福祉")
    stacks = tuple(
        Series(word, numbers(*((3 * at + number * 2) % 4 for number in range(6))), tone)
        for at, (word, tone) in enumerate(zip(words, tones, strict=True))
        if at != 1
    )
    reached = Series(
        "增量进度",
        numbers(47.9, 110.2, 62, 0, -3.5, None, 88.8, 180, 55),
        tones=(*tones, *tones[:3]),
    )
    due = Series("序时进度", numbers(55.6, 60, 60, 60, 60, 60, None, 60, 55.6))
    years = tuple(f"{year}年" for year in range(2020, 2026))
    return (
        Chart(ChartKind.BARS, "图1　指标状态", tuple(words), (counts,), "个", "截至2023年末。"),
        Chart(ChartKind.STACKED, "图2　各类别指标状态", categories, stacks, "个"),
        Chart(ChartKind.PROGRESS, "图3　增量进度与序时进度", NAMES, (reached, due), "%"),
        Chart(
            ChartKind.TREND, "图4　地区生产总值", years,
            (
                Series("实际值", numbers(521.94, 560.1, 598.3, 631.2, None, None), Tone.ACTUAL),
                Series("规划目标", numbers(521.94, 561, 603, 648.4, 697, 750), Tone.TARGET),
                Series("所需水平", numbers(None, None, None, 631.2, 688, 750), Tone.REQUIRED),
            ),
            "亿元",
        ),
    )  # fmt: skip


def data():
    """The same figures as a plain table."""
    rows = tuple(
        Row((Cell(f"B-{at:02}"), Cell(name), Cell("亿元"), Cell(f"{at}.50", Decimal(f"{at}.50"))))
        for at, name in enumerate(NAMES, 1)
    )
    headings = tuple(map(Heading, ("代码", "指标", "单位", "2023年全年")))
    return Table((Column(20), Column(60), Column(20), Column(30)), headings, rows, filters=True)


def signing():
    return Signing(SIGNATURES, "章贡区发展和改革委员会", "2024年2月9日")


def report(*parts, **rest):
    """All parts, or those given, as a 送审稿."""
    given = {
        "kind": "progress",
        "name": "章贡区“十四五”规划主要指标进展(2023年全年)",
        "label": "附件1",
        "title": "章贡区国民经济和社会发展第十四个\n五年规划实施进展情况报告",
        "subject": "“十四五”规划（2023年全年）",
        "author": "赣州市章贡区",
        "parts": parts or (prose(), progress(), small(), signing(), *charts()),
        "genre": "规划实施进展",
        "as_of": "2023年全年",
        "edition": Edition.REVIEW,
        "data": data(),
    }
    return Report(**(given | rest))


def final(made):
    """The clean edition."""
    return replace(made, edition=Edition.FINAL)
