"""Reading a sheet from outside without trusting it: a child does it, this side only listens."""

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO

from app.core.errors import FileProblem
from app.transfer.sheet import EMPTY_CELL, Cell, CellKind, ReadOptions, Row, Sheet

_ROOT = Path(__file__).resolve().parents[2]
_LONGEST_MESSAGE = 16 * 1024 * 1024
_LOOK_EVERY = 0.05
_GRACE = 2.0
_KINDS = {kind.value: kind for kind in CellKind}


def read_sheet(
    path: Path, options: ReadOptions | None = None, cancelled: Callable[[], bool] | None = None
) -> Sheet:
    """The sheet in `path`, or FileProblem with one of the `sheet_…` codes; nothing else.

    Blocks: call it from a job. `cancelled` is asked from another thread, 20 times a second,
    and gives `sheet_cancelled`. Nothing is written to disk.
    """
    chosen = options or ReadOptions()
    _refuse_absent(path)
    with subprocess.Popen(
        child_command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        cwd=_ROOT,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        watch = _Watch(child, chosen.timeout, cancelled or (lambda: False))
        try:
            sheet = _listen(child, path, chosen)
        finally:
            watch.stop()
    if watch.reason:
        raise FileProblem(watch.reason)
    if isinstance(sheet, FileProblem):
        raise sheet
    return sheet if sheet is not None else _dead(child.returncode)


def child_command() -> list[str]:
    """How this program starts itself as the reading child, from source or packed."""
    if getattr(sys, "frozen", False):
        return [str(Path(sys.executable).with_name("husrom")), "--read-sheet"]
    return [sys.executable, "-E", "-s", "-B", "-m", "app.transfer.child"]


class _Watch:
    """Ends the child at its time limit or when the officer cancels."""

    def __init__(
        self, child: subprocess.Popen[bytes], timeout: float, cancelled: Callable[[], bool]
    ) -> None:
        self.reason = ""
        self._child = child
        self._cancelled = cancelled
        self._rounds = max(1, round(timeout / _LOOK_EVERY))
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, name="sheet-watch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """The reading is over, well or badly: the child may end by itself, or is ended."""
        if self._child.stdout is not None:
            self._child.stdout.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(_GRACE)
        self._done.set()
        self._thread.join()
        self._child.kill()

    def _look(self) -> None:
        for _ in range(self._rounds):
            if self._cancelled():
                return self._end("sheet_cancelled")
            if self._done.wait(_LOOK_EVERY):
                return None
        return self._end("sheet_timeout")

    def _end(self, reason: str) -> None:
        self.reason = reason
        self._child.kill()


def _listen(
    child: subprocess.Popen[bytes], path: Path, options: ReadOptions
) -> Sheet | FileProblem | None:
    """What the child said: a whole sheet, a problem, or None when it died in between."""
    if child.stdin is None or not isinstance(child.stdout, io.RawIOBase):
        return None
    try:
        child.stdin.write(_request(path, options))
        child.stdin.close()
    except OSError:
        return None
    with io.BufferedReader(child.stdout) as pipe:
        return _gather(_messages(pipe), options.limits.rows)


def _gather(messages: Iterator[dict[str, object]], most: int) -> Sheet | FileProblem | None:
    head: dict[str, object] = {}
    rows: list[Row] = []
    seen: dict[tuple[str, str], Cell] = {}
    for message in messages:
        if "error" in message:
            facts = message.get("facts")
            known = facts if isinstance(facts, dict) else {}
            return FileProblem(str(message["error"]), **{str(k): v for k, v in known.items()})
        if "end" in message:
            return _sheet(head, tuple(rows))
        if "line" in message and len(rows) < most:
            row = _row(message, seen)
            if row is None:
                return None
            rows.append(row)
        elif not head:
            head = message
    return None


def _messages(pipe: IO[bytes]) -> Iterator[dict[str, object]]:
    """JSON lines until the pipe ends; a line that is too long or broken ends it too."""
    while line := pipe.readline(_LONGEST_MESSAGE):
        try:
            message = json.loads(line)
        except ValueError:
            return
        if isinstance(message, dict):
            yield message


def _row(message: dict[str, object], seen: dict[tuple[str, str], Cell]) -> Row | None:
    """A row; equal cells are one object, so that a large sheet stays small. None for nonsense."""
    line, pairs = message["line"], message.get("cells")
    if not isinstance(line, int) or not isinstance(pairs, list):
        return None
    cells: list[Cell] = []
    for pair in pairs:
        match pair:
            case [str(kind), str(text)] if kind in _KINDS:
                cell = seen.get((kind, text))
                if cell is None:
                    cell = Cell(_KINDS[kind], text) if text else EMPTY_CELL
                    seen[kind, text] = cell
                cells.append(cell)
            case _:
                return None
    return Row(line, tuple(cells))


def _sheet(head: dict[str, object], rows: tuple[Row, ...]) -> Sheet:
    names = head.get("names")
    encoding, separator = head.get("encoding"), head.get("separator")
    return Sheet(
        name=str(head.get("name", "")),
        names=tuple(str(name) for name in names) if isinstance(names, list) else (),
        rows=rows,
        encoding=encoding if isinstance(encoding, str) else None,
        separator=separator if isinstance(separator, str) else None,
    )


def _request(path: Path, options: ReadOptions) -> bytes:
    request = {
        "path": os.fspath(path.absolute()),
        "encoding": options.encoding,
        "separator": options.separator,
        "sheet": options.sheet,
        "limits": asdict(options.limits),
    }
    return json.dumps(request).encode("ascii") + b"\n"


def _refuse_absent(path: Path) -> None:
    try:
        if not path.is_file():
            raise FileProblem("sheet_not_found")
        if path.stat().st_size == 0:
            raise FileProblem("sheet_empty")
    except (OSError, ValueError):
        raise FileProblem("sheet_unreadable") from None


def _dead(returncode: int) -> Sheet:
    """The child died without a word: by its signal, say of what."""
    if os.name == "posix" and returncode == -signal.SIGXCPU:
        raise FileProblem("sheet_timeout")
    if returncode < 0 or returncode > 1:
        raise FileProblem("sheet_too_big")
    raise FileProblem("sheet_damaged")
