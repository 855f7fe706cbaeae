"""An income, a cost or something owned, typed in: new, from a day on, put right or taken away."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import partial

from PySide6.QtWidgets import QWidget

from app.applications.intake.model import AssetKind, IncomeKind
from app.core.errors import Invalid
from app.core.ids import DebtCaseId, PersonId
from app.core.money import Ore
from app.core.records import dataclass
from app.core.typed_sums import parse_sum
from app.debt.economy.model import (
    CostDraft,
    CostKind,
    EconomyLine,
    Entry,
    IncomeDraft,
    Interval,
    LineDraft,
    NetIncome,
    Owned,
    OwnedDraft,
)
from app.office import Office
from ui.asking import Asking, Values, a_day, a_sum, text
from ui.debt.economy.words import entry_title, tr
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, MoneyField, TextField
from ui.labels import day, done, title_word, word
from ui.navigation import Navigator

_SURE = "sure"
_ASKED = frozenset({"economy_looks_yearly", "economy_looks_monthly"})


@dataclass(frozen=True, slots=True)
class _Wording:
    new: str
    change: str
    kind: str
    kinds: type[Enum]


def _wording(line: EconomyLine) -> _Wording:
    return {
        EconomyLine.INCOME: _Wording(
            tr("Ny inntekt"), tr("Endre inntekten"), tr("Inntekt"), IncomeKind
        ),
        EconomyLine.COST: _Wording(tr("Ny utgift"), tr("Endre utgiften"), tr("Utgift"), CostKind),
        EconomyLine.OWNED: _Wording(
            tr("Ny eiendel"), tr("Endre eiendelen"), tr("Eiendel"), AssetKind
        ),
    }[line]


class LineDialogs(Asking):
    """Opens them; what is done is told with «Angre»."""

    def __init__(
        self, office: Office, navigator: Navigator, window: QWidget, case: DebtCaseId
    ) -> None:
        super().__init__(office, navigator, window)
        self._case = case

    def new(self, line: EconomyLine) -> AskDialog:
        """One more."""

        def act(values: Values) -> None:
            self._asking(dialog, lambda: economy.add(self._case, _draft(line, values)))

        economy, said = self.office.debt_economy, _wording(line)
        explanation = (
            tr("Det som eies nå, og hva det er verdt.")
            if line is EconomyLine.OWNED
            else tr("Skriv beløpet slik det står på papiret, og velg hva det er for.")
        )
        dialog = self.ask(said.new, explanation, tr("Legg til"), act, line.event("added"))
        self._fields(dialog, line)
        dialog.form.set_values({"since": self.today(), "person": self._person})
        dialog.open()
        return dialog

    def change(self, line: EconomyLine, row: int) -> AskDialog:
        """Other from a day on; from its own first day it is put right."""
        economy, said = self.office.debt_economy, _wording(line)
        old = economy.entry(line, row)

        def act(values: Values) -> None:
            self._asking(dialog, lambda: economy.change(line, row, _draft(line, values)))

        dialog = self.ask(
            said.change,
            tr("Gjelder det fra en ny dag, så skriv den. Med {} retter du det som står.").format(
                day(old.since)
            ),
            tr("Lagre"),
            act,
            line.event("changed"),
        )
        self._fields(dialog, line)
        whose = old.person if isinstance(old, NetIncome) and old.person else self._person
        since = self.today() if _holds(old, self.today()) else old.since
        dialog.form.set_values({**_values(old), "since": since, "person": whose})
        dialog.add_button(tr("Slutter …"), partial(self.end, line, row, old))
        dialog.add_button(tr("Fjern"), partial(self.remove, line, row))
        dialog.open()
        return dialog

    def end(self, line: EconomyLine, row: int, old: Entry) -> AskDialog:
        """It does not hold any more."""

        def act(values: Values) -> None:
            self.office.debt_economy.end(line, row, a_day(values, "until") or self.today())

        dialog = self.ask(
            tr("{} slutter").format(entry_title(old)),
            tr("Til og med dagen før regnes det med. Det som var, blir stående."),
            tr("Avslutt"),
            act,
            line.event("ended"),
        )
        dialog.form.line(DateField("until", tr("Gjelder ikke lenger fra"), today=self.today))
        dialog.form.set_values({"until": self.today()})
        dialog.open()
        return dialog

    def remove(self, line: EconomyLine, row: int) -> None:
        """It was written by mistake."""
        if self.navigator.attempt(lambda: self.office.debt_economy.remove(line, row)):
            self.navigator.tell(done(line.event("removed")))

    def use_rent(self, draft: CostDraft) -> None:
        """The rent of the lease with us becomes a cost."""
        if self.navigator.attempt(lambda: self.office.debt_economy.add(self._case, draft)):
            self.navigator.tell(done(EconomyLine.COST.event("added")))

    def use_new_rent(self, row: int, draft: CostDraft) -> None:
        """The rent of the lease has changed: the cost follows from today."""
        change = self.office.debt_economy.change
        if self.navigator.attempt(lambda: change(EconomyLine.COST, row, draft)):
            self.navigator.tell(done(EconomyLine.COST.event("changed")))

    # what they share

    def _fields(self, dialog: AskDialog, line: EconomyLine) -> None:
        form, said = dialog.form, _wording(line)
        kinds = [(each, title_word(each)) for each in said.kinds]
        form.line(ChoiceField("kind", said.kind, kinds), *self._whose(line))
        if line is EconomyLine.OWNED:
            form.line(
                MoneyField("value", tr("Verdi"), read=parse_sum),
                MoneyField("owed", tr("Lån på den"), optional=True, read=parse_sum),
            )
        else:
            hint = tr("Det som kommer inn på konto, etter skatt.")
            form.line(
                MoneyField("amount", tr("Beløp"), read=parse_sum, hint="", width=150),
                ChoiceField(
                    "interval",
                    tr("Gjelder for"),
                    [(each, word(each)) for each in Interval],
                    hint=hint if line is EconomyLine.INCOME else "",
                ),
            )
            sure = CheckField(_SURE, tr("Beløpet er rett"))
            form.line(sure)
            sure.setVisible(False)
        form.line(
            DateField("since", tr("Gjelder fra"), today=self.today),
            DateField("until", tr("Gjelder ikke lenger fra"), optional=True, today=self.today),
        )
        form.line(TextField("words", tr("Merknad"), optional=True))
        if line is not EconomyLine.OWNED:
            form.line(CheckField("seen", tr("Vist på papir")))

    def _whose(self, line: EconomyLine) -> tuple[ChoiceField, ...]:
        """Asked only where there is somebody else whose it may be."""
        earners = self.office.debt_economy.earners(self._case)
        if line is not EconomyLine.INCOME or len(earners) < 2:
            return ()
        return (ChoiceField("person", tr("Hvem"), list(earners.items())),)

    @property
    def _person(self) -> PersonId:
        """Whose case it is."""
        return self.office.debt_cases.get(self._case).person

    def _asking(self, dialog: AskDialog, act: Callable[[], object]) -> None:
        """A sum that looks wrong is asked about: a box to tick comes in sight."""
        try:
            act()
        except Invalid as error:
            if any(each.code in _ASKED for each in error.problems):
                dialog.form.field(_SURE).setVisible(True)
                dialog.fit_soon()
            raise


def _holds(entry: Entry, on: date) -> bool:
    return entry.since <= on and (entry.until is None or on < entry.until)


def _draft(line: EconomyLine, values: Values) -> LineDraft:
    since, until, words = a_day(values, "since"), a_day(values, "until"), text(values, "words")
    kind = values.get("kind")
    if line is EconomyLine.OWNED:
        return OwnedDraft(
            kind if isinstance(kind, AssetKind) else None,
            a_sum(values, "value"),
            since,
            until,
            a_sum(values, "owed") or Ore(0),
            words,
        )
    interval = values.get("interval")
    interval = interval if isinstance(interval, Interval) else None
    seen, sure = values.get("seen") is True, values.get(_SURE) is True
    amount = a_sum(values, "amount")
    if line is EconomyLine.COST:
        cost = kind if isinstance(kind, CostKind) else None
        return CostDraft(cost, amount, interval, since, until, words, seen, sure)
    income = kind if isinstance(kind, IncomeKind) else None
    who = values.get("person")
    person = PersonId(who) if isinstance(who, int) else None
    return IncomeDraft(income, amount, interval, since, until, person, words, seen, sure)


def _values(old: Entry) -> dict[str, object]:
    same: dict[str, object] = {"kind": old.kind, "until": old.until, "words": old.words}
    if isinstance(old, Owned):
        return same | {"value": old.value, "owed": old.owed or None}
    return same | {"amount": old.amount, "interval": old.interval, "seen": old.seen}
