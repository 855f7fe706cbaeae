"""What other units do for some, what lets the office know it, and a case that is handed over."""

from datetime import timedelta
from functools import partial

from app.core.ids import PersonId, Ref, ServiceUnitId
from app.demo import phrases
from app.demo.followup_people import Caseload
from app.demo.followup_talks import OFTEN
from app.demo.story import Steps, Story
from app.followup.consent_forms.model import ConsentAsk, ConsentFormDraft
from app.followup.owners.model import NotePrint, OwnerDraft
from app.followup.services.model import BasisDraft, ContactDraft, KnownBy, ServiceDraft
from app.letters.model import Channel
from app.people.consents.model import Consent, ConsentScope

HELPED = tuple(range(40, 50))
"""Which of those with a plan have services from other units."""
ENDED, OLD, FOR_NAV = HELPED[7], HELPED[3], HELPED[6]
"""Where what was leaned on has ended, a contact was made sure of long ago, Nav alone may read."""
_HEALTH, _NAV, _HOME = "mental_health_and_substance_use", "nav", "home_services"
_SCOPES = {_HEALTH: ConsentScope.TALK_WITH_HEALTH, _NAV: ConsentScope.TALK_WITH_NAV}
_SERVICES = (
    (_HEALTH, "Samtale annenhver uke", "Aud Demoberg", "miljøterapeut", "00 00 00 12"),
    (_NAV, "Økonomisk rådgivning", "Ola Testberg", "veileder", "00 00 00 21"),
    (_HOME, "Praktisk hjelp, en gang i uken", "Team hjemme øst", "primærkontakt", "00 00 00 13"),
)
_LONG_AGO = timedelta(days=420)


def steps(story: Story, load: Caseload) -> Steps:
    """Agreed to, known of, handed over."""
    return [
        (20, partial(_services, story, load)),
        (18, partial(_ask, story, load)),
        (11, partial(_hand_over, story, load)),
        (9, partial(_ends_soon, story, load)),
    ]


def _units(story: Story) -> dict[str | None, ServiceUnitId]:
    return {unit.code: unit.id for unit in story.office.service_units.all()}


def _services(story: Story, load: Caseload) -> None:
    """One unit for each, two for every third."""
    for at in HELPED:
        person = load.made[at][0].person
        for which in range(1 + (at % 3 == 0)):
            _service(story, at, person, (at + which) % len(_SERVICES))


def _service(story: Story, at: int, person: PersonId, which: int) -> None:
    """With whom to ring there, on a consent, or on the municipality's own vedtak."""
    given, (code, what, name, post, phone) = story.office.services_given, _SERVICES[which]
    unit, since = _units(story)[code], story.now - timedelta(days=30)
    basis = _basis(story, at, person, code)
    vedtak = f"{since.year}/{2000 + at}" if code == _HOME else ""
    nav_only = code == _NAV and at == FOR_NAV
    given.add(person, ServiceDraft(unit, what, vedtak, nav_only, since), basis)
    began = story.now - _LONG_AGO if at == OLD else story.now
    given.add_contact(person, ContactDraft(unit, name, post, phone, began))


def _basis(story: Story, at: int, person: PersonId, code: str) -> BasisDraft:
    if code not in _SCOPES:
        until = story.today - timedelta(days=6) if at == ENDED else None
        words = "Kommunens eget vedtak om praktisk hjelp"
        return BasisDraft(KnownBy.OWN_TASK, words=words, until=until)
    return BasisDraft(KnownBy.CONSENT, consent=_agrees(story, person, _SCOPES[code]))


def _agrees(story: Story, person: PersonId, scope: ConsentScope, body: str = "") -> int:
    until = story.office.services_given.consent_end(story.now)
    return story.office.consents.add(Consent(person, scope, story.now, until, body))


def _ask(story: Story, load: Caseload) -> None:
    """The form is printed, read together and signed on the spot (PV-02)."""
    person = load.made[OFTEN][0].person
    asks = (
        ConsentAsk(ConsentScope.TALK_WITH_HEALTH, "psykisk helse og rus"),
        ConsentAsk(ConsentScope.SHARE_PLAN, "psykisk helse og rus"),
        ConsentAsk(ConsentScope.CONTACT_EARLY, "søsteren min"),
    )
    until = story.office.services_given.consent_end(story.now)
    story.office.consent_forms.issue(person, ConsentFormDraft(asks, until))
    for ask in asks:
        _agrees(story, person, ask.scope, ask.body)


def _hand_over(story: Story, load: Caseload) -> None:
    """Another unit owns the case from now on, with a note on what it must know (D7)."""
    office, person = story.office, load.made[OFTEN][0].person
    draft = OwnerDraft(_units(story)[_HEALTH], "Aud Demoberg", "00 00 00 12")
    reason = "Samtalene om søvn og helse er det viktigste nå."
    office.owners.hand_over(person, draft, story.now, reason)
    urgent = "Neste besøk er avtalt. Strømregningen forfaller i slutten av måneden."
    office.handover_notes.issue(person, NotePrint(urgent))
    story.post(Ref("person", person), Channel.DELIVERED_BY_HAND, phrases.HANDED)


def _ends_soon(story: Story, load: Caseload) -> None:
    """One has said yes to a short sharing, which soon is over."""
    person, until = load.made[4][0].person, story.today + timedelta(days=20)
    scope = ConsentScope.TALK_WITH_HEALTH
    story.office.consents.add(Consent(person, scope, story.now, until, "Psykisk helse og rus"))
