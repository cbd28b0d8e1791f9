"""Sets up .venv with exactly the packages of a lock, one start at a time."""

import shutil
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import IO

from setup import debian, interpreter, stamp

UV = "uv==0.13.9"
CACHE = stamp.ROOT / ".cache"
LOG = CACHE / "pip.log"
WHEELS = stamp.ROOT / "build" / "wheels"
DOWNLOAD = ("--only-binary=:all:", "--no-deps", "--require-hashes", "-r")
COMPILE = (
    "pip",
    "compile",
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
    "--no-annotate",
    "--quiet",
)


def prepare(lock: str, sonames: Mapping[str, str]) -> None:
    """Bring system libraries, environment and packages to what a lock says."""
    with alone():
        debian.provide(sonames)
        if stamp.fits(lock):
            return
        if not usable():
            create()
        install(lock)


@contextmanager
def alone() -> Iterator[None]:
    """Let other starts wait meanwhile; the system ends the wait even when this one is killed."""
    try:
        CACHE.mkdir(exist_ok=True)
        file = (CACHE / "setup.lock").open("w")
    except OSError as error:
        sys.exit(
            f"程序文件夹“{stamp.ROOT}”写不进去（{error.strerror}），请换到可写的文件夹再运行。"
        )
    with file:
        if not held(file):
            print("另一次启动正在安装组件，等它完成…", file=sys.stderr)
            while not held(file):
                time.sleep(0.2)
        yield


def held(file: IO[str]) -> bool:
    """Try to get the system's lock on a file."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # a file system without locks: nobody can be waited for
        return True
    return True


def usable() -> bool:
    """Tell whether .venv can be built upon: not left unfinished, this Python, pip answers."""
    if stamp.read() == stamp.UNFINISHED or not stamp.PYTHON.exists():
        return False
    question = f"import sys, pip; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    try:
        return interpreter.ask("-c", question).returncode == 0
    except OSError:
        return False


def create() -> None:
    """Make .venv anew; until its packages are in, its stamp calls it unfinished."""
    import venv

    print("正在建立运行环境…", file=sys.stderr)
    shutil.rmtree(stamp.VENV, ignore_errors=True)
    stamp.VENV.mkdir(exist_ok=True)
    stamp.write(stamp.UNFINISHED)
    venv.create(stamp.VENV, with_pip=True, symlinks=sys.platform != "win32")


def install(lock: str) -> None:
    """Install a lock's packages, each checked against its hash."""
    print("正在安装所需的Python组件，首次约需半分钟…", file=sys.stderr)
    before = stamp.read()
    stamp.write(stamp.UNFINISHED)
    wanted = (*offline_source(), *DOWNLOAD, str(stamp.lock(lock)))
    done = interpreter.ask("-m", "pip", "install", "--quiet", *wanted)
    if done.returncode:
        stamp.write(before)
        LOG.write_text(done.stdout + done.stderr, encoding="utf-8")
        sys.exit(advice(lock))
    stamp.write(stamp.due(lock))


def offline_source() -> Sequence[str]:
    """Return pip's options for packages that were carried here in build/wheels."""
    return ("--no-index", f"--find-links={WHEELS}") if WHEELS.is_dir() else ()


def advice(lock: str) -> str:
    """Say what to do when the packages could not be fetched."""
    return (
        f"所需的Python组件没有装上，多半是连不上网络（详情见{LOG}）：请接通网络后再运行一次；"
        "本机不能上网的，在系统和Python版本都相同、能上网的电脑上，进入本程序的文件夹，"
        f"运行 python3 -m pip download {' '.join(DOWNLOAD)} packaging/locks/{lock}.txt "
        "-d build/wheels，把得到的build文件夹拷到本机的程序文件夹里，再运行一次。"
    )


def rebuild_locks(words: Sequence[str]) -> int:
    """Write both locks anew from pyproject.toml; words such as --upgrade go to uv."""
    with alone():
        interpreter.ask("-m", "pip", "install", "--quiet", UV)
        return max(compile_lock("app", *words), compile_lock("dev", "--group=dev", *words))


def compile_lock(name: str, *words: str) -> int:
    """Write one lock with uv and return uv's exit status."""
    target = f"--output-file={stamp.lock(name)}"
    done = interpreter.ask("-m", "uv", *COMPILE, target, *words, "pyproject.toml")
    print(done.stderr, end="", file=sys.stderr)
    return done.returncode
