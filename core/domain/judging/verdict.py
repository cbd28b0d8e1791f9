"""The word that a phase has for a grade, and the light beside it."""

from core.domain.judging.judgement import Grade, Light
from core.domain.period import Quarter
from core.domain.plan import Dictionary, Plan
from core.domain.scale import Phase, Scale

UNDER_WAY = (Grade.REACHED, Grade.AHEAD, Grade.ON, Grade.BEHIND, Grade.FAR)  # best first
AT_THE_END = (Grade.EARLY, Grade.EXCEEDED, Grade.FULL, Grade.NEARLY, Grade.MISSED)
LIGHTS = {
    Grade.REACHED: Light.BLUE,
    Grade.AHEAD: Light.GREEN,
    Grade.ON: Light.GREEN,
    Grade.BEHIND: Light.YELLOW,
    Grade.FAR: Light.RED,
    Grade.EARLY: Light.BLUE,
    Grade.EXCEEDED: Light.BLUE,
    Grade.FULL: Light.GREEN,
    Grade.NEARLY: Light.YELLOW,
    Grade.MISSED: Light.RED,
}

Vocabulary = Scale | Dictionary


def vocabulary(plan: Plan, as_of: Quarter) -> Vocabulary:
    """Give the words by which a plan is judged as of a quarter."""
    return plan.dictionary if plan.phase(as_of) is Phase.FINAL else plan.scale(as_of)


def word(words: Vocabulary, grade: Grade) -> str:
    """Give the word for a grade."""
    return str(getattr(words, grade.value))


def light(words: Vocabulary, status: str) -> Light:
    """Give the light of a status word; grey for none and for another phase's."""
    grades = AT_THE_END if isinstance(words, Dictionary) else UNDER_WAY
    named = {str(getattr(words, grade.value)): grade for grade in grades}
    return LIGHTS[named[status]] if status and status in named else Light.GREY
