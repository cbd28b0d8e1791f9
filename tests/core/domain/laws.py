"""What Hypothesis draws from, and how often: `@law` stands over every law of this folder."""

from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st

from core.domain.figure import LEADS, TRAILS, Figure, Numeral, Ratio, Span, Words

law = settings(deadline=None, max_examples=200)

SIGNS = (
    "0123456789.,:-+%/[]()（）“”、，；零一二三十百大稳定无突破超达到以上左右约年均控制在降至增长"
    "万亿元 ＋１２．％−—①😀\u200b\x00'="
)

plan_texts = st.text(SIGNS, max_size=14)
places = st.integers(0, 4)


@st.composite
def decimals(draw, low=0, high=10**9):
    """Numbers with up to four decimals, trailing zeros kept."""
    exponent = draw(places)
    return Decimal(draw(st.integers(low, high))).scaleb(-exponent)


signed = decimals(low=-(10**9))
spans = st.tuples(decimals(), decimals()).filter(lambda ends: ends[0] < ends[1])
numbered = st.one_of(
    signed,
    st.builds(Numeral, st.integers(0, 99), st.sampled_from(("", "大"))),
    st.lists(decimals(), min_size=2, max_size=4).map(lambda parts: Ratio(tuple(parts))),
    spans.map(lambda ends: Span(*ends)),
)
leads = st.lists(st.sampled_from(sorted(LEADS)), max_size=2).map(tuple)
trails = st.sampled_from(("", *TRAILS))
figures = st.one_of(
    st.builds(Figure, numbered, leads, st.booleans(), trails, st.booleans()),
    st.sampled_from(("保持稳定", "全覆盖", "省下达控制指标")).map(lambda text: Figure(Words(text))),
)
