"""What the fields of the intake hold, as a request."""

from collections.abc import Iterator, Mapping
from datetime import date

from app.applications.intake.model import Representative, RepresentativeKind
from app.applications.model import Channel, ReferredBy
from app.core.ids import PersonId
from app.debt.model import AcuteScreen, DebtCase, DebtTopic, RequestDraft, Screened
from app.people.consents.model import Consent, ConsentScope
from app.people.model import PersonDraft
from ui.asking import Values, a_day, chosen, text

NEW_PERSON = ("given_name", "family_name", "national_id")
QUESTIONS = ("home", "power", "children", "food")
DAYS = {"home": "home_on", "power": "power_on"}
"""The day that is asked for when the answer is yes."""

NOBODY = PersonId(0)


def draft_of(values: Values, today: date) -> RequestDraft:
    """The request as typed so far."""
    person, channel = values.get("person"), values.get("channel")
    received = a_day(values, "received_on")
    since = received or today
    return RequestDraft(
        person=PersonId(person) if isinstance(person, int) else None,
        new_person=None if isinstance(person, int) else _new_person(values),
        received_on=received,
        channel=channel if isinstance(channel, Channel) else None,
        referred_by=chosen(values, "referred_by", ReferredBy, ReferredBy.SELF),
        topics=_topics(values),
        words=text(values, "words"),
        screen=screen_of(values, since),
        consents=tuple(_consents(values, since)),
        speaker=_speaker(values, since),
        again=values.get("again") is True,
    )


def corrected(case: DebtCase, values: Values) -> RequestDraft:
    """The same request with what is put right of it."""
    channel = values.get("channel")
    return RequestDraft(
        person=case.person,
        received_on=case.received_on,
        channel=channel if isinstance(channel, Channel) else None,
        referred_by=chosen(values, "referred_by", ReferredBy, case.referred_by),
        topics=_topics(values),
        words=text(values, "words"),
    )


def screen_of(values: Values, since: date) -> AcuteScreen | None:
    """The answers of the acute screen; None where nothing was asked."""
    answers = {each: chosen(values, each, Screened, Screened.NOT_ASKED) for each in QUESTIONS}
    if set(answers.values()) == {Screened.NOT_ASKED}:
        return None
    return AcuteScreen(
        since,
        answers["home"],
        _day_of(values, "home", answers),
        answers["power"],
        _day_of(values, "power", answers),
        answers["children"],
        answers["food"],
        text(values, "screen_words"),
    )


def _day_of(values: Values, question: str, answers: Mapping[str, Screened]) -> date | None:
    """The day, where the answer is yes; the field is out of sight otherwise."""
    return a_day(values, DAYS[question]) if answers[question] is Screened.YES else None


def _topics(values: Values) -> frozenset[DebtTopic]:
    ticked = values.get("topics")
    found = ticked if isinstance(ticked, frozenset) else frozenset()
    return frozenset(each for each in found if isinstance(each, DebtTopic))


def _consents(values: Values, since: date) -> Iterator[Consent]:
    ticked = values.get("consents")
    found = ticked if isinstance(ticked, frozenset) else frozenset()
    for each in ConsentScope:
        if each in found:
            yield Consent(NOBODY, each, since, a_day(values, "consent_until"))


def _speaker(values: Values, since: date) -> Representative | None:
    name, phone = text(values, "speaker_name"), text(values, "speaker_phone")
    if not (name or phone):
        return None
    return Representative(NOBODY, RepresentativeKind.AGENT, name, since, phone=phone)


def _new_person(values: Values) -> PersonDraft | None:
    given, family, number = (text(values, name) for name in NEW_PERSON)
    if not (given or family or number):
        return None
    to_check = "" if given or family else "name_missing"
    return PersonDraft(given_name=given, family_name=family, national_id=number, to_check=to_check)


def split_name(typed: str) -> dict[str, object]:
    """What was searched for, as the fields of a new person: digits are a number."""
    digits = "".join(typed.split())
    if digits.isdigit():
        return {"given_name": None, "family_name": None, "national_id": digits}
    if typed.islower():  # a search needs no capitals, but a letter does
        typed = " ".join(word[:1].upper() + word[1:] for word in typed.split())
    given, _, family = typed.rpartition(" ")
    return {"given_name": given or None, "family_name": family or None, "national_id": None}
