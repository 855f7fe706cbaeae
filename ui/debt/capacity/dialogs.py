"""Dialogs about what the office can give: a new capacity from a day, and days with nobody there."""

from app.debt.queue.capacity.model import (
    FULL_WEEK,
    AbsenceDraft,
    Capacity,
    CapacityDraft,
    DebtAbsenceKind,
)
from ui.asking import Asking, Values, a_day, text
from ui.debt.capacity.words import read_hours, write_hours
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField, NumberField, ReadField
from ui.labels import title_word

HOURS = 120
NAMES = ("share_percent", "week_minutes", "least_hours", "usual_hours", "most_hours")


def a_number(values: Values, name: str) -> int | None:
    """The number in a field, if one is there."""
    value = values.get(name)
    return value if isinstance(value, int) else None


def draft_of(values: Values) -> CapacityDraft:
    """What stands in the fields."""
    share, week, least, usual, most = (a_number(values, name) for name in NAMES)
    return CapacityDraft(
        a_day(values, "since"), share, week, least, usual, most, text(values, "reason")
    )


def case_fields() -> tuple[NumberField, NumberField, NumberField]:
    """Hours of a case: at the least, usually, at the most."""
    return (
        NumberField("least_hours", "Timer per sak, minst", suffix="timer", width=HOURS),
        NumberField("usual_hours", "Vanligvis", suffix="timer", width=HOURS),
        NumberField("most_hours", "Mest", suffix="timer", width=HOURS),
    )


def share_field() -> NumberField:
    """The share of a position; two half positions are 100."""
    return NumberField("share_percent", "Del av stilling", suffix="prosent", width=150)


def week_field() -> ReadField:
    """Hours of a full week, «37,5»."""
    return ReadField(
        "week_minutes",
        "En full uke er",
        read_hours,
        write_hours,
        width=HOURS,
        suffix="timer",
        right=True,
    )


def shown(row: Capacity | None) -> dict[str, object]:
    """What the fields begin with."""
    if row is None:
        return {"week_minutes": FULL_WEEK}
    return {name: getattr(row, name) for name in NAMES}


class CapacityDialogs(Asking):
    """Opened over the window of the page; what is done is told with «Angre»."""

    def change(self, row: Capacity | None = None) -> AskDialog:
        """The capacity from a day; begun with `row`, or with what holds today."""
        dialog = self.ask(
            "Kapasitet fra en dag",
            "Det som gjaldt før, står som det var. Regn bare med tiden som går til rådgivning.",
            "Lagre kapasiteten",
            lambda values: self.office.debt_capacity.change(draft_of(values)),
            "debt_capacity.changed",
        )
        form = dialog.form
        form.line(DateField("since", "Fra", today=self.office.clock.today))
        form.line(share_field(), week_field())
        form.line(*case_fields())
        form.line(MultilineField("reason", "Merknad", optional=True, lines=2))
        begin = row or self.office.debt_capacity.on()
        form.set_values({**shown(begin), "since": row.since if row else self.today()})
        dialog.open()
        return dialog

    def be_away(self) -> AskDialog:
        """Days when nobody gives advice."""

        def act(values: Values) -> None:
            kind = values.get("kind")
            self.office.debt_capacity.add_absence(
                AbsenceDraft(
                    kind if isinstance(kind, DebtAbsenceKind) else None,
                    a_day(values, "first_day"),
                    a_day(values, "last_day"),
                )
            )

        dialog = self.ask(
            "Dager uten rådgivning",
            "Helligdager og helger er regnet med fra før.",
            "Lagre fraværet",
            act,
            "debt_absence.added",
        )
        today = self.office.clock.today
        options = [(each, title_word(each)) for each in DebtAbsenceKind]
        dialog.form.line(ChoiceField("kind", "Grunn", options))
        dialog.form.line(
            DateField("first_day", "Første dag", today=today),
            DateField("last_day", "Siste dag", today=today),
        )
        dialog.form.set_values({"kind": DebtAbsenceKind.HOLIDAY})
        dialog.open()
        return dialog
