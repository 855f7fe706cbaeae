"""«Tiltak»: what is tried, what waits for an answer, and a settlement with its days."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.debt.measures.model import DebtMeasure, DebtMeasureState, DebtorDuty
from app.debt.model import DebtCase
from app.office import Office
from ui.debt.measures.desk import NAMSFOGD_OVERVIEW
from ui.debt.measures.dialogs import MeasureDialogs
from ui.debt.measures.in_plan import plan_card
from ui.debt.measures.words import (
    finding_words,
    measure_title,
    measure_words,
    rent_words,
    state_chip,
    stops,
)
from ui.debt.part import DebtPart
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Callout, Card
from ui.kit.chips import ChipKind, Tone
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rail import Rail
from ui.kit.rows import Row, Shape
from ui.kit.side_by_side import SideBySide
from ui.kit.words import Label
from ui.labels import day, until, word
from ui.navigation import Navigator

_SMALL = ButtonSize.SMALL


class MeasuresPart(DebtPart):
    """Enter on a measure takes it further; «Rett» puts the chosen one right."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, case, parent)
        self.dialogs = MeasureDialogs(office, navigator, self, case.id)
        self.measures = office.debt_measures.of(case.id)
        self.new_button = self._button(
            self.tr("Nytt tiltak …"), self.dialogs.begin, Icon.NEW, primary=True
        )
        self.list = RowList(self.tr("Tiltak"), Shape.TODAY, whole=True)
        self.list.activated_key.connect(self._open)
        settlement = office.debt_measures.settlement(case.id)
        in_plan = plan_card(office, navigator, case)
        self.add(self._measures_card(), *(() if in_plan is None else (in_plan,)))
        if settlement is not None:
            way = self._way(settlement)
            self.add(SideBySide(way, self._duties(settlement)) if settlement.open else way)
        self.terms_button = self._button(
            self.tr("Gå gjennom vilkårene …"), self.dialogs.terms, Icon.CHECK
        )
        self.overview_button = self._button(
            self.tr("Lag oversikten"), partial(self.go, NAMSFOGD_OVERVIEW), Icon.LETTER
        )
        self.add(SideBySide(self._terms(), self._overview()))

    def begin(self) -> None:
        if self.measures:
            self.list.setFocus()
        else:
            self.new_button.setFocus()

    def _button(
        self, words: str, act: Callable[[], object], icon: Icon, *, primary: bool = False
    ) -> Button:
        kind = ButtonKind.PRIMARY if primary else ButtonKind.SECONDARY
        return Button(words, lambda: act(), kind=kind, icon=icon, size=_SMALL)

    # the measures

    def _measures_card(self) -> Card:
        card = Card(self.tr("Tiltak"), icon=Icon.DEBT, flush=True)
        if not self.measures:
            self.list.setParent(card)
            self.list.hide()
            if self.case.closed_on is not None:
                none = self.tr("Ingen tiltak ble ført inn før saken ble avsluttet.")
                card.add(EmptyState(self.tr("Ingen tiltak"), none, drawing=False))
                self.new_button.setParent(card)
                self.new_button.hide()
                return card
            card.add(
                EmptyState(
                    self.tr("Ingen tiltak ennå"),
                    self.tr(
                        "Begynn med det som gir mer å leve av, som bostøtte. Deretter kommer trekk,"
                        " refinansiering og avtaler om gjelda."
                    ),
                    primary=self.new_button,
                    drawing=False,
                )
            )
            return card
        waits = sum(each.answer_by is not None for each in self.measures)
        card.set_count(len(self.measures))
        card.set_fact(self.tr("{} venter på svar").format(waits) if waits else "")
        self.list.set_rows([self._row(each) for each in self._ordered()])
        self.list.select_end(last=False)
        correct = self._button(self.tr("Rett det valgte …"), self.correct, Icon.EDIT)
        card.add(button_line(self.new_button, correct, inset=True), self.list)
        return card

    def _ordered(self) -> list[DebtMeasure]:
        """What waits for an answer first, then what runs, then what is over."""
        return sorted(self.measures, key=_order)

    def _row(self, measure: DebtMeasure) -> Row:
        today, by = self.office.clock.today(), measure.answer_by
        late = by is not None and by < today
        further = bool(self.office.debt_measures.next_states(measure))
        return Row(
            measure.id,
            measure_title(measure),
            measure_words(measure),
            state_chip(measure),
            when=day(by) if by else "",
            how_long=until(today, by) if by else "",
            paragraph=self.tr("svar ventes") if by else "",
            tone=Tone.RED if late else None,
            action=self.tr("Før videre") if further else "",
        )

    def _open(self, key: object) -> None:
        found = next((each for each in self.measures if each.id == key), None)
        if found is not None and self.office.debt_measures.next_states(found):
            self.dialogs.move(found)

    def correct(self) -> None:
        """Put the chosen one right."""
        row = self.list.current
        found = next((e for e in self.measures if row is not None and e.id == row.key), None)
        if found is not None:
            self.dialogs.correct(found)

    # a settlement

    def _way(self, measure: DebtMeasure) -> Card:
        card = Card(self.tr("Gjeldsordning hos namsfogden"), icon=Icon.NEXT_STEPS)
        measures = self.office.debt_measures
        days, usual = measures.days_of(measure), measures.lengths()
        way = stops(measure, days, usual, self.office.clock.today())
        card.add(Rail(card.title.text(), way))
        card.body.addStretch(1)
        return card

    def _duties(self, measure: DebtMeasure) -> Card:
        card = Card(self.tr("Dette må personen gjøre"), icon=Icon.WARNING)
        rent = self.office.debt_measures.rent_since(measure)
        if rent is not None:
            late = bool(rent.unpaid)
            then = self.tr("Utsettelsen gjelder ikke husleie som løper. Ta kontakt nå.")
            card.add(
                Callout(
                    ChipKind.URGENT if late else ChipKind.OK,
                    rent_words(rent),
                    then if late else "",
                )
            )
        for duty in DebtorDuty:
            card.add(Label(f"• {word(duty)}.", Type.BODY, wrap=True))
        card.body.addStretch(1)
        return card

    # before an application

    def _terms(self) -> Card:
        terms = self.office.debt_measures.terms(self.case.id)
        fact = self.tr("gått gjennom {}").format(day(terms.since)) if terms else ""
        asked = self._asked()
        title = self.tr("Vilkårene for gjeldsordning")
        title = self.tr("Kan det søkes gjeldsordning?") if asked is None else title
        card = Card(title, icon=Icon.RULES, fact=fact)
        found = self.office.debt_measures.findings(self.case.id)
        if terms is None:
            words = self.tr("Ingen har gått gjennom vilkårene ennå. Gjør det før dere søker.")
            if asked is not None:
                words = self.tr("Ingen har gått gjennom dem her. Søknaden er fra {}.")
                words = words.format(day(asked))
            card.add(Label(words, Type.BODY, Token.TEXT2, wrap=True))
            found = tuple(each for each in found if each.finding.against)
        elif not found:
            card.add(Label(self.tr("Vi har ikke funnet noe som taler imot."), Type.BODY, wrap=True))
        for each in found:
            kind = ChipKind.SOON if each.finding.against else ChipKind.UNKNOWN
            card.add(Callout(kind, f"{finding_words(each)}."))
        if asked is None:
            words = self.tr("Alle kan søke. Namsfogden avgjør.")
            card.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        card.body.addStretch(1)
        card.add(button_line(self.terms_button))
        return card

    def _asked(self) -> date | None:
        """The day a settlement was asked for; None before that."""
        settlement = self.office.debt_measures.settlement(self.case.id)
        return None if settlement is None else settlement.since(DebtMeasureState.ASKED)

    def _overview(self) -> Card:
        card = Card(self.tr("Oversikt til namsfogden"), icon=Icon.DOCUMENT)
        words = self.tr(
            "Husstand, inntekter, utgifter, eiendeler og gjeld på ett sted. Den sier også hva som"
            " mangler. Personen skriver under og legger den ved søknaden."
        )
        card.add(Label(words, Type.BODY, wrap=True))
        card.body.addStretch(1)
        card.add(button_line(self.overview_button))
        return card


def _order(measure: DebtMeasure) -> tuple[bool, bool, str, int]:
    by = measure.answer_by
    return (not measure.open, by is None, by.isoformat() if by else "", measure.id)
