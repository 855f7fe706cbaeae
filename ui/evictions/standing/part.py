"""«Saken»: days left, what stops it, children first, the next steps, and what is around it."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core import words as said_words
from app.core.ids import PersonId, Ref
from app.core.money import format_kroner
from app.debt.model import DebtTopic
from app.evictions.advice.model import BestStep, NextStep, Said
from app.evictions.model import EvictionCase, EvictionStage, LossKind
from app.office import Office
from ui.advice_words import cases_around, told_case, way_around
from ui.evictions.children_card import ChildrenCard
from ui.evictions.intake.dialog import MessageDialog
from ui.evictions.log.part import LOG
from ui.evictions.part import EvictionPart
from ui.evictions.standing.countdown import CountdownCard
from ui.evictions.standing.dialogs import CaseDialogs
from ui.evictions.standing.glance import units_card
from ui.evictions.standing.rails import home_card, money_card
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Card, Fact, Facts
from ui.kit.flow import flowing
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape
from ui.kit.side_by_side import SideBySide
from ui.kit.words import Label
from ui.labels import day, named, said, title_word, word
from ui.level_words import level_words
from ui.navigation import Navigator, PageId

UNITS, AFTERCARE = "units", "aftercare"
SHOWN = 5


def sentence(told: Said) -> str:
    """A reason in words."""
    return said_words.sentence(told.code, said(told.facts))


class StandingPart(EvictionPart):
    """What the officer sees first."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        case: EvictionCase,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(office, navigator, case, parent)
        self.dialogs = CaseDialogs(office, navigator, self, case)
        self._steps = office.eviction_advice.steps(case)
        self.steps = RowList(self.tr("Neste steg"), Shape.TODAY, whole=True)
        self.steps.activated_key.connect(self._take)
        self.verbs = tuple(
            Button(words, act, size=ButtonSize.SMALL) for words, act in self._possible()
        )
        self.add(*self._cards())

    def _cards(self) -> Iterator[QWidget]:
        """The days, then children and steps, then the tracks, then who helps and what is known."""
        live = self.case.threatened
        yield self._countdown() if live else self._ended_card()
        yield from _beside(self._children_card(), self._steps_card(), shares=(5, 6))
        if live:
            money, home = self._money_card(), home_card(self.office, self.case)
            stops = self._stops_card()
            yield from _beside(money or stops, home)
            yield from _beside(stops if money else None, self._units_card())
        else:
            yield self._units_card()
        yield from _beside(self._around_card(), self._paper_card())

    def begin(self) -> None:
        if self._steps:
            self.steps.setFocus()
        else:
            self.verbs[0].setFocus()

    # cards

    def _countdown(self) -> CountdownCard:
        """With what can be done about the days under it."""
        cases, owed = self.office.eviction_cases, self.office.eviction_advice.owed(self.case)
        comment = cases.comment_countdown(self.case)
        card = CountdownCard(self.case, cases.countdown(self.case), comment, owed)
        card.add(self._verbs())
        return card

    def _children_card(self) -> Card | None:
        if not self.office.eviction_cases.children(self.case.person):
            return None
        return ChildrenCard(self.office, self.navigator, self.case)

    def _stops_card(self) -> Card:
        card = Card(self.tr("Dette stanser saken"), icon=Icon.OK)
        for told in self.office.eviction_advice.stops(self.case):
            card.add(Label(sentence(told), Type.HELP, wrap=True))
        card.body.addStretch(1)
        return card

    def _ended_card(self) -> Card:
        card = Card(self.tr("Slik gikk det"), icon=Icon.HISTORY)
        card.add(Label(self._ended(), Type.BODY, wrap=True), self._verbs())
        return card

    def _money_card(self) -> Card | None:
        link = Button(
            self.tr("Begge spor"), self._to_tracks, kind=ButtonKind.QUIET, size=ButtonSize.SMALL
        )
        return money_card(self.office, self.case, link)

    def _units_card(self) -> Card:
        known = self.office.unit_notes.around(self.case.id)
        return units_card(self.office, known, partial(self.go, UNITS))

    def _ended(self) -> str:
        case = self.case
        words = title_word(case.outcome) if case.outcome else title_word(case.step)
        rows = self.office.eviction_cases.outcomes(case.id)
        when = self.tr("{}, {}.").format(words, day(rows[-1].since)) if rows else f"{words}."
        more = rows[-1].words if rows else ""
        return f"{when} {more.rstrip('.')}." if more else when

    def _verbs(self) -> QWidget:
        return flowing(*self.verbs)

    def _possible(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What can be done with the case where it stands."""
        case, dialogs = self.case, self.dialogs
        if self.office.eviction_cases.next_stages(case):
            yield self.tr("Nytt steg …"), dialogs.reach
        if case.threatened:
            words = self.tr("Utsett …") if case.eviction_on else self.tr("Sett dato …")
            yield words, dialogs.set_date
            if case.eviction_on:
                yield self.tr("Avlys datoen …"), dialogs.call_off
        if case.open and case.stage is not EvictionStage.CARRIED_OUT:
            yield self.tr("Avslutt saken …"), dialogs.close
        if not case.open:
            yield self.tr("Ta opp igjen …"), dialogs.reopen

    def _steps_card(self) -> Card | None:
        if not self._steps:
            self.steps.setParent(self)
            self.steps.hide()
            return None
        card = Card(self.tr("Neste steg"), icon=Icon.NEXT_STEPS, flush=True)
        self.steps.set_rows(
            [self._row(place, each) for place, each in enumerate(self._steps[:SHOWN], 1)]
        )
        card.add(self.steps)
        return card

    def _row(self, place: int, each: NextStep) -> Row:
        return Row(
            each.step,
            f"{place}. {title_word(each.step)}",
            sentence(each.reason),
            icon=_ICONS.get(each.step, Icon.NEXT_STEPS),
            action=self._way(each.step),
        )

    def _way(self, step: BestStep) -> str:
        if step is BestStep.INSTALMENTS and self.case.lease is None:
            return self.tr("Logg samtale")
        return {
            BestStep.CHILDREN: self.tr("Til enhetene"),
            BestStep.SOCIAL_ASSISTANCE: self.tr("Varsle Nav"),
            BestStep.INSTALMENTS: self.tr("Lag avtale"),
            BestStep.ROOF: self.tr("Finn opphold"),
            BestStep.PLAN: self.tr("Til planen"),
            BestStep.COORDINATOR: self.tr("Sett ansvar"),
            BestStep.STARTLAN: self.tr("Til oppfølgingen"),
            BestStep.DEBT_ADVICE: self.tr("Be om råd"),
            BestStep.MESSAGE: self.tr("Før inn mer"),
            BestStep.AFTERCARE: self.tr("Se etterpå"),
        }.get(step, self.tr("Logg samtale"))

    def _take(self, key: object) -> None:
        person = Ref("person", self.case.person)
        open_page = self.navigator.open
        if key in {BestStep.CHILDREN, BestStep.SOCIAL_ASSISTANCE}:
            self.go(UNITS)
        elif key is BestStep.AFTERCARE:
            self.go(AFTERCARE)
        elif key is BestStep.INSTALMENTS and self.case.lease is not None:
            open_page(PageId.TENANCY_ARREARS, Ref("lease", self.case.lease), "agreement")
        elif key is BestStep.ROOF:
            open_page(PageId.STAYS, person, "new")
        elif key is BestStep.DEBT_ADVICE:
            way_around(self.office, self.navigator, self.case.person, self._topic())[1]()
        elif key in {BestStep.PLAN, BestStep.STARTLAN}:
            open_page(PageId.PERSON_FOLLOWUP, person, "plan" if key is BestStep.PLAN else "")
        elif key is BestStep.COORDINATOR:
            open_page(PageId.PERSON_FOLLOWUP, person, "level")
        elif key is BestStep.MESSAGE:
            self.new_message()
        else:
            self.go(LOG)

    def new_message(self) -> MessageDialog:
        """One more message of the same case."""
        person = PersonId(self.case.person)
        dialog = MessageDialog(self.office, self.navigator, person, self.window())
        dialog.form.set_values({"joins": self.case.id} if self.case.open else {})
        dialog.open()
        return dialog

    # what is known

    def _around_card(self) -> Card:
        office, person = self.office, self.case.person
        card = Card(self.tr("Hjelp rundt personen"), icon=Icon.PEOPLE)
        owner, level = office.owners.of(person), office.levels.of(person)
        plan = office.plans.of(person)
        also = [named(each.name) for each in office.eviction_cases.also_told(person)]
        advice = cases_around(office, person)
        facts = [
            Fact(self.tr("Nivå"), level_words(level.level) if level else ""),
            Fact(self.tr("Plan"), title_word(plan.state) if plan else ""),
            Fact(self.tr("Koordinator"), owner.coordinator if owner else ""),
            Fact(self.tr("Må også få vite"), ", ".join(also)),
            *(Fact(self.tr("Økonomisk rådgivning"), told_case(each, person)) for each in advice),
        ]
        if self.case.lease is not None:
            owed = office.eviction_advice.owed(self.case)
            facts.append(Fact(self.tr("Ubetalt husleie i dag"), format_kroner(owed)))
        card.add(Facts(facts))
        words = self.tr("Til oppfølgingen")
        buttons = [Button(words, self._to_followup, size=ButtonSize.SMALL)]
        words, go = way_around(office, self.navigator, person, self._topic())
        buttons.append(Button(words, go, size=ButtonSize.SMALL))
        if self.case.lease is not None and not self.case.threatened:
            words = self.tr("Begge spor")
            buttons.append(Button(words, self._to_tracks, size=ButtonSize.SMALL))
        card.add(button_line(*buttons))
        card.body.addStretch(1)
        return card

    def _topic(self) -> DebtTopic:
        """What a request from here is about: a home that is sold was owned (GJ-05)."""
        sold = self.case.kind is LossKind.FORCED_SALE
        return DebtTopic.HOME_LOAN if sold else DebtTopic.RENT

    def _to_followup(self) -> None:
        self.navigator.open(PageId.PERSON_FOLLOWUP, Ref("person", self.case.person))

    def _to_tracks(self) -> None:
        if self.case.lease is not None:
            self.navigator.open(PageId.TENANCY_ARREARS, Ref("lease", self.case.lease), "tracks")

    def _paper_card(self) -> Card:
        case = self.case
        card = Card(self.tr("Fra meldingene"), icon=Icon.DOCUMENT)
        sender = title_word(case.sender) if case.sender else ""
        facts = [
            Fact(self.tr("Meldt av"), f"{sender}, {day(case.received_on)}" if sender else ""),
            Fact(self.tr("Saksnummer"), case.reference),
        ]
        if case.lease is None and case.kind is LossKind.EVICTION:
            facts.append(Fact(self.tr("Utleier"), case.landlord))
        if case.kind is LossKind.EVICTION:
            facts.insert(2, Fact(self.tr("Grunnlag"), word(case.ground) if case.ground else ""))
        if case.paper_reference:
            facts.append(Fact(self.tr("Papirene ligger"), case.paper_reference))
        card.add(Facts(facts))
        words = self.tr("Ny melding i saken …")
        if case.open:
            card.add(button_line(Button(words, self.new_message, size=ButtonSize.SMALL)))
        card.body.addStretch(1)
        return card


_ICONS = {
    BestStep.CALL: Icon.NOTE,
    BestStep.CHILDREN: Icon.CHILD,
    BestStep.SOCIAL_ASSISTANCE: Icon.MONEY,
    BestStep.INSTALMENTS: Icon.RENT,
    BestStep.ROOF: Icon.HOME,
    BestStep.STARTLAN: Icon.MONEY,
    BestStep.DEBT_ADVICE: Icon.DEBT,
    BestStep.LANDLORD: Icon.PEOPLE,
    BestStep.PLAN: Icon.FOLLOWUP,
    BestStep.COORDINATOR: Icon.PERSON,
    BestStep.COMMENT: Icon.NOTE,
    BestStep.COMPLAIN: Icon.DOCUMENT,
}


def _beside(*cards: QWidget | None, shares: tuple[int, ...] = ()) -> Iterator[QWidget]:
    """Those there are, side by side; one alone takes the whole width."""
    there = [card for card in cards if card is not None]
    if len(there) == 1:
        yield there[0]
    elif there:
        yield SideBySide(*there, shares=shares if len(there) == len(shares) else ())
