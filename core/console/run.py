"""Running one command: exit status 0, 1 when not all could be met, 2 for wrong usage."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable

from core.console import commands
from core.console.answer import Answer
from core.console.streams import say
from core.errors import OutputError, UsageError, UserError
from core.ports import Store
from core.progress import Progress

MET, NOT_MET, MISUSED = 0, 1, 2


def run(words: Namespace, open_store: Callable[[], Store]) -> int:
    """Do the command and write its answer; sentences and progress go to stderr."""
    try:
        answer = commands.answer(words, open_store(), _show)
    except UsageError as error:
        return _complain(error, MISUSED)
    except UserError as error:
        return _complain(error, NOT_MET)
    except KeyboardInterrupt:
        return _complain(UserError("已中断，没有做完的一步没有保存"), NOT_MET)
    try:
        _write(answer, as_json=words.json)
    except BrokenPipeError:
        pass  # whoever reads has seen enough
    except OSError as error:
        told = f"命令已执行，但结果没有全部输出（{error.strerror}），请检查磁盘空间"
        return _complain(OutputError(told), NOT_MET)
    return MET if answer.met else NOT_MET


def _write(answer: Answer, *, as_json: bool) -> None:
    """Write lines, or one JSON document and nothing else."""
    if as_json:
        print(json.dumps(answer.document, ensure_ascii=False, indent=1))
    else:
        print(*answer.lines, sep="\n")
    sys.stdout.flush()
    for warning in answer.warnings:
        say(warning)


def _complain(error: UserError, status: int) -> int:
    """Write a sentence to stderr and give the exit status."""
    say(error)
    return status


def _show(progress: Progress) -> None:
    """Write a step to stderr."""
    say(f"{progress.words}（{progress.done + 1}/{progress.total}）")
