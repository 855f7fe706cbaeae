"""How long something takes, in time of this process: others may share the machine."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

Figure = tuple[str, float]
TIMES = 8


def milliseconds(act: Callable[[], object], application: QApplication | None = None) -> float:
    """Of doing it once; with what the window does after it, when there is one."""
    begun = time.process_time()
    act()
    if application is not None:
        application.processEvents()
    return (time.process_time() - begun) * 1000
