"""System libraries that Qt loads on Linux, and the Debian packages that bring them."""

import ctypes
import os
from collections.abc import Mapping

OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
}
XCB = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def wanted(*, window: bool) -> Mapping[str, str]:
    """Return soname → package of all that Qt needs; a real window needs more than tests do."""
    screen: Mapping[str, str] = {}
    if window and os.environ.get("QT_QPA_PLATFORM", "") in {"", "xcb", "wayland"}:
        screen = XCB if os.environ.get("DISPLAY") else WAYLAND
    return {**OFFSCREEN, **screen}


def missing(sonames: Mapping[str, str]) -> dict[str, str]:
    """Return those libraries that this machine cannot load."""
    return {soname: package for soname, package in sonames.items() if not loads(soname)}


def loads(soname: str) -> bool:
    """Tell whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
