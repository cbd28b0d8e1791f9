"""Rebuild resources/fonts and repertoire.txt byte for byte, or --check that they are so."""

import sys
from argparse import ArgumentParser
from functools import reduce
from hashlib import sha256
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import repertoire
from sources import Sources, fetch
from trim import covered, trim

HERE = Path(__file__).resolve().parent
FONTS = HERE.parents[1] / "resources" / "fonts"


def main() -> int:
    """Write the files, or compare them; 1 when one differs."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    checking = parser.parse_args().check
    with TemporaryDirectory() as folder:
        sources = fetch(Path(folder))
    files = _files(sources)
    return _compare(files) if checking else _write(files)


def _files(sources: Sources) -> dict[Path, bytes]:
    named = repertoire.sections(reduce(set.__and__, map(covered, sources.faces.values())))
    wanted = [ord(char) for char in chain.from_iterable(named.values())]
    faces = {name: trim(face, wanted) for name, face in sources.faces.items()}
    fonts = {FONTS / name: content for name, content in (faces | sources.unchanged).items()}
    return fonts | {HERE / "repertoire.txt": repertoire.as_text(named).encode()}


def _write(files: dict[Path, bytes]) -> int:
    FONTS.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        path.write_bytes(content)
        print(f"{sha256(content).hexdigest()}  {len(content):>9,}  {path.name}")
    return 0


def _compare(files: dict[Path, bytes]) -> int:
    differing = [path for path, content in files.items() if not _holds(path, content)]
    for path in differing:
        print(f"differs: {path.name}")
    print(f"{len(files) - len(differing)} of {len(files)} files are as built")
    return 1 if differing else 0


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


if __name__ == "__main__":
    sys.exit(main())
