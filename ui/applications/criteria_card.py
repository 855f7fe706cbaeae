"""«Vilkår for bolig»: each criterion with the fact it rests on, and setting one aside."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from app.allocation.eligibility.model import Criterion, Explanation, Met
from app.applications.model import Application
from app.core.cases import CaseKind
from app.core.ids import ApplicationId, Ref
from app.core.text import Language
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import TextField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.points import PointPart
from ui.kit.words import Label
from ui.labels import day, done, eligible_words, message, point, problem, title_word
from ui.navigation import Navigator, PageId

_CAN_BE_SET_ASIDE = frozenset({Met.NOT_MET, Met.NOT_KNOWN})
_TITLES = {
    CaseKind.ALLOCATION: "Vilkår for bolig",
    CaseKind.HOUSING_HELP: "Vilkår for hjelp",
    CaseKind.TEMPORARY_STAY: "Vilkår for botilbud",
}


def criteria_card(office: Office, navigator: Navigator, known: Application) -> Card:
    """How each criterion stands: what the vedtak will say, as far as it is known now."""
    found = office.eligibility.judge(known.id)
    card = Card(_TITLES[known.draft.case], icon=Icon.RULES)
    card.add(Label(eligible_words(found), Type.LABEL, wrap=True))
    for told in office.eligibility.told(found, Language.NB):
        card.add(PointPart(point(told)))
    card.add(Label(rules_words(found), Type.SMALL, Token.TEXT3, wrap=True))
    if known.draft.case is CaseKind.ALLOCATION:
        _add_verbs(card, office, navigator, known, found)
    return card


def rules_words(explanation: Explanation) -> str:
    """Whose rules it was judged by."""
    if explanation.rule_set == 0:
        return "Vurdert etter programmets forslag. Kommunen har ikke vedtatt egne regler."
    return f"Vurdert etter reglene fra {day(explanation.rules_from)}, {explanation.rules_source}."


def _add_verbs(
    card: Card, office: Office, navigator: Navigator, known: Application, found: Explanation
) -> None:
    open_ones = dispensable(found)
    if known.state.undecided and open_ones:
        give = Button(
            "Gi dispensasjon …",
            partial(ask_dispensation, office, navigator, known.id, open_ones),
            size=ButtonSize.SMALL,
        )
        card.add(give)
    why_not = Button(
        "Hvorfor ikke denne boligen?",
        partial(navigator.open, PageId.WAITING_LIST, Ref("application", known.id), "why_not"),
        kind=ButtonKind.QUIET,
        size=ButtonSize.SMALL,
    )
    card.add(why_not)


def dispensable(explanation: Explanation) -> tuple[Criterion, ...]:
    """Those that could be set aside: not met, or not known."""
    return tuple(r.criterion for r in explanation.criteria if r.met in _CAN_BE_SET_ASIDE)


def ask_dispensation(
    office: Office,
    navigator: Navigator,
    application: ApplicationId,
    criteria: tuple[Criterion, ...],
) -> "DispenseDialog":
    """Open the dialog over the window that is worked in; told when it is done."""
    window = QApplication.activeWindow()
    dialog = DispenseDialog(office, navigator, application, criteria, window)
    dialog.open()
    return dialog


class DispenseDialog(AskDialog):
    """Which criterion is set aside in this case, why, and who decided it."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        application: ApplicationId,
        criteria: tuple[Criterion, ...],
        parent: QWidget | None = None,
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            criterion = Criterion(str(values["criterion"]))
            reason, by = str(values["reason"] or ""), str(values["decided_by"] or "")
            office.eligibility.dispense(application, criterion, reason, by)
            navigator.tell(done("dispensation.given"))

        who = office.rule_sets.in_force().rules.dispensation_by
        super().__init__(
            "Gi dispensasjon",
            "Vilkåret gjelder da ikke i denne saken. Grunnen står i vedtaket."
            + (f" Etter reglene kan dette bestemmes av: {who}." if who else ""),
            "Gi dispensasjon",
            act,
            words=problem,
            message=message,
            parent=parent,
        )
        options = [(each, title_word(each)) for each in criteria]
        self.form.line(ChoiceField("criterion", "Vilkår", options))
        hint = "Skriv hva som er særlig i denne saken, ikke om personen."
        self.form.line(TextField("reason", "Grunn", hint=hint))
        self.form.line(TextField("decided_by", "Hvem har bestemt det", hint="Navn og tittel."))
        self.form.set_values({"criterion": criteria[0]} if criteria else {})
        self.form.field("reason").control.setFocus()
