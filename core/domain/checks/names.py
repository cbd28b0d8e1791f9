"""What an indicator's name tells of the numbers that it can have."""

import re

from core.domain.indicator import Indicator, Measure

_CHANGES = re.compile(
    "增速|增长|增幅|涨幅|降幅|下降|降低|提高|贡献率|利润|收益|效益|盈|亏|净|差额|顺差|逆差|气温"
)
_BEYOND = re.compile("毛入学率|毛入园率|完成率|增速|增长|增幅|涨幅|贡献率|产出率|入库率")


def changes(item: Indicator) -> bool:
    """Tell whether a figure says how something changed, or what is left: it can be negative."""
    rates = (Measure.GROWTH, Measure.REDUCTION)
    return item.measure in rates or bool(_CHANGES.search(item.name))


def exceeds(item: Indicator) -> bool:
    """Tell whether a figure in per cent is no share, so that it can be more than the whole."""
    return item.measure is Measure.GROWTH or bool(_BEYOND.search(item.name))
