"""What the fields of the intake hold, as a request."""

from collections.abc import Iterator, Mapping
from datetime import date

from app.applications.intake.model import Representative, RepresentativeKind
from app.applications.model import Channel, ReferredBy
from app.core.ids import PersonId
from app.debt.model import AcuteScreen, DebtCase, DebtTopic, RequestDraft, Screened
from app.people.consents.model import Consent, ConsentScope
from ui.asking import Values, a_day, chosen, text
from ui.new_person import new_person

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
        new_person=None if isinstance(person, int) else new_person(values),
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
