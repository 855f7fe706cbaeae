"""The left side of the card: who they are, how to reach them, where, and under which numbers."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import PersonId
from app.people.model import Address, AddressProtection, Household, Person, ReachedBy, Role
from ui.household.facts import HIDDEN, address_words, living, member_words, number_words
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts, clear
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import day, title_word


class Verb(Enum):
    """What can be done from the card; the value is the button's words."""

    CORRECT = "Rett"
    NEW_NUMBER = "Nytt nummer …"
    NEW_ADDRESS = "Ny adresse …"
    SHOW_ADDRESS = "Vis med grunn …"
    FOUND = "Lag husstand …"
    MOVE_IN = "Flytt inn …"
    MOVE_OUT = "Flytt ut …"
    CONFIDENTIAL = "Sett fortrolig …"
    LIFT = "Opphev sperren …"
    SHIELD = "Skjerm …"
    JOIN = "Slå sammen …"
    NOTE = "Nytt notat …"
    ACCOUNT = "Skriv ut"
    ACCESS = "Innsyn …"


LINK_EDGE = 6  # the card's margin less the room inside a quiet button

Act = Callable[[Verb], object]


def link(verb: Verb, act: Act) -> Button:
    """A quiet button for a verb."""
    button = Button(verb.value, lambda: act(verb), kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    button.setObjectName(verb.name)
    return button


def _links(card: Card, verbs: Sequence[Verb], act: Act) -> None:
    """Verbs at the card's foot; their words line up with the text above."""
    foot = QVBoxLayout()
    foot.setContentsMargins(fonts.px(LINK_EDGE), 0, 0, fonts.px(8))
    foot.setSpacing(0)
    for verb in verbs:
        foot.addWidget(link(verb, act), 0, Qt.AlignmentFlag.AlignLeft)
    outer = card.layout()
    if isinstance(outer, QVBoxLayout):
        outer.addLayout(foot)
        margins = card.body.contentsMargins()
        card.body.setContentsMargins(margins.left(), margins.top(), margins.right(), fonts.px(4))


def members_card(
    household: Household | None, today: date, open_person: Callable[[PersonId], object], act: Act
) -> Card:
    """Those who live together; Enter opens one of them."""
    card = Card("Husstanden", icon=Icon.PEOPLE, flush=household is not None)
    if household is None:
        card.add(
            Label(
                "Ingen husstand er registrert. Lag en når du vet hvem som skal bo sammen.",
                Type.HELP,
                Token.TEXT2,
                wrap=True,
            )
        )
        _links(card, (Verb.FOUND,), act)
        return card
    members = living(household, today)
    rows = RowList("Husstanden", Shape.TIMELINE, whole=True)
    rows.set_rows(
        [
            Row(
                member.person,
                member.name,
                member_words(member, today),
                icon=Icon.CHILD if member.role is Role.CHILD else Icon.PERSON,
            )
            for member in members
        ]
    )
    rows.activated_key.connect(open_person)
    card.add(rows)
    verbs = (Verb.MOVE_IN, Verb.MOVE_OUT) if members else (Verb.MOVE_IN,)
    _links(card, verbs, act)
    return card


def contact_card(person: Person, act: Act) -> Card:
    """How to reach the person, and in which language."""
    card = Card("Kontakt", icon=Icon.CALL, link=link(Verb.CORRECT, act))
    card.add(
        Facts(
            [
                Fact("Telefon", person.phone),
                Fact("E-post", person.email),
                Fact("Vil helst nås på", _way(person)),
                Fact("Brev på", title_word(person.language)),
                Fact("Tolk", person.interpreter_language),
            ]
        )
    )
    if person.note:
        card.add(Label(person.note, Type.HELP, wrap=True))
    return card


def _way(person: Person) -> str:
    """Only what somebody has asked for is told."""
    return "" if person.reached_by is ReachedBy.ANY else title_word(person.reached_by)


def address_card(person: Person, *, hidden: bool, shown: Address | None, act: Act) -> Card:
    """Where post reaches them; nothing of it while it is hidden."""
    level = person.protection
    card = Card("Adresse", icon=Icon.HOME)
    if level is not AddressProtection.NONE:
        card.body.addWidget(
            ChipLabel(Chip(ChipKind.PROTECTED, title_word(level))), 0, Qt.AlignmentFlag.AlignLeft
        )
    strict = level is AddressProtection.STRICTLY_CONFIDENTIAL
    address = shown if hidden else person.address
    words = address_words(address) or (HIDDEN if hidden or strict else "")
    facts = [Fact("Postadresse", words)]
    if address is not None:
        facts.append(Fact("Fra og med", day(address.since)))
    card.add(Facts(facts))
    if strict:
        card.add(
            Label(
                "Adressen skal ikke stå i registeret. Den ligger på papir.",
                Type.HELP,
                Token.TEXT2,
                wrap=True,
            )
        )
    _links(card, _address_verbs(level, hidden=hidden, shown=shown is not None), act)
    return card


def _address_verbs(level: AddressProtection, *, hidden: bool, shown: bool) -> list[Verb]:
    if level is AddressProtection.STRICTLY_CONFIDENTIAL:
        return [Verb.LIFT]
    verbs = [Verb.SHOW_ADDRESS] if hidden and not shown else []
    verbs.append(Verb.NEW_ADDRESS)
    confidential = level is AddressProtection.CONFIDENTIAL
    verbs.append(Verb.LIFT if confidential else Verb.CONFIDENTIAL)
    return [*verbs, Verb.SHIELD]


def numbers_card(person: Person, act: Act) -> Card:
    """The number that holds, and those that did; all masked."""
    card = Card("Nummer", icon=Icon.RECOVERY, link=link(Verb.NEW_NUMBER, act))
    facts = [Fact("Fødselsdato", day(person.birth_date))]
    facts.append(Fact("Gjelder nå", number_words(person)))
    facts += [
        Fact(f"Til {day(known.until)}", known.number.mask())
        for known in person.numbers
        if known.until is not None
    ]
    card.add(Facts(facts))
    return card


class CardColumn(QWidget):
    """Cards below each other, made anew when anything in them has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(fonts.px(12))

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Show other cards."""
        clear(self._column)
        for card in cards:
            self._column.addWidget(card)
        self._column.addStretch(1)
