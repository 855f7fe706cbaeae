"""What may follow what, as buttons and a ladder; the dialogs that change status and rent."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.days import how_long
from app.core.errors import Invalid, Problem
from app.core.money import Ore, format_kroner
from app.dwellings.model import Dwelling, DwellingStatus, StatusSince
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.chips import ChipKind
from ui.kit.choice_fields import RadioField
from ui.kit.fields import DateField, MoneyField, TextField
from ui.kit.rows import Row
from ui.labels import day, done, message, problem, title_word
from ui.navigation import Navigator

S = DwellingStatus

# Glossary 5.1 without `let`, which a lease sets; held to the rules by a test
MOVES: dict[DwellingStatus, tuple[DwellingStatus, ...]] = {
    S.READY: (S.MAINTENANCE, S.UNAVAILABLE, S.RETIRED),
    S.MAINTENANCE: (S.READY, S.UNAVAILABLE, S.RETIRED),
    S.UNAVAILABLE: (S.READY, S.MAINTENANCE, S.RETIRED),
    S.LET: (S.READY, S.MAINTENANCE, S.UNAVAILABLE),
    S.RETIRED: (S.UNAVAILABLE,),
    S.UNKNOWN: (S.READY, S.MAINTENANCE, S.UNAVAILABLE, S.RETIRED),
}

CHIPS = {
    S.READY: ChipKind.OK,
    S.LET: ChipKind.LET,
    S.MAINTENANCE: ChipKind.REPAIR,
    S.UNAVAILABLE: ChipKind.NOT_STARTED,
    S.RETIRED: ChipKind.NOT_STARTED,
    S.UNKNOWN: ChipKind.UNKNOWN,
}

Values = Mapping[str, object]


def ladder(statuses: Sequence[StatusSince], today: date) -> list[Row]:
    """Every status with its day, newest first; the current one has its tone."""
    rows = []
    for place, step in enumerate(reversed(statuses)):
        chip = CHIPS[step.status]
        current = place == 0
        parts = (day(step.since), how_long(today, step.since) if current else "", step.reason)
        words = " · ".join(part for part in parts if part)
        rows.append(
            Row(
                place,
                title_word(step.status),
                words,
                icon=chip.icon,
                icon_tone=chip.tone if current else None,
            )
        )
    return rows


class DwellingVerbs:
    """Opens the dialogs; what is done is told with «Angre»."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window
        self._today: Callable[[], date] = office.clock.today

    def _dialog(
        self, title: str, explanation: str, verb: str, act: Callable[[Values], object], told: str
    ) -> AskDialog:
        def do(values: Values) -> None:
            act(values)
            self._navigator.tell(done(told))

        return AskDialog(
            title, explanation, verb, do, words=problem, message=message, parent=self._window
        )

    def _since(self, label: str) -> DateField:
        field = DateField("status_since", label, today=self._today)
        field.set_value(self._today())
        return field

    def change_status(self, dwelling: Dwelling) -> AskDialog:
        """A new status from a day, with a reason for the next one who wonders."""

        def act(values: Values) -> None:
            status, since = values["status"], values["status_since"]
            if not isinstance(status, DwellingStatus):
                raise Invalid([Problem("status", "status_missing")])
            first = since if isinstance(since, date) else self._today()
            reason = str(values["reason"] or "")
            self._office.dwellings.change_status(dwelling.id, status, first, reason)

        now = title_word(dwelling.status)
        dialog = self._dialog(
            "Endre status",
            f"{dwelling.address} er nå: {now}, siden {day(dwelling.status_since)}.",
            "Endre status",
            act,
            "dwelling.status_changed",
        )
        options = [(status, title_word(status)) for status in MOVES[dwelling.status]]
        dialog.form.line(RadioField("status", "Ny status", options))
        dialog.form.line(self._since("Fra og med"), TextField("reason", "Hvorfor", optional=True))
        dialog.open()
        return dialog

    def set_rent(self, dwelling: Dwelling) -> AskDialog:
        """What a new tenant is asked for, from a day."""

        def act(values: Values) -> None:
            rent, since = values["rent"], values["status_since"]
            if not isinstance(rent, int):
                raise Invalid([Problem("rent", "rent_missing")])
            first = since if isinstance(since, date) else self._today()
            self._office.dwellings.set_rent(dwelling.id, Ore(rent), first)

        now = "ikke satt" if dwelling.rent is None else format_kroner(dwelling.rent)
        dialog = self._dialog(
            "Ny leie",
            f"Leien er nå {now} per måned. Den nye gjelder for neste leieforhold; den som bor"
            " der, har leien i sin egen avtale.",
            "Sett leien",
            act,
            "dwelling.rent_set",
        )
        dialog.form.line(MoneyField("rent", "Leie per måned", width=170), self._since("Fra og med"))
        dialog.open()
        return dialog
