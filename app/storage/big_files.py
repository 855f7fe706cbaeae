"""Reading and writing files of any size: some at a time, so that it can be broken off between."""

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

Stopped = Callable[[], bool]

PORTION = 2**20
SYNCED_EVERY = 32 * PORTION
"""Bytes: a slow stick takes them in a second or two, and that can not be broken off."""


def portions(file: IO[bytes], stopped: Stopped | None) -> Iterator[bytes]:
    """What a file holds; InterruptedError once `stopped` says so."""
    while some := file.read(PORTION):
        if stopped is not None and stopped():
            raise InterruptedError
        yield some


def file_digest(path: Path, stopped: Stopped | None = None) -> str:
    """SHA-256 of a file as it lies."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        for some in portions(file, stopped):
            found.update(some)
    return found.hexdigest()


def pour(source: Path, target: IO[bytes], disk: IO[bytes], stopped: Stopped | None) -> None:
    """Write a file's content into `target`, which goes to the open file `disk`, and make it last.

    InterruptedError once `stopped` says so; never far from what already lies on the disk.
    """
    waiting = 0
    with source.open("rb") as file:
        for some in portions(file, stopped):
            target.write(some)
            waiting += len(some)
            if waiting >= SYNCED_EVERY:
                sync(disk)
                waiting = 0
    sync(disk)


def sync(disk: IO[bytes]) -> None:
    """Make what was written to an open file last through a power cut."""
    disk.flush()
    os.fsync(disk.fileno())
