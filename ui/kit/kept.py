"""A form that is sent in by a button: what is half typed outlives the page, and a lock."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.days import clock_time, day_and_month
from ui.kit import fonts
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.form import Form

_AT = "kept_at"


class Keeper(Protocol):
    """Where half-typed forms are kept, by the form's name."""

    def keep(self, form: str, values: Mapping[str, object]) -> None: ...
    def of(self, form: str) -> dict[str, object]: ...
    def drop(self, form: str) -> None: ...


class KeptForm(QWidget):
    """The form under a line that says from when the draft is, when something was kept.

    `begin` shows the empty form and what was kept over it; `keep` when the page is left; `forget`
    when the form is registered or emptied.
    """

    def __init__(self, form: Form, key: str, keeper: Keeper, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.form, self._key, self._keeper, self._now = form, key, keeper, now
        self._empty: dict[str, object] = {}
        self._kept: dict[str, object] = {}
        self.note = Callout(
            ChipKind.INFO, "", "Fortsett der du slapp, eller tøm skjemaet for å begynne på nytt."
        )
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        column.addWidget(self.note)
        column.addWidget(form)

    def begin(self, empty: Mapping[str, object]) -> None:
        """Show the empty form, and over it what was typed last time."""
        self._show_empty(empty)
        found = self._keeper.of(self._key)
        at = str(found.pop(_AT, ""))
        if at:
            self.form.set_values(found)
            self._kept = self.form.values()
            self.tell(datetime.fromisoformat(at))

    def _show_empty(self, empty: Mapping[str, object]) -> None:
        self.form.set_values(dict.fromkeys(self.form.names) | dict(empty))
        self.form.show_problems(())
        self._empty = self.form.values()

    def tell(self, at: datetime) -> None:
        """Say from when the draft is."""
        local = at.astimezone(self._now().tzinfo)
        today = local.date() == self._now().date()
        when = "" if today else f"{day_and_month(local.date())} "
        words = f"Utkast fra {when}{clock_time(local.time())}"
        self.note.what.setText(words)
        self.note.setAccessibleName(words)
        self.note.show()

    def keep(self) -> None:
        """Keep what is typed; an empty form is no draft."""
        typed = self.form.values()
        if typed == self._empty:
            if self._kept:
                self.forget()
        elif typed != self._kept:
            self._keeper.keep(self._key, typed | {_AT: self._now().isoformat()})
            self._kept = typed
            self.tell(self._now())

    def forget(self, empty: Mapping[str, object] | None = None) -> None:
        """The form is finished or given up; `empty` is shown in its place."""
        if self._kept:
            self._keeper.drop(self._key)
        self._kept = {}
        self.note.hide()
        if empty is not None:
            self._show_empty(empty)
