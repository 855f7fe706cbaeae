"""How much a sheet may be, and the walls around the process that reads it.

Only the reading child calls `confine`, before it opens anything.
"""

import sys

from app.core.records import dataclass

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on a sheet (bytes, counts, characters) and on the child (bytes, seconds)."""

    file_bytes: int = 30 * _MB
    unpacked_bytes: int = 300 * _MB
    entries: int = 1_000
    ratio: int = 100
    rows: int = 100_000
    columns: int = 500
    cells: int = 4_000_000
    cell_chars: int = 32_767
    line_chars: int = 1_000_000
    all_chars: int = 64 * _MB
    memory_bytes: int = 640 * _MB
    cpu_seconds: int = 20


def confine(limits: Limits) -> None:
    """Put this process behind its walls: memory, processor time, no core, no file written."""
    if sys.platform == "win32":
        from app.transfer.job_object import enter_job

        enter_job(limits.memory_bytes, limits.cpu_seconds)
    else:
        _confine_posix(limits)


def _confine_posix(limits: Limits) -> None:
    import resource

    walls = (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_NOFILE, 32),
    )
    for wall, value in walls:
        _, hard = resource.getrlimit(wall)
        ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(wall, (ceiling, ceiling))
