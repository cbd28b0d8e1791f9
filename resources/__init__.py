"""The files that are shipped beside the code: plans, fonts, icons, styles, the manual."""

from pathlib import Path


def path(*parts: str) -> Path:
    """Return where a shipped file lies: `path("fonts", "NotoSerifSC-Regular.ttf")`.

    The one way to a resource, from source and in a frozen bundle alike, for the bundle
    keeps the files beside this package. Whether the file exists is not asked.
    """
    return Path(__file__).resolve().parent.joinpath(*parts)
