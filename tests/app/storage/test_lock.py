"""One program at a time."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.core.errors import FileProblem
from app.storage.files import RegisterFiles
from app.storage.lock import RegisterLock

HOLDER = (
    "import sys; from pathlib import Path;"
    "from app.storage.files import RegisterFiles; from app.storage.lock import RegisterLock;"
    "lock = RegisterLock(RegisterFiles(Path(sys.argv[1]))); lock.take();"
    "print('held', flush=True); sys.stdin.read()"
)


@pytest.fixture
def files(tmp_path: Path) -> RegisterFiles:
    return RegisterFiles(tmp_path / "a.husrom")


def _refused(files: RegisterFiles) -> str:
    with pytest.raises(FileProblem) as caught:
        RegisterLock(files).take()
    return caught.value.code


def test_a_second_taker_in_this_program_is_told(files: RegisterFiles) -> None:
    with RegisterLock(files):
        assert _refused(files) == "register_in_use"
    with RegisterLock(files):
        pass


def test_the_same_taker_is_told_too_and_does_not_let_go_of_it(files: RegisterFiles) -> None:
    with RegisterLock(files) as lock:
        with pytest.raises(FileProblem) as caught:
            lock.take()
        assert caught.value.code == "register_in_use"
        assert _refused(files) == "register_in_use"


def test_a_second_program_is_told_until_the_first_is_gone(files: RegisterFiles) -> None:
    command = [sys.executable, "-c", HOLDER, str(files.register)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert _refused(files) == "register_in_use"
        holder.kill()
        holder.wait()
    with RegisterLock(files):
        pass


def test_what_one_thread_takes_another_lets_go(files: RegisterFiles) -> None:
    lock = RegisterLock(files)
    thread = threading.Thread(target=lock.take)
    thread.start()
    thread.join()
    assert _refused(files) == "register_in_use"
    lock.let_go()
    with RegisterLock(files):
        pass


def test_a_lock_left_by_a_dead_program_holds_no_one(files: RegisterFiles) -> None:
    files.lock.write_text("12345")
    with RegisterLock(files):
        pass


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileProblem) as caught:
        RegisterLock(RegisterFiles(tmp_path / "file" / "a.husrom")).take()
    assert caught.value.code == "disk_refused"


def test_letting_go_of_what_was_not_taken_is_fine(files: RegisterFiles) -> None:
    RegisterLock(files).let_go()
