"""Before the end a reader finds both yardsticks, every threshold and what the rest needs."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.completion import judge
from core.domain.indicator import EnteredAs, Frequency, Nature
from core.domain.scale import Scale
from core.domain.submission import Decision, Missing
from core.domain.target import QuarterlyTarget, Target, TargetRevision
from core.domain.vintage import Vintage
from tests import factory as the
from tests.core.domain.aims.test_trajectory import given_for

RATE, POINT, RUNNING = Nature.RATE, Nature.POINT, Nature.RUNNING


def sentence(item, figures, at="2023Q4", decision=None, **rest):
    """The sentence about an indicator, given figures by quarter."""
    entries = {the.quarter(when): _entry(text, when) for when, text in figures.items()}
    return judge(the.plan(item, **rest), item, the.quarter(at), entries, decision).sentence


def _entry(text, when):
    return the.entry(text, when) if isinstance(text, str) else text


def years(*texts):
    return {f"{2021 + place}Q4": text for place, text in enumerate(texts)}


GDP = the.level("750", "521.94")
SENTENCES = [
    (
        GDP,
        {"2023Q4": "631.20"},
        "2023Q4",
        (
            "2023年实际631.20亿元，规划增量228.06亿元已完成109.26亿元（47.9%），按年均增长目"
            "标序时应达648.76亿元（55.6%），为序时的0.86倍（0.75—0.95为略有滞后）；另，年度"
            "目标648.76亿元（按规划目标推算）已完成631.20亿元（97.3%），为目标的0.97倍（0.95"
            "—1.1为基本符合预期）；后两年需年均增长9.0%。"
        ),
    ),
    (
        GDP,
        {"2022Q4": "600", "2023Q3": "470"},
        "2023Q3",
        (
            "2023年前三季度实际470亿元，年度目标648.76亿元（按规划目标推算）已完成470.00亿元（72.4%"
            "），前三季度应达486.57亿元（75%，按四分之几均分），为序时的0.97倍（0.95—1.1为基本符合"
            "预期）；另，2022年实际600.00亿元，规划增量228.06亿元已完成78.06亿元（34.2%），按年均增"
            "长目标序时应达603.39亿元（35.7%），为序时的0.96倍（0.95—1.1为基本符合预期）；2023—2025"
            "年需年均增长7.7%。"
        ),
    ),
    (
        GDP,
        {"2022Q3": "430", "2022Q4": "600", "2023Q3": "470"},
        "2023Q3",
        (
            "2023年前三季度实际470亿元，年度目标648.76亿元（按规划目标推算）已完成470.00亿元（72.4%"
            "），前三季度应达464.94亿元（71.7%，按上年同期占全年的比重），为序时的1.01倍（0.95—1.1"
            "为基本符合预期）；另，2022年实际600.00亿元，规划增量228.06亿元已完成78.06亿元（34.2%）"
            "，按年均增长目标序时应达603.39亿元（35.7%），为序时的0.96倍（0.95—1.1为基本符合预期）"
            "；2023—2025年需年均增长7.7%。"
        ),
    ),
    (
        replace(
            GDP, quarterly_targets=(QuarterlyTarget(the.quarter("2023Q3"), the.figure("500")),)
        ),
        {"2023Q3": "470"},
        "2023Q3",
        (
            "2023年前三季度实际470亿元，年度目标648.76亿元（按规划目标推算）已完成470.00亿元（72.4%"
            "），前三季度应达500.00亿元（77.1%，分季度目标），为序时的0.94倍（0.75—0.95为略有滞后）"
            "；年内还需完成178.76亿元。"
        ),
    ),
    (
        given_for(GDP, _2023="650"),
        {"2023Q4": "631.20"},
        "2023Q4",
        (
            "2023年实际631.20亿元，规划增量228.06亿元已完成109.26亿元（47.9%），按年度目标序时应达6"
            "50.00亿元（56.2%），为序时的0.85倍（0.75—0.95为略有滞后）；另，年度目标650亿元已完成63"
            "1.20亿元（97.1%），为目标的0.97倍（0.95—1.1为基本符合预期）；后两年需年均增长9.0%。"
        ),
    ),
    (
        the.level("3", "1.8", unit="%", nature=RATE),
        {"2023Q4": "2.3"},
        "2023Q4",
        (
            "2023年实际2.3%，规划增量1.20个百分点已完成0.50个百分点（41.7%），按均匀推进序时应达2.5"
            "2%（60%），为序时的0.69倍（不足0.75为明显滞后）；另，年度目标2.52%（按规划目标推算），"
            "年度增量0.24个百分点已完成0.02个百分点（8.3%），为年度增量的0.08倍（不足0.75为明显滞后"
            "）；后两年需年均提高0.35个百分点。"
        ),
    ),
    (
        the.lower(the.level("2.22", "2.39", unit="倍", nature=RATE)),
        {"2023Q4": "2.45"},
        "2023Q4",
        (
            "2023年实际2.45倍，规划降幅0.17倍反而增加0.06倍（−35.3%），按均匀推进序时应降至2."
            "29倍（58.8%），为序时的−0.60倍（不足0.75为明显滞后）；另，年度目标2.29倍（按规划"
            "目标推算），年度降幅0.03倍反而增加0.13倍（−433.3%），为年度降幅的−4.33倍（不足0."
            "75为明显滞后）；后两年需年均减少0.12倍。"
        ),
    ),
    (
        the.lower(the.level("90", "120", unit="件", decimals=0, nature=POINT)),
        {"2023Q4": "105"},
        "2023Q4",
        (
            "2023年实际105件，规划降幅30件已完成15件（50%），按年均下降目标序时应降至101件（6"
            "3.3%），为序时的0.79倍（0.75—0.95为略有滞后）；另，年度目标101件（按规划目标推"
            "算），年度降幅6件已完成2件（33.3%），为年度降幅的0.33倍（不足0.75为明显滞后）；"
            "后两年需年均下降7.4%。"
        ),
    ),
    (
        the.cumulative("100"),
        years("10", "17", "20"),
        "2023Q4",
        (
            "2023年实际累计47名，规划目标100名已完成47名（47%），按均匀推进序时应完成60名（60"
            "%），为序时的0.78倍（0.75—0.95为略有滞后）；另，当年实际20名，年度目标20名（按"
            "规划目标推算）已完成20名（100%），为目标的1.00倍（0.95—1.1为基本符合预期）；后"
            "两年需年均完成27名。"
        ),
    ),
    (
        the.cumulative("100"),
        {**years("10", "17"), "2023Q2": "12"},
        "2023Q2",
        (
            "2023年上半年实际累计39名，规划目标100名已完成39名（39%），按均匀推进序时应完成50"
            "名（50%，按四分之几均分），为序时的0.78倍（0.75—0.95为略有滞后）；另，当年实际1"
            "2名，年度目标20名（按规划目标推算）已完成12名（60%），上半年应完成10名（50%，按"
            "四分之几均分），为序时的1.20倍（1.1及以上为快于预期）；到2025年还需完成61名。"
        ),
    ),
    (
        the.cumulative("7"),
        years("1"),
        "2021Q4",
        (
            "2021年实际1名，规划目标7名已完成1名（14.3%），按均匀推进序时应完成1名（14.3%），"
            "为序时的1.00倍（0.95—1.1为基本符合预期）；另，年度目标1名（按规划目标推算）已完"
            "成1名（100%），为目标的1.00倍（0.95—1.1为基本符合预期）；后四年需年均完成2名。"
        ),
    ),
    (
        the.cumulative("3", EnteredAs.PLAN, nature=RUNNING, unit="家"),
        {"2021Q4": "0"},
        "2021Q4",
        (
            "2021年实际0家，规划目标3家，序时尚无要求，暂未完成（为基本符合预期）；另，年度目标1家"
            "（按规划目标推算）已完成0家（0%），为目标的0.00倍，与取整后的序时只差1家（只差末位一个"
            "单位的至少为略有滞后）；后四年需年均完成1家。"
        ),
    ),
    (
        the.cumulative("3", EnteredAs.PLAN, nature=RUNNING, unit="家"),
        {"2023Q4": "0"},
        "2023Q4",
        (
            "2023年实际0家，规划目标3家已完成0家（0%），按均匀推进序时应完成1家（33.3%），为"
            "序时的0.00倍，与取整后的序时只差1家（只差末位一个单位的至少为略有滞后）；另，年"
            "度目标2家（按规划目标推算），年度增量1家反而减少1家（−100%），为年度增量的−1.00"
            "倍（不足0.75为明显滞后）；后两年需年均完成2家。"
        ),
    ),
    (
        the.reduction("18"),
        years("3", "4", "3"),
        "2023Q4",
        (
            "2023年实际累计9.67%，规划目标18%已下降9.67%（53.7%），按年均降幅序时应下降11.23%（62.4"
            "%），为序时的0.86倍（0.75—0.95为略有滞后）；另，当年实际3.00%，年度目标3.89%（按规划目"
            "标推算）已下降3.00%（77.1%），为目标的0.77倍（0.75—0.95为略有滞后）；后两年需年均下降4"
            ".73%。"
        ),
    ),
    (
        the.growth("7.5左右"),
        years("7", "8", "6"),
        "2023Q4",
        (
            "2023年实际年均7.0%，规划目标7.5%左右，低于目标0.5个百分点（−1至−0.2个百分点为略有滞后"
            "）；另，当年实际6.0%，年度目标7.5%左右（按规划目标推算），低于目标1.5个百分点（不足−1"
            "个百分点为明显滞后）；后两年需年均增长8.3%。"
        ),
    ),
    (
        the.growth("7.5左右"),
        {**years("7", "8"), "2023Q2": "6.2"},
        "2023Q2",
        (
            "2023年上半年实际6.2%，年度目标7.5%左右（按规划目标推算），低于目标1.3个百分点（"
            "不足−1个百分点为明显滞后）；另，2022年实际7.5%，规划目标7.5%左右，与目标相等（−0"
            ".2至0.5个百分点为基本符合预期）；2023—2025年需年均增长7.5%。"
        ),
    ),
    (
        the.lower(the.growth("3")),
        {"2021Q4": "2.5"},
        "2021Q4",
        (
            "2021年实际2.5%，规划目标3%，低于目标0.5个百分点（0.5个百分点及以上为快于预期，越"
            "低越好）；后四年需年均控制在增长3.1%以内。"
        ),
    ),
    (
        the.control("5.5左右", "4.5"),
        {"2023Q4": "5.6"},
        "2023Q4",
        (
            "2023年实际5.6%，规划目标5.5%左右，差于目标0.10个百分点（左右为相差2%以内，以内为基本符"
            "合预期，以外为明显滞后）。"
        ),
    ),
    (
        the.control("35以内", unit="μg/m³"),
        {"2023Q4": "36"},
        "2023Q4",
        (
            "2023年实际36μg/m³，规划目标35μg/m³以内，差于目标1.00μg/m³（达到为基本符合预期，未达到"
            "为明显滞后）。"
        ),
    ),
    (
        the.keep(the.words("稳定"), "4", unit="万亩"),
        {"2023Q4": "3.9"},
        "2023Q4",
        (
            "2023年实际3.9万亩，规划目标稳定（4万亩），差于目标0.10万亩（达到为基本符合预期，未达到"
            "为明显滞后）。"
        ),
    ),
    (
        the.annual("3以上"),
        {"2023Q2": "1"},
        "2023Q2",
        (
            "2023年上半年实际1家，年度目标3家以上（按规划目标推算），上半年应达1家（按四分之"
            "几均分），与序时相等（达到为基本符合预期，未达到为明显滞后）；年内还需完成2家。"
        ),
    ),
    (
        the.annual("8以上"),
        {"2023Q2": "3"},
        "2023Q2",
        (
            "2023年上半年实际3家，年度目标8家以上（按规划目标推算），上半年应达4家（按四分之"
            "几均分），差于序时1家，与取整后的序时只差1家（只差末位一个单位的至少为略有滞后）"
            "；年内还需完成5家。"
        ),
    ),
    (
        the.structure("1:34:65", "1.4:36.5:62.1", nature=RATE),
        {"2023Q4": "1.1:35:63.9"},
        "2023Q4",
        (
            "2023年实际1.1:35:63.9，规划增量2.9个百分点已完成1.8个百分点，按均匀推进"
            "序时应达63.8%，为序时的1.06倍（0.95—1.1为基本符合预期），按末位比较，"
            "须人确认；另，年度目标1.2:35:63.8（按规划目标推算），年度增量0.5个百分点已完成0."
            "6个百分点，为年度增量的1.20倍（1.1及以上为快于预期）；后两年需年均提高0."
            "6个百分点。"
        ),
    ),
    (
        GDP,
        {"2023Q4": "760"},
        "2023Q4",
        (
            "2023年实际760亿元，规划目标750亿元，已达到（期末之前达到为提前实现）；另，年度目标648."
            "76亿元（按规划目标推算）已完成760.00亿元（117.1%），为目标的1.17倍（1.1及以上为快于预"
            "期）。"
        ),
    ),
    (
        the.level("2000", "1000", unit="张", nature=POINT, decimals=0),
        {"2023Q2": "1300"},
        "2023Q2",
        (
            "2023年上半年实际1300张，规划增量1000张已完成300张（30%），按年均增长目标序时应达"
            "1417张（41.7%，按四分之几均分），为序时的0.72倍（不足0.75为明显滞后）；另，年度"
            "目标1516张（按规划目标推算），年度增量196张反而减少20张（−10.2%），上半年应达141"
            "8张（50%，按四分之几均分），为序时的−0.20倍（不足0.75为明显滞后）；到2025年还需"
            "增加700张。"
        ),
    ),
    (
        the.revised(GDP, "700", "区人大批准"),
        {"2023Q4": "600"},
        "2023Q4",
        (
            "2023年实际600亿元，规划目标750亿元，已调整为700亿元（区人大批准），规划增量178.06亿元"
            "已完成78.06亿元（43.8%），按年均增长目标序时应达622.45亿元（56.4%），为序时的0.78倍（0"
            ".75—0.95为略有滞后）；另，年度目标622.45亿元（按规划目标推算）已完成600.00亿元（96.4%"
            "），为目标的0.96倍（0.95—1.1为基本符合预期）；后两年需年均增长8.0%。"
        ),
    ),
    (
        the.level("400", "311.02", growth_text="8左右"),
        {"2023Q4": "360"},
        "2023Q4",
        (
            "2023年实际360亿元，规划增量88.98亿元已完成48.98亿元（55%），按年均增长目标序时应达361."
            "70亿元（57%），为序时的0.97倍（0.95—1.1为基本符合预期）；另，年度目标361.70亿元（按规"
            "划目标推算）已完成360.00亿元（99.5%），为目标的1.00倍（0.95—1.1为基本符合预期）；如按"
            "印出的年均增长8%左右应达391.80亿元，则为明显滞后，以目标为准；后两年需年均增长5.4%。"
        ),
    ),
    (
        the.level("750", "521.94", frequency=Frequency.ANNUAL),
        {"2022Q4": "590"},
        "2023Q2",
        (
            "2022年实际590亿元，规划增量228.06亿元已完成68.06亿元（29.8%），按年均增长目标序时应达6"
            "03.39亿元（35.7%），为序时的0.84倍（0.75—0.95为略有滞后）；另，年度目标603.39亿元（按"
            "规划目标推算）已完成590.00亿元（97.8%），为目标的0.98倍（0.95—1.1为基本符合预期）；202"
            "3—2025年需年均增长8.3%。"
        ),
    ),
    (
        the.level(the.pending("省下达控制指标"), unit="%"),
        {"2023Q4": "21"},
        "2023Q4",
        (
            "2023年实际21%，规划目标省下达控制指标；目标待下达，须有人录入下达的数值和文号，"
            "或写明文号后录入完成情况。"
        ),
    ),
    (
        the.level("11.75", unit="年", nature=POINT),
        {"2023Q4": "11"},
        "2023Q4",
        (
            "2023年实际11年，规划目标11.75年；基期待补，请先补录基期，"
            "补录前只算目标完成率（93.62%）。"
        ),
    ),
    (
        the.keep(the.words("稳定"), unit="万亩"),
        {"2023Q4": "3.9"},
        "2023Q4",
        "2023年实际3.9万亩，规划目标稳定；基期待补，请先补录基期，补录前不作判断。",
    ),
    (
        GDP,
        {"2023Q4": the.entry("", "2023Q4", missing=Missing.UNPUBLISHED, explanation="次年6月公布")},
        "2023Q4",
        ("2023年无数据（未到发布期，次年6月公布），规划目标750亿元；数据未到发布期，不作判断。"),
    ),
    (
        GDP,
        {},
        "2023Q4",
        "2023年无数据，规划目标750亿元；缺数，不作判断。",
    ),
    (
        the.cumulative("100"),
        {"2023Q4": "20"},
        "2023Q4",
        "缺2021、2022年数据，不能合计，规划目标100名；缺数，不作判断。",
    ),
    (
        GDP,
        {"2023Q4": "保持稳定"},
        "2023Q4",
        ("“保持稳定”没有可比的数值，规划目标750亿元；没有可比的数值，不作判断，须人确认。"),
    ),
    (
        the.level("750", "521.94", frequency=Frequency.ANNUAL),
        {},
        "2021Q2",
        ("截至2021年上半年没有完整年度数据，规划目标750亿元；未到时点，还没有应报的数据可以判断。"),
    ),
    (
        given_for(the.level(the.pending(), "521.94"), _2023="650"),
        {"2023Q4": "631.20"},
        "2023Q4",
        (
            "2023年实际631.20亿元，年度目标650亿元已完成631.20亿元（97.1%），为目标的0.97倍（"
            "0.95—1.1为基本符合预期）。"
        ),
    ),
]


@pytest.mark.parametrize(("item", "figures", "at", "said"), SENTENCES)
def test_a_status_under_way_explains_itself(item, figures, at, said):
    assert sentence(item, figures, at) == said


def test_amounts_keep_the_decimals_that_the_figure_is_published_with():
    said = sentence(the.level("170", "150"), {"2023Q4": "158.35"})
    assert said.startswith("2023年实际158.35亿元，规划增量20.00亿元已完成8.35亿元（41.8%），")
    to_be = sentence(given_for(the.level("170", "150"), _2023="162.2"), {"2023Q4": "158.35"})
    assert "应达162.20亿元" in to_be
    assert "年度目标162.2亿元" in to_be


def test_a_plan_of_one_year_says_what_is_left_of_it():
    item = the.cumulative("2567", unit="个")
    assert sentence(item, {"2025Q2": "1000"}, "2025Q2", first=2025) == (
        "2025年上半年实际1000个，年度目标2567个已完成1000个（39%），上半年应完成1283个"
        "（50%，按四分之几均分），为序时的0.78倍（0.75—0.95为略有滞后）；年内还需完成1567个。"
    )
    met = sentence(item, {"2025Q2": "2567"}, "2025Q2", first=2025)
    assert met == "2025年上半年实际2567个，年度目标2567个，已达到（期末之前达到为提前实现）。"


def test_within_a_year_a_target_that_was_met_by_the_last_one_stays_reached():
    said = sentence(the.level("750"), {"2022Q4": "760", "2023Q2": "400"}, "2023Q2")
    assert said == (
        "2023年上半年实际400亿元，按2022年760.00亿元，规划目标750亿元，"
        "已达到（期末之前达到为提前实现）。"
    )


def test_a_flow_that_should_fall_is_held_against_its_year_as_a_limit():
    item = the.lower(the.level("90", "120", unit="件", decimals=0))
    said = sentence(item, {"2023Q4": "105"})
    assert (
        "；另，年度目标101件（按规划目标推算），差于目标4件（达到为基本符合预期，未达到为明显滞后）；"
        in said
    )


def test_a_year_that_may_fall_back_says_by_how_much():
    item = given_for(the.level("3", "2", unit="%", nature=RATE), _2021="2.4", _2022="2.2")
    said = sentence(item, {"2022Q4": "2.3"}, "2022Q4")
    assert "；另，年度目标2.2%，年度可回落0.20个百分点，已回落0.10个百分点，序时尚无要求，" in said
    said = sentence(item, {"2022Q4": "2.5"}, "2022Q4")
    assert (
        "年度可回落0.20个百分点，已推进0.10个百分点，序时尚无要求，已有进展（为快于预期）" in said
    )


def test_a_target_of_words_is_told_in_numbers_too():
    none = Target(the.figure("动态清零"), high=the.figure("0").value)
    item = the.control(none, unit="户", decimals=0)
    said = sentence(item, {"2023Q4": "10"})
    assert said.startswith("2023年实际10户，规划目标动态清零（0户），差于目标10户（")


def test_a_running_fall_that_turns_back_is_said_to_rise_again():
    # due are 1 − 0.81^(2/5) = 8.08 % by 2022 and 1 − 0.81^(3/5) = 11.88 % by 2023
    item = the.reduction("19", EnteredAs.PLAN, nature=RUNNING)
    said = sentence(item, {"2023Q4": "5"})
    assert "，年度降幅3.80个百分点反而回升3.08个百分点（−81.1%），" in said


def test_in_the_midst_of_a_year_the_rest_of_the_plan_is_told():
    beds = the.level("2000", "1000", unit="张", nature=POINT, decimals=0)
    assert sentence(beds, {"2023Q2": "1300"}, "2023Q2").endswith("；到2025年还需增加700张。")
    cases = the.lower(the.level("90", "120", unit="件", nature=POINT, decimals=0))
    assert sentence(cases, {"2023Q2": "110"}, "2023Q2").endswith("；到2025年还需减少20件。")
    people = the.cumulative("100", EnteredAs.PLAN, nature=RUNNING)
    assert sentence(people, {"2023Q2": "40"}, "2023Q2").endswith("；到2025年还需完成60名。")
    falls = the.reduction("18", EnteredAs.PLAN, nature=RUNNING)
    assert "还需" not in sentence(falls, {"2023Q2": "9"}, "2023Q2")


def test_a_rate_in_a_plan_of_one_year_is_not_added_up():
    item = the.level("3", "1.8", unit="%", nature=RATE)
    said = sentence(item, {"2025Q2": "2.5"}, "2025Q2", first=2025)
    assert "年内还需" not in said


def test_a_figure_just_short_of_a_threshold_says_so():
    # 120.47 of 126.82 is 0.94993
    said = sentence(GDP, {"2023Q4": "642.41"})
    assert "，不足序时的0.95倍（0.75—0.95为略有滞后）；" in said
    assert "已完成120.47亿元（52.8%），按年均增长目标序时应达648.76亿元（55.6%）" in said


def test_a_plan_with_words_and_thresholds_of_its_own_is_explained_by_them():
    own = Scale(
        behind="进展偏慢", from_on=replace(Scale(), from_on=the.figure("0.9").value).from_on
    )
    said = sentence(GDP, {"2022Q4": "570"}, "2022Q4", monitoring=own)
    assert "为序时的0.59倍（不足0.75为明显滞后）；" in said
    said = sentence(GDP, {"2022Q4": "590"}, "2022Q4", monitoring=own)
    assert "为序时的0.84倍（0.75—0.9为进展偏慢）；" in said


def test_thresholds_beyond_the_pace_do_not_blame_who_keeps_it():
    strict = Scale(from_on=the.figure("1.05").value)
    said = sentence(GDP, {"2022Q4": "605"}, "2022Q4", monitoring=strict)
    assert "为序时的1.02倍，已达到取整后的序时（达到的至少为基本符合预期）；" in said


def test_growths_spared_by_rounding_say_so():
    whole = the.growth("7", decimals=0)
    hard = Scale(points_on=the.figure("0.3").value, points_behind=the.figure("0.1").value)
    at_it = sentence(whole, {"2021Q4": "7"}, "2021Q4", monitoring=hard)
    assert "，与目标相等，不差于目标（至少为基本符合预期）；" in at_it
    below = sentence(whole, {"2021Q4": "6"}, "2021Q4", monitoring=hard)
    assert (
        "，低于目标1个百分点，与取整后的序时只差1%（只差末位一个单位的至少为略有滞后）；" in below
    ) or "只差1个百分点（只差末位一个单位的至少为略有滞后）；" in below


def test_where_nothing_is_due_yet_the_way_back_is_told():
    item = given_for(the.level("200", "100", nature=POINT, unit="张", decimals=0), _2021="100")
    cases = {
        "105": "规划增量100张，序时尚无要求，已完成5张（5%，为快于预期）；",
        "100": "序时尚无要求，与基期持平（为基本符合预期）；另，年度目标100张，序时尚无要求，持平",
        "99": "序时尚无要求，反而减少1张（只差末位一个单位的至少为略有滞后）",
        "90": "序时尚无要求，反而减少10张（为明显滞后）",
    }
    for text, words in cases.items():
        assert words in sentence(item, {"2021Q4": text}, "2021Q4")


@pytest.mark.parametrize("target", [("[0.7]", ""), (the.pending(), "[0.7]")])
def test_a_target_that_is_a_step_from_the_base_is_told_as_one(target):
    printed, growth = target
    item = the.level(printed, growth_text=growth, unit="年", nature=RATE)
    assert sentence(item, {"2022Q4": "10.3"}, "2022Q4") == (
        "2022年实际10.3年，规划目标为在基期上提高0.7年；基期待补，请先补录基期，补录前不作判断。"
    )
    known = sentence(replace(item, base=the.figure("10")), {"2022Q4": "10.8"}, "2022Q4")
    assert "，规划目标为在基期上提高0.7年（即10.70年），已达到（" in known
    falls = sentence(the.lower(item), {"2022Q4": "10.3"}, "2022Q4")
    assert "规划目标为在基期上降低0.7年；" in falls


def test_where_the_way_leads_back_first_the_figure_is_held_against_that():
    item = given_for(the.level("200", "100", nature=POINT, unit="张", decimals=0), _2021="95")
    cases = {
        "105": "按年度目标序时应达95张（−5%），序时尚无要求，已有进展（为快于预期）",
        "97": "序时尚无要求，不差于序时（为基本符合预期）",
        "94": "序时尚无要求，与取整后的序时只差1张（只差末位一个单位的至少为略有滞后）",
        "80": "序时尚无要求，却差15张（为明显滞后）",
    }
    for text, words in cases.items():
        assert words in sentence(item, {"2021Q4": text}, "2021Q4")


def test_a_figure_that_is_still_expected_is_called_so():
    figures = {"2023Q4": the.entry("631.20", "2023Q4", vintage=Vintage.EXPECTED)}
    assert sentence(GDP, figures).startswith("2023年预计631.20亿元，")


def test_a_revision_names_its_day_who_approved_it_and_its_number():
    revision = TargetRevision(
        Target(the.figure("700")), "经济下行", date(2023, 5, 4), "区人大常委会", "章人发〔2023〕5号"
    )
    said = sentence(replace(GDP, revisions=(revision,)), {"2023Q4": "600"})
    assert "已调整为700亿元（经济下行，2023年5月4日区人大常委会批准，章人发〔2023〕5号）" in said
    undated = replace(revision, approved_by="", document="")
    said = sentence(replace(GDP, revisions=(undated,)), {"2023Q4": "600"})
    assert "（经济下行，2023年5月4日）" in said


def test_a_decision_stands_at_the_end_with_its_grounds():
    given = Decision(
        "B-01", the.quarter("2023Q4"), "基本符合预期", "基数已修订", "李四", "2024-02-01"
    )
    said = sentence(GDP, {"2023Q4": "631.20"}, decision=given)
    assert said.endswith("；李四为基本符合预期（依据：基数已修订，2024-02-01）。")


def test_where_growth_and_target_say_the_same_nothing_is_said_of_it():
    item = the.level("161.051", "100", growth_text="10", decimals=3)
    assert "印出的年均增长" not in sentence(item, {"2023Q4": "133.1"})


@pytest.mark.parametrize(
    ("actual", "words"),
    [
        ("420", "；如按印出的年均增长8%左右应达456.99亿元，则未达到，以目标为准。"),
        ("460", "；优于目标且无分年数据，建议为提前完成。"),
        ("390", "以下为未完成，建议为基本完成或接近完成。"),
    ],
)
def test_at_the_end_the_growth_is_told_where_it_would_have_said_otherwise(actual, words):
    item = the.level("400", "311.02", growth_text="8左右")
    assert sentence(item, {"2025Q4": actual}, "2025Q4").endswith(words)


def test_a_target_without_a_number_has_nothing_to_differ_from():
    item = the.level(the.pending(), "311.02", growth_text="8左右")
    assert "印出的年均增长" not in sentence(item, {"2025Q4": "420"}, "2025Q4")


def test_a_growth_that_asks_for_less_than_the_target_is_told_too():
    item = the.level("51.7", "47", growth_text="1左右")
    said = sentence(item, {"2025Q4": "50"}, "2025Q4")
    assert said.endswith("；如按印出的年均增长1%左右应达49.40亿元，则达到，以目标为准。")
