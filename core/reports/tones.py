"""The colours of lights and series, the same on paper, in Excel and on the screen."""

from core.domain.judging.judgement import Light
from core.reports.chart import Tone

COLOURS = {
    Tone.BLUE: "#1D5FA8",
    Tone.GREEN: "#2E8B57",
    Tone.YELLOW: "#E0A100",
    Tone.RED: "#C0392B",
    Tone.GREY: "#8A94A3",
    Tone.ACTUAL: "#1D4F91",
    Tone.TARGET: "#5F6B7A",
    Tone.REQUIRED: "#C0392B",
}
SIGNS = {
    Light.BLUE: "◆",
    Light.GREEN: "●",
    Light.YELLOW: "▲",
    Light.RED: "■",
    Light.GREY: "○",
}
