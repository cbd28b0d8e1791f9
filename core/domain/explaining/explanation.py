"""The sentence that explains a status with its numbers and thresholds."""

from core.domain.explaining.conclusion_words import conclusion
from core.domain.explaining.decided import decided
from core.domain.explaining.node_words import node_sentence
from core.domain.explaining.progress_words import progress
from core.domain.judging.judged import Judged
from core.domain.judging.node import NodeJudged
from core.domain.scale import Phase
from core.domain.submission import Decision


def sentence(judged: Judged | NodeJudged, decision: Decision | None) -> str:
    """Explain the suggestion so that it can be redone, and the decision where it differs."""
    if isinstance(judged, NodeJudged):
        return node_sentence(judged, decision)
    final = judged.phase is Phase.FINAL
    clauses = [*(conclusion(judged) if final else progress(judged))]
    clauses += [decided(decision, judged.suggested)]
    return "；".join(clause for clause in clauses if clause) + "。"
