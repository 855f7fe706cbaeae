"""Whom the budget is for, typed in over what the register says."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, Problem
from app.core.ids import DebtCaseId
from app.debt.economy.model import ChildDraft, DebtorStatus, HouseholdDraft
from app.office import Office
from ui.asking import Asking, Values, a_day, text
from ui.debt.economy.words import contacts, tr
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.field import Field
from ui.kit.fields import DateField, NumberField, TextField
from ui.kit.rows_field import RowsField
from ui.labels import problem, title_word
from ui.navigation import Navigator

_CHILDREN = "children"


class HouseholdDialogs(Asking):
    """Opens the dialog; what is done is told with «Angre»."""

    def __init__(
        self, office: Office, navigator: Navigator, window: QWidget, case: DebtCaseId
    ) -> None:
        super().__init__(office, navigator, window)
        self._case = case

    def open(self) -> AskDialog:
        """What was written last, else what the register says."""
        economy = self.office.debt_economy
        known = economy.household_since(self._case)

        def act(values: Values) -> None:
            try:
                economy.set_household(self._case, _draft(values))
            except Invalid as error:
                rows.told(error.problems)
                raise Invalid(_above(error.problems)) from error

        dialog = self.ask(
            tr("Husstanden i budsjettet"),
            tr("Hentet fra det som står i registeret. Se over, og rett det som ikke stemmer.")
            if known is None
            else tr("Endringen gjelder fra dagen du velger. Det som var før, blir stående."),
            tr("Lagre"),
            act,
            "economy.household_set",
            width=720,
        )
        rows = self._children()
        statuses = [(each, title_word(each)) for each in DebtorStatus]
        dialog.form.line(
            ChoiceField("status", tr("Personen er"), statuses),
            NumberField("adults", tr("Voksne som bor der"), least=1, most=20),
        )
        dialog.form.line(rows)
        dialog.form.line(DateField("since", tr("Gjelder fra"), today=self.today))
        # another day may put a child right, so what the rows were told is asked anew
        dialog.form.changed.connect(lambda name: None if name == _CHILDREN else rows.told(()))
        draft = economy.household_draft(self._case)
        dialog.form.set_values({**_values(draft), "since": self.today()})
        dialog.open()
        return dialog

    def _children(self) -> RowsField:
        def make() -> list[list[Field]]:
            return [
                [
                    TextField("name", tr("Fornavn"), optional=True),
                    DateField("birth_date", tr("Født"), today=self.today),
                    ChoiceField("contact", tr("Bor eller har samvær"), contacts()),
                ]
            ]

        return RowsField(_CHILDREN, tr("barn"), make, ("name", "birth_date"), words=problem)


def _draft(values: Values) -> HouseholdDraft:
    status, adults, rows = values.get("status"), values.get("adults"), values.get(_CHILDREN)
    return HouseholdDraft(
        status if isinstance(status, DebtorStatus) else None,
        adults if isinstance(adults, int) else None,
        tuple(_child(row) for row in rows) if isinstance(rows, tuple) else (),
        a_day(values, "since"),
    )


def _child(values: Values) -> ChildDraft:
    contact = values.get("contact")
    return ChildDraft(
        a_day(values, "birth_date"),
        text(values, "name"),
        contact if isinstance(contact, int) else None,
    )


def _values(draft: HouseholdDraft) -> dict[str, object]:
    children: tuple[dict[str, object | date | None], ...] = tuple(
        {"name": each.name or None, "birth_date": each.birth_date, "contact": each.contact}
        for each in draft.children
    )
    return {"status": draft.status, "adults": draft.adults, _CHILDREN: children}


def _above(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Of a child beside the rows as one, where each row says its own."""
    return tuple(
        replace(each, field=_CHILDREN) if each.field[:1].isdecimal() else each for each in problems
    )
