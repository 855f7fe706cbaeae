"""The walls hold: whatever runs behind them gets no more memory, no file and no core dump."""

import ctypes
import subprocess
import sys
from pathlib import Path

from app.transfer.job_object import job_limits
from app.transfer.limits import Limits

_ROOT = Path(__file__).resolve().parents[3]
_BEHIND = "from app.transfer.limits import Limits, confine; confine(Limits()); "


def behind_the_walls(code: str) -> subprocess.CompletedProcess[str]:
    """What a process behind the walls did and said."""
    return subprocess.run(
        [sys.executable, "-c", _BEHIND + code], cwd=_ROOT, capture_output=True, text=True
    )


def test_memory_ends_at_the_wall() -> None:
    done = behind_the_walls(f"bytearray({Limits().memory_bytes})")

    assert "MemoryError" in done.stderr


def test_no_file_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a"
    done = behind_the_walls(f"import pathlib; pathlib.Path({str(path)!r}).write_text('x')")

    assert done.returncode != 0
    assert path.read_bytes() == b""


def test_processor_time_ends_and_no_core_is_left() -> None:
    done = behind_the_walls(
        "import resource as r; print(r.getrlimit(r.RLIMIT_CPU)[0], r.getrlimit(r.RLIMIT_CORE)[0])"
    )

    assert done.stdout.split() == [str(Limits().cpu_seconds), "0"]


def test_the_windows_structure_has_its_documented_size_and_limits() -> None:
    limits = job_limits(640, 20)

    assert (ctypes.sizeof(limits), ctypes.sizeof(limits.BasicLimitInformation)) == (144, 64)
    assert limits.ProcessMemoryLimit == 640
    assert limits.BasicLimitInformation.PerProcessUserTimeLimit == 200_000_000
