"""Where a database lies, told without what opening one needs: a second start asks this first."""

import os
import sys
from pathlib import Path


def own() -> Path:
    """Give the file in the user's data folder."""
    if sys.platform == "win32":
        root = os.environ.get("LOCALAPPDATA", "")
        data = Path(root) if root else Path.home() / "AppData" / "Local"
    else:
        root = os.environ.get("XDG_DATA_HOME", "").strip()
        data = Path(root) if root else Path.home() / ".local" / "share"
    return data / "guiji" / "guiji.db"


def plain(address: str) -> Path | None:
    """Give the file of an address that is none or a path; nothing for a URL."""
    if "://" in address:
        return None
    return Path(address).absolute() if address else own()
