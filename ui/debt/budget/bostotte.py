"""«Bostøttesjekk»: what the housing allowance may be, roughly, from what the person tells."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.ids import DebtCaseId
from app.core.money import Ore, format_kroner
from app.debt.budget.bostotte.model import (
    Bostotte,
    BostotteFacts,
    BostotteTerm,
    CapArea,
    OwnShareGroup,
)
from app.debt.economy.model import CostKind
from app.office import Office
from ui.asking import Asking, Values, a_sum, chosen
from ui.debt.budget.words import tr
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonSize, button_line
from ui.kit.cards import Card, Fact, Facts
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import MoneyField, NumberField
from ui.kit.fold import Fold
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import day, title_word
from ui.navigation import Navigator

_SMALL = ButtonSize.SMALL


class BostotteDialogs(Asking):
    """Asks for what the formula needs, with what is known filled in."""

    def __init__(
        self, office: Office, navigator: Navigator, part: QWidget, case: DebtCaseId
    ) -> None:
        super().__init__(office, navigator, part)
        self._case = case

    def check(self) -> AskDialog:
        """The check; what was told last time stands there."""

        def act(values: Values) -> None:
            self.office.debt_budgets.keep_bostotte(self._case, _facts(values))

        dialog = self.ask(
            tr("Sjekk bostøtte"),
            tr("Et grovt anslag etter reglene. Bare Husbanken kan svare på en søknad."),
            tr("Regn ut"),
            act,
            "bostotte.checked",
            width=640,
        )
        dialog.form.line(
            NumberField("adults", tr("Voksne"), least=1, most=20),
            NumberField("children", tr("Barn under 18 år"), least=0, most=20),
        )
        dialog.form.line(
            MoneyField("rent", tr("Bolig i måneden")),
            MoneyField("income", tr("Inntekt i året"), hint=tr("Før skatt, alle voksne")),
            MoneyField("wealth", tr("Formue"), hint=tr("Netto")),
        )
        dialog.form.line(CheckField("heating_in_rent", tr("Oppvarming er med i husleien")))
        dialog.form.line(CheckField("adapted", tr("Boligen er tilpasset en funksjonsnedsettelse")))
        areas = [(each, title_word(each)) for each in CapArea]
        groups = [(each, title_word(each)) for each in OwnShareGroup]
        dialog.form.line(ChoiceField("area", tr("Hvor boligen er"), areas))
        dialog.form.line(ChoiceField("group", tr("Grense for egenandel"), groups))
        dialog.form.set_values(_values(self._known()))
        dialog.open()
        return dialog

    def _known(self) -> BostotteFacts:
        told = self.office.debt_budgets.bostotte_facts(self._case)
        if told is not None:
            return told[1]
        economy = self.office.debt_economy.of(self._case)
        rent = sum(each.monthly for each in economy.costs if each.kind is CostKind.RENT)
        house = economy.household
        children = [] if house is None else [c for c in house.children if c.contact_class is None]
        return BostotteFacts(
            adults=1 if house is None else house.adults,
            children=len(children),
            rent=Ore(rent) if rent else None,
        )


class BostotteCard(Card):
    """The last check, and how it was counted. `put` lays the sum in the budget shown."""

    def __init__(
        self,
        found: Bostotte | None,
        check: Callable[[], object],
        put: Callable[[], object] | None = None,
        apply_by: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        fact = "" if found is None else tr("sjekket {}").format(day(found.on))
        super().__init__(tr("Bostøtte"), icon=Icon.HOME, fact=fact, parent=parent)
        again = tr("Sjekk på nytt …") if found else tr("Sjekk bostøtte …")
        self.check_button = Button(again, check, size=_SMALL)
        self.put_button: Button | None = None
        if found is None:
            words = tr("Se om de kan ha rett til bostøtte, før dere lager en plan.")
            self.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
            self.add(button_line(self.check_button))
            return
        self.add(Label(_found_words(found), Type.LABEL_STRONG, wrap=True))
        self.add(
            Facts(
                (
                    Fact(tr("Egenandel i året"), format_kroner(_whole(found.own_share))),
                    Fact(tr("Boutgift som teller"), format_kroner(min(found.costs, found.cap))),
                    Fact(tr("Søk senest"), "" if apply_by is None else day(apply_by)),
                )
            )
        )
        words = tr("Grovt regnet, aldri et løfte. Søk hos Husbanken.")
        self.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        self.terms = Fold(tr("Dette må også stemme"))
        for term in BostotteTerm:
            self.terms.body.addWidget(Label(f"• {title_word(term)}.", Type.HELP, wrap=True))
        self.add(self.terms)
        buttons = [self.check_button]
        if put is not None and found.monthly:
            self.put_button = Button(tr("Legg i budsjettet"), put, size=_SMALL)
            buttons.insert(0, self.put_button)
        self.add(button_line(*buttons))


def _found_words(found: Bostotte) -> str:
    if not found.monthly:
        return tr("Trolig ingen bostøtte med disse tallene.")
    return tr("Rundt {} i måneden").format(format_kroner(found.monthly))


def _whole(amount: Ore) -> Ore:
    """In whole kroner: the rest is not known so closely."""
    return Ore((amount + 50) // 100 * 100)


def _facts(values: Values) -> BostotteFacts:
    adults, children = values.get("adults"), values.get("children")
    return BostotteFacts(
        adults=adults if isinstance(adults, int) else 0,
        children=children if isinstance(children, int) else -1,
        rent=a_sum(values, "rent"),
        heating_in_rent=bool(values.get("heating_in_rent")),
        income=a_sum(values, "income"),
        wealth=a_sum(values, "wealth") or Ore(0),
        area=chosen(values, "area", CapArea, CapArea.ORDINARY),
        adapted=bool(values.get("adapted")),
        group=chosen(values, "group", OwnShareGroup, OwnShareGroup.ORDINARY),
    )


def _values(facts: BostotteFacts) -> dict[str, object]:
    return {
        "adults": facts.adults,
        "children": facts.children,
        "rent": facts.rent,
        "heating_in_rent": facts.heating_in_rent,
        "income": facts.income,
        "wealth": facts.wealth,
        "area": facts.area,
        "adapted": facts.adapted,
        "group": facts.group,
    }
