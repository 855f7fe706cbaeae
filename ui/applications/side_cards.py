"""What stands beside one application: its clock, its household, its vedtak and letters."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.applications.model import Application
from app.core.errors import NotFound
from app.core.ids import Ref
from app.letters.model import DocumentState
from app.office import Office
from app.people.model import Member, Presence
from ui.applications.cases_card import cases_card
from ui.applications.clock_card import frister_card
from ui.applications.criteria_card import criteria_card
from ui.applications.discharge_card import discharge_card
from ui.applications.speakers_card import speakers_card
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts
from ui.kit.chips import Tone
from ui.kit.icons import Icon
from ui.labels import day, title_word, word
from ui.navigation import Navigator, PageId


def household_card(office: Office, navigator: Navigator, known: Application) -> Card:
    """Who shall live there, and the way to the household's own page."""
    open_it = Button(
        "Åpne",
        lambda: navigator.open_ref(Ref("person", known.applicant)),
        kind=ButtonKind.QUIET,
        size=ButtonSize.SMALL,
        icon=Icon.OPEN,
    )
    open_it.setAccessibleName("Åpne husstanden")
    card = Card("Husstand", icon=Icon.PEOPLE, link=open_it)
    members = office.people.household(known.household).members
    here = [member for member in members if member.until is None]
    card.add(Facts([Fact(member.name, _member_words(member)) for member in here]))
    return card


def _member_words(member: Member) -> str:
    words = title_word(member.role)
    if member.presence is not Presence.LIVES_HERE:
        words = f"{words}, {word(member.presence)}"
    return f"{words}, {member.birth_date.year}" if member.birth_date else words


def vedtak_card(office: Office, navigator: Navigator, known: Application) -> Card | None:
    """The vedtak on it, each with the way to it; nothing when there is none."""
    rows = office.decisions.rows(known.id)
    if not rows:
        return None
    card = Card("Vedtak", icon=Icon.DOCUMENT)
    for row in rows:
        when = day(row.issued_on) if row.issued_on else "utkast"
        name = f"{row.number} · {title_word(row.result) if row.issued_on else 'Utkast'}"
        button = Button(
            name,
            partial(navigator.open_ref, Ref("vedtak", row.id)),
            size=ButtonSize.SMALL,
            icon=Icon.OPEN,
        )
        button.setAccessibleName(f"Åpne vedtak {row.number}, {when}")
        card.add(button)
    return card


def letters_card(office: Office, navigator: Navigator, known: Application) -> Card | None:
    """Letters on it and where each stands; nothing when there is none."""
    refs = [Ref("application", known.id)]
    refs += [Ref("vedtak", row.id) for row in office.decisions.rows(known.id)]
    found = [letter for ref in refs for letter in office.letters.of(ref)]
    if not found:
        return None
    link = Button(
        "Gå til «Brev»",
        lambda: navigator.open(PageId.LETTERS),
        kind=ButtonKind.QUIET,
        size=ButtonSize.SMALL,
    )
    card = Card("Brev", icon=Icon.LETTER, link=link)
    facts = []
    for row in found:
        sent = f"\u00a0{day(row.sent_on)}" if row.sent_on else ""
        waits = row.state is DocumentState.FINISHED
        words = "Ikke sendt" if waits else title_word(row.state)
        facts.append(
            Fact(
                title_word(row.kind),
                f"{words}{sent}",
                Tone.AMBER if waits else None,
            )
        )
    card.add(Facts(facts))
    return card


def side_cards(office: Office, navigator: Navigator, known: Application) -> tuple[QWidget, ...]:
    """All that has something to say, the deadline first."""
    cards: list[Card | None] = []
    try:
        clock = office.answers.clock_of(known.id)
    except NotFound:
        clock = None
    if clock is not None and (known.state.open or clock.decision_days is not None):
        cards.append(frister_card(navigator, known, clock, office.clock.today()))
    cards += [
        discharge_card(office, navigator, known),
        cases_card(office, navigator, known),
        criteria_card(office, navigator, known),
        vedtak_card(office, navigator, known),
        letters_card(office, navigator, known),
        household_card(office, navigator, known),
        speakers_card(office, navigator, known),
    ]
    return tuple(card for card in cards if card is not None)
