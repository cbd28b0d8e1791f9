"""`Vintage`: how final a figure is."""

from core.domain.words import Word


class Vintage(Word):
    """数据性质; a later one never erases what was reported under an earlier one."""

    EXPECTED = "expected", "预计数"
    FLASH = "flash", "快报数"
    PRELIMINARY = "preliminary", "初步核算数"
    FINAL = "final", "最终核实数"
    CENSUS = "census", "普查修订数"
