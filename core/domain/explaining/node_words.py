"""The sentence that explains how a milestone stands, with its quarters and 形象进度."""

from core.domain import told
from core.domain.briefing import planned
from core.domain.cell import DONE
from core.domain.explaining.decided import decided
from core.domain.explaining.spans import ratio_span, times
from core.domain.indicator import Node
from core.domain.judging.judgement import Grade, Rule
from core.domain.judging.node import NodeJudged, quarters_over
from core.domain.judging.verdict import vocabulary, word
from core.domain.scale import Phase
from core.domain.submission import Decision

_UNSURE = "（须人确认）"


def node_sentence(judged: NodeJudged, decision: Decision | None) -> str:
    """Explain a milestone's status, and the decision where it differs."""
    clauses = [f"{_report(judged)}，计划{planned(judged.milestone)}{_pace(judged)}"]
    clauses += [_verdict(judged), decided(decision, judged.suggested)]
    return "；".join(clause for clause in clauses if clause) + "。"


def _report(judged: NodeJudged) -> str:
    """Say what was reported last, or that nothing was."""
    entry = judged.entry
    if judged.reached:
        return f"{judged.reached.label}报告已{_node(judged)}{_UNSURE if judged.unsure else ''}"
    if entry is None:
        return f"截至{judged.as_of.label}没有报告"
    progress = "" if entry.progress is None else f"形象进度{entry.progress}%"
    if not (entry.figure or progress):
        noted = [entry.missing.label] if entry.missing else []
        noted += [entry.explanation] if entry.explanation else []
        return f"{entry.quarter.label}没有报告（{'，'.join(noted)}）"
    said = "，".join(each for each in (entry.text, progress) if each)
    return f"{entry.quarter.label}报告{said}"


def _node(judged: NodeJudged) -> str:
    """Name the node that is asked for."""
    node = judged.milestone.node
    return DONE if node is Node.WORDS else node.label


def _pace(judged: NodeJudged) -> str:
    """Put 形象进度 beside the time that is over: 11 of 20 quarters."""
    entry, pace, ratio = judged.entry, judged.pace, judged.ratio
    if judged.rule is not Rule.RATIO or entry is None or pace is None or ratio is None:
        return ""
    over = quarters_over(judged.plan, entry.quarter)
    whole = quarters_over(judged.plan, judged.planned)
    scale = judged.plan.scale(judged.as_of)
    return (
        f"，到期共{whole}个季度，已过{over}个（{told.percent(pace, 1)}），"
        f"形象进度{times(scale, ratio, '其')}"
    )


def _verdict(judged: NodeJudged) -> str:
    """Say which rule gives the word, or why there is none."""
    if judged.phase is Phase.FINAL:
        return _final(judged)
    if judged.grade is None or judged.rule is None:
        label = judged.suggested
        return f"未到计划时点，又没有形象进度，{label}" if judged.entry else f"{label}，不作判断"
    scale = judged.plan.scale(judged.as_of)
    if judged.rule is Rule.RATIO:
        return ratio_span(scale, judged.grade)
    return f"{_timing(judged)}为{judged.suggested}"


def _timing(judged: NodeJudged) -> str:
    """Say how the node stands to its planned quarter."""
    match judged.grade:
        case Grade.REACHED:
            return "早于计划时间达到"
        case Grade.ON:
            return "按期达到"
        case Grade.BEHIND:
            return "晚于计划时间达到"
        case _:
            return "到期未达到"


def _final(judged: NodeJudged) -> str:
    """Say by which rule of the dictionary a node is judged when the plan is over."""
    words, plan = vocabulary(judged.plan, judged.as_of), judged.plan
    match judged.grade:
        case None:
            return "完成情况待定"
        case Grade.EARLY:
            rule = "末年之前已达到"
        case Grade.FULL:
            rule = "规划期末达到"
        case _ if plan.dictionary.floor is None:
            rule = f"未达到，本规划对{plan.dictionary.nearly}不设下限"
        case _:
            floor = told.percent(plan.dictionary.floor)
            nearly, missed = (word(words, each) for each in (Grade.NEARLY, Grade.MISSED))
            rule = f"未达到，形象进度{floor}及以上为{nearly}，以下或没有形象进度为{missed}"
    return f"{rule}，建议为{judged.suggested}"
