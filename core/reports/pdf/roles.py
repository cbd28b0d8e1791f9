"""The typefaces of an official document by their role, and the shipped file of each."""

from enum import Enum


class Role(Enum):
    """A typeface's role in GB/T 9704; the value is the shipped file that plays it."""

    SONG = "NotoSerifSC-Regular.ttf"
    XIAOBIAOSONG = "NotoSerifSC-Bold.ttf"
    FANGSONG = "NotoSerifSC-Light.ttf"
    HEI = "NotoSansSC-Medium.ttf"
    KAI = "gkai00mp.ttf"
