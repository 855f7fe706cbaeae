"""Garbage in circles is looked for on the main thread alone.

Left to itself Python looks on whichever thread makes the next thing, also that of a job; a widget
that dies there takes the whole program down with it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_OFTEN_MS = 1000


class Sweeping(QObject):
    """Between `begin` and `end` Python looks only when the main thread has a moment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_OFTEN_MS)
        self._timer.timeout.connect(self.sweep)

    def begin(self) -> None:
        """From here on; what has been loaded stays, and need not be looked through."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def end(self) -> None:
        """Python looks by itself again."""
        self._timer.stop()
        gc.enable()

    def sweep(self) -> None:
        """Look through as many generations as Python itself would have by now."""
        due = [made > most for made, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if any(due):
            gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))
