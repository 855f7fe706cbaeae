"""Talks with those who are followed up: held, tried in vain, promised, and for Nav alone."""

from datetime import timedelta
from functools import partial

from app.core.ids import PersonId, Ref
from app.demo import phrases
from app.demo.followup_people import Caseload
from app.demo.story import Steps, Story
from app.followup.contact_notes.model import (
    ContactChannel,
    ContactNoteDraft,
    ContactOutcome,
    LogReceiver,
)
from app.followup.levels.model import HelpLevel
from app.letters.model import Channel

SILENT = 3
"""How many on level 4 nobody has spoken with for too long."""
MISSED, CANCELLED, PROMISED, FOR_NAV = 21, 24, (26, 27, 28), 30
"""Which of those with a plan these are."""
_C, _O = ContactChannel, ContactOutcome
OFTEN = 10
"""One who is spoken with often, and asked for what is written down."""
_VISITS = (
    (30, (_C.PHONE, "Fortalte at det er vanskelig å sove. Vi avtalte et besøk.")),
    (26, (_C.HOME_VISIT, "Gikk gjennom posten sammen. Tre regninger er betalt.")),
    (19, (_C.IN_PERSON, "Vil ha hjelp av psykisk helse og rus. Vi snakket om samtykke.")),
)
_TRIED = (10, 7, 3)
_MESSAGE = "Ring meg gjerne på 00 00 00 00 når det passer."
_TALKS = (
    "Snakket om husleien. Trekket er i gang.",
    "Var på besøk. Det var ryddig og varmt.",
    "Ringte om strømavtalen. Ordner det selv denne uken.",
    "Møtte på kontoret. Vil gjerne ha fast tid framover.",
)


def steps(story: Story, load: Caseload) -> Steps:
    """From the round of calls to the newest promise."""
    return [
        *((ago, partial(_visit, story, load, *said)) for ago, said in _VISITS),
        (12, partial(_round, story, load)),
        *((ago, partial(_in_vain, story, load, at)) for at, ago in enumerate(_TRIED)),
        (6, partial(_cancelled, story, load)),
        (5, partial(_promises, story, load)),
        (5, partial(_for_nav, story, load)),
        (3, partial(_log, story, load)),
    ]


def _write(story: Story, person: PersonId, draft: ContactNoteDraft) -> None:
    story.office.contact_notes.add(person, draft)


def _visit(story: Story, load: Caseload, channel: ContactChannel, words: str) -> None:
    draft = ContactNoteDraft(story.now, channel, _O.REACHED, words)
    _write(story, load.made[OFTEN][0].person, draft)


def _round(story: Story, load: Caseload) -> None:
    """Nearly everyone was spoken with; a few on level 4 were not."""
    for one, _ in load.made:
        if one.level is HelpLevel.LASTING_SERVICES and one.at // 6 < SILENT:
            continue
        day = story.now - timedelta(days=one.at % 5)
        channel = (_C.PHONE, _C.HOME_VISIT)[one.at % 2]
        words = _TALKS[one.at % len(_TALKS)]
        _write(story, one.person, ContactNoteDraft(day, channel, _O.REACHED, words))


def _in_vain(story: Story, load: Caseload, at: int) -> None:
    """Rung, written to and called on, three times in a row (D10)."""
    channel, words = (
        (_C.PHONE, "Ringte kl. 10. Ingen svarte."),
        (_C.SMS, f"Sendte melding: «{_MESSAGE}» Ikke noe svar."),
        (_C.HOME_VISIT, "Banket på. Ingen åpnet. La igjen en lapp."),
    )[at]
    person = load.made[MISSED][0].person
    _write(story, person, ContactNoteDraft(story.now, channel, _O.NOT_REACHED, words))


def _cancelled(story: Story, load: Caseload) -> None:
    words = "Ringte og sa fra at det ikke passet. Vi finner en ny tid."
    ahead = story.today + timedelta(days=6)
    draft = ContactNoteDraft(story.now, _C.PHONE, _O.CANCELLED_BY_PERSON, words, ahead)
    _write(story, load.made[CANCELLED][0].person, draft)


def _promises(story: Story, load: Caseload) -> None:
    """We said we would ring again: one today, the others later."""
    for which, at in enumerate(PROMISED):
        draft = ContactNoteDraft(
            story.now,
            _C.IN_PERSON,
            _O.AGREED_NEW,
            "Vi går gjennom brevene sammen neste gang.",
            story.today + timedelta(days=5 * which),
        )
        _write(story, load.made[at][0].person, draft)


def _for_nav(story: Story, load: Caseload) -> None:
    """What Nav told of its own work is read by Nav alone (A3)."""
    words = "Nav har bedt om flere papirer i saken om arbeidsavklaring."
    draft = ContactNoteDraft(story.now, _C.MEETING, _O.REACHED, words, nav_only=True)
    _write(story, load.made[FOR_NAV][0].person, draft)


def _log(story: Story, load: Caseload) -> None:
    """Everyone may see what is written of them (PV-04)."""
    person = load.made[OFTEN][0].person
    story.office.contact_logs.issue(person, LogReceiver.PERSON)
    story.post(Ref("person", person), Channel.DELIVERED_BY_HAND, phrases.HANDED)
