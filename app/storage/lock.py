"""One program at a time: an OS lock beside the register, held by window and command alike."""

from types import TracebackType

from filelock import FileLock, Timeout

from app.core.errors import FileProblem
from app.storage.files import RegisterFiles, disk_problem


class RegisterLock:
    """Taken before the register is opened and let go after its last connection is closed."""

    def __init__(self, files: RegisterFiles) -> None:
        # not per thread: a register may be opened in one thread and let go in another
        self._lock = FileLock(files.lock, timeout=0, mode=0o600, thread_local=False)

    def take(self) -> None:
        """FileProblem register_in_use when another program holds it, or this one already."""
        if self._lock.is_locked:
            raise FileProblem("register_in_use")
        try:
            self._lock.acquire()
        except Timeout:
            raise FileProblem("register_in_use") from None
        except OSError as error:
            raise disk_problem(error) from error

    def let_go(self) -> None:
        """Let others open the register."""
        self._lock.release(force=True)

    def __enter__(self) -> "RegisterLock":
        self.take()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.let_go()
