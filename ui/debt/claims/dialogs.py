"""What is entered about claims: a new one, new sums, how far it has come."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.core.errors import Problem
from app.core.ids import DebtCaseId
from app.core.money import Ore
from app.debt.claims.model import (
    ClaimStanding,
    DebtClaim,
    DebtClaimStage,
)
from app.office import Office
from ui.asking import Values, a_day, a_sum, chosen
from ui.debt.claims.creditor_dialogs import WIDTH, CreditorDialogs
from ui.debt.claims.fields import (
    add_again,
    add_days,
    add_facts,
    add_sums,
    add_words,
    draft_of,
    facts_of,
    kind_field,
    name_field,
    named,
    stage_fields,
    sums_of,
    tr,
    values_of,
)
from ui.kit.ask import AskDialog, fit
from ui.kit.choice_fields import CheckField
from ui.kit.fields import DateField
from ui.navigation import Navigator

_TOLD_OF = frozenset({"principal", "interest", "costs", "as_of"})
ROLES = {"creditor_again": "creditor", "collector_again": "collector"}
"""The ticks about a double, and the field each is about."""


class ClaimDialogs(CreditorDialogs):
    """Opens those about a claim; what is done is told by the navigator."""

    def __init__(
        self, office: Office, navigator: Navigator, window: QWidget, case: DebtCaseId
    ) -> None:
        super().__init__(office, navigator, window)
        self.case = case

    # a claim

    def add(self) -> AskDialog:
        """A creditor's claim."""

        def act(values: Values) -> None:
            draft = draft_of(values)
            self.asking(dialog, lambda: self.office.debt_claims.add(self.case, draft), ROLES)

        dialog = self.ask(
            tr("Ny gjeld"),
            tr("Skriv det kreditoren oppgir. Det som mangler, kan du spørre om og føre inn siden."),
            tr("Før inn"),
            act,
            "debt_claim.added",
            width=WIDTH,
        )
        form = dialog.form
        self._add_who(dialog)
        add_sums(form)
        form.line(*stage_fields(self._names(collectors=True)))
        add_again(form, "collector_again", tr("Dette er en annen"))
        add_facts(form)
        add_days(form, DateField("as_of", tr("Oppgitt per"), today=self.today))
        form.line(CheckField("disputed", tr("Er uenig i kravet")))
        add_words(form)
        form.set_values({"as_of": self.today(), "stage": DebtClaimStage.CURRENT})
        form.left.connect(lambda name: self._tell(dialog, name))
        self._only_drawn(dialog)
        dialog.open()
        return dialog

    def correct(self, claim: DebtClaim) -> AskDialog:
        """What was typed wrong of it; sums and stages have their own days."""

        def act(values: Values) -> None:
            draft = facts_of(values, claim.draft)
            self.asking(dialog, lambda: self.office.debt_claims.correct(claim.id, draft), ROLES)

        dialog = self.ask(
            tr("Rett opplysningene"),
            tr("Beløp og status har sine egne dager og føres inn hver for seg."),
            tr("Rett"),
            act,
            "debt_claim.corrected",
            width=WIDTH,
        )
        self._add_who(dialog)
        add_facts(dialog.form)
        add_days(dialog.form)
        add_words(dialog.form)
        dialog.form.set_values(values_of(claim.draft, claim.creditor_name))
        dialog.open()
        return dialog

    def claimed(self, claim: DebtClaim) -> AskDialog:
        """The creditor says another sum."""

        def act(values: Values) -> None:
            day = a_day(values, "as_of") or self.today()
            self.office.debt_claims.claimed(claim.id, sums_of(values), day)

        dialog = self.ask(
            tr("Nytt beløp"),
            tr("Skriv det kreditoren oppgir nå. Det gamle beløpet blir stående med sin dag."),
            tr("Før inn"),
            act,
            "debt_claim.claimed",
        )
        add_sums(dialog.form)
        dialog.form.line(DateField("as_of", tr("Oppgitt per"), today=self.today))
        parts = {"principal": claim.sums.principal, **_parts(claim)}
        dialog.form.set_values({**parts, "as_of": self.today()})
        dialog.form.left.connect(lambda name: self._tell_sums(dialog, claim, name))
        dialog.open()
        return dialog

    def stands(self, claim: DebtClaim, stage: DebtClaimStage | None = None) -> AskDialog:
        """How far the creditor has come, and who collects."""

        def act(values: Values) -> None:
            stands = ClaimStanding(
                a_day(values, "since") or self.today(),
                chosen(values, "stage", DebtClaimStage, claim.draft.stage),
                attached=a_sum(values, "attached") or Ore(0),
                disputed=bool(values.get("disputed")),
            )
            firm = named(values, "collector")
            self.asking(
                dialog, lambda: self.office.debt_claims.stands(claim.id, stands, firm), ROLES
            )

        dialog = self.ask(
            tr("Hvor langt kravet er kommet"),
            tr("Er alt betalt, velger du «gjort opp». Da regnes kravet ikke med lenger."),
            tr("Før inn"),
            act,
            "debt_claim.moved",
            width=WIDTH,
        )
        dialog.form.line(*stage_fields(self._names(collectors=True)))
        add_again(dialog.form, "collector_again", tr("Dette er en annen"))
        dialog.form.line(DateField("since", tr("Fra"), today=self.today))
        dialog.form.line(CheckField("disputed", tr("Er uenig i kravet")))
        dialog.form.set_values(
            {
                "stage": stage or claim.draft.stage,
                "collector": claim.collector_name or None,
                "attached": claim.draft.attached or None,
                "disputed": claim.draft.disputed,
                "since": self.today(),
            }
        )
        self._only_drawn(dialog)
        dialog.open()
        return dialog

    # what they share

    def _names(self, *, collectors: bool) -> list[str]:
        """Names the register knows; those who collect first where that is asked."""
        known = sorted(
            self.office.creditors.all(), key=lambda one: collectors and not one.draft.collector
        )
        return [each.name for each in known]

    def _add_who(self, dialog: AskDialog) -> None:
        who = name_field("creditor", tr("Hvem pengene skyldes til"), self._names(collectors=False))
        dialog.form.line(who, kind_field())
        add_again(dialog.form, "creditor_again", tr("Dette er en annen"))
        add_again(dialog.form, "again", tr("Ja, dette er en gjeld til"))

    def _tell(self, dialog: AskDialog, name: str) -> None:
        """What is only told stands there at once: costs over the ceiling (INK-10)."""
        if name in _TOLD_OF:
            draft = replace(draft_of(dialog.form.values()), again=True)
            self._show_told(dialog, self.office.debt_claims.check(self.case, draft))

    def _tell_sums(self, dialog: AskDialog, claim: DebtClaim, name: str) -> None:
        values = dialog.form.values()
        day = a_day(values, "as_of")
        if name in _TOLD_OF and day is not None:
            check = self.office.debt_claims.check_claimed
            self._show_told(dialog, check(claim.id, sums_of(values), day))

    @staticmethod
    def _show_told(dialog: AskDialog, problems: tuple[Problem, ...]) -> None:
        dialog.form.show_problems([each for each in problems if not each.blocks])
        QTimer.singleShot(0, dialog, partial(fit, dialog))

    @staticmethod
    def _only_drawn(dialog: AskDialog) -> None:
        """What is drawn each month is asked where it is drawn by force."""

        def show(name: str) -> None:
            if name == "stage":
                drawn = dialog.form.values()["stage"] is DebtClaimStage.ATTACHED
                dialog.form.field("attached").setVisible(drawn)

        show("stage")
        dialog.form.changed.connect(show)


def _parts(claim: DebtClaim) -> dict[str, Ore | None]:
    return {"interest": claim.sums.interest or None, "costs": claim.sums.costs or None}
