"""Where the faces come from: two npm packages and one Debian package, pinned by digest."""

import gzip
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

KAI = Path("/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf")
KAI_SHA256 = "61519fb9bdda4a1a3aa02a12cbb76c2ef897ce879775d7ea2265d0a65fe54d16"
KAI_LICENCE = Path("/usr/share/doc/fonts-arphic-gkai00mp/license/english/ARPHICPL.TXT.gz")
"""From Debian's `fonts-arphic-gkai00mp`."""


@dataclass(frozen=True)
class Package:
    """An npm package: its name and version, the digest of its tarball, the files wanted of it."""

    spec: str
    sha256: str
    faces: dict[str, str]
    licence: str


SERIF = Package(
    spec="@expo-google-fonts/noto-serif-sc@0.4.3",
    sha256="ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
    faces={
        "NotoSerifSC-Light.ttf": "300Light/NotoSerifSC_300Light.ttf",
        "NotoSerifSC-Regular.ttf": "400Regular/NotoSerifSC_400Regular.ttf",
        "NotoSerifSC-Bold.ttf": "700Bold/NotoSerifSC_700Bold.ttf",
    },
    licence="OFL-NotoSerifSC.txt",
)
SANS = Package(
    spec="@expo-google-fonts/noto-sans-sc@0.4.3",
    sha256="0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
    faces={
        "NotoSansSC-Regular.ttf": "400Regular/NotoSansSC_400Regular.ttf",
        "NotoSansSC-Medium.ttf": "500Medium/NotoSansSC_500Medium.ttf",
        "NotoSansSC-Bold.ttf": "700Bold/NotoSansSC_700Bold.ttf",
    },
    licence="OFL-NotoSansSC.txt",
)


@dataclass(frozen=True)
class Sources:
    """File names to contents: faces still to be trimmed, and files shipped as they come."""

    faces: dict[str, bytes]
    unchanged: dict[str, bytes]


def fetch(folder: Path) -> Sources:
    """Read every source; the tarballs go into `folder`. Needs npm and the two Debian packages."""
    faces: dict[str, bytes] = {}
    unchanged = _kai()
    for package in (SERIF, SANS):
        with tarfile.open(_pack(package, folder)) as tarball:
            unchanged[package.licence] = _member(tarball, "LICENSE_FONT")
            faces |= {name: _member(tarball, member) for name, member in package.faces.items()}
    return Sources(faces, unchanged)


def _pack(package: Package, folder: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("npm is needed to fetch the Noto packages")
    command = [npm, "pack", package.spec, "--silent", "--pack-destination", str(folder)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - fixed words
    tarball = folder / printed.stdout.split()[-1]
    _verify(package.spec, tarball.read_bytes(), package.sha256)
    return tarball


def _member(tarball: tarfile.TarFile, name: str) -> bytes:
    stream = tarball.extractfile(f"package/{name}")
    if stream is None:
        raise FileNotFoundError(name)
    return stream.read()


def _kai() -> dict[str, bytes]:
    face = KAI.read_bytes()
    _verify(KAI.name, face, KAI_SHA256)
    return {KAI.name: face, "ARPHICPL.TXT": gzip.decompress(KAI_LICENCE.read_bytes())}


def _verify(name: str, content: bytes, expected: str) -> None:
    found = sha256(content).hexdigest()
    if found != expected:
        raise ValueError(f"{name}: sha256 {found}, expected {expected}")
