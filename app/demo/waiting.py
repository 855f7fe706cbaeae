"""Those who wait for a dwelling: the list as it was taken over when the register was made."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from app.applications.model import (
    ApplicationDraft,
    ApplicationState,
    Channel,
    NeedCategory,
    OtherMember,
    ReferredBy,
    TargetGroup,
)
from app.demo.crowd import Crowd
from app.demo.stock import PLACE, POSTAL_CODE
from app.people.model import Address, AddressProtection, PersonDraft, Role

_STREETS = ("Lyngvegen", "Øvre Åsveg", "Bekkefaret", "Sæterstien", "Nordbygata", "Skogfaret")
_HEALTH = (ReferredBy.MENTAL_HEALTH_SERVICE, ReferredBy.HOSPITAL, ReferredBy.ALLOCATION_TEAM)
_REFERRED = {
    TargetGroup.MENTAL_HEALTH: _HEALTH,
    TargetGroup.SUBSTANCE_USE: (*_HEALTH, ReferredBy.CORRECTIONAL_SERVICE, ReferredBy.NAV),
    TargetGroup.FAMILY_WITH_CHILDREN: (ReferredBy.SELF, ReferredBy.NAV, ReferredBy.CHILD_WELFARE),
    TargetGroup.DISADVANTAGED_OTHER: (ReferredBy.SELF, ReferredBy.NAV, ReferredBy.RELATIVE),
}
NEEDS = (
    (NeedCategory.WITH_FRIENDS_OR_FAMILY, "Bor på sofaen hos en bror."),
    (NeedCategory.WITH_FRIENDS_OR_FAMILY, "Bor hos venner, på tredje måneden."),
    (NeedCategory.EMERGENCY_OR_TEMPORARY, "Bor i campinghytte på døgnpris."),
    (NeedCategory.DISCHARGE_NO_HOME, "Skrives ut fra behandling om seks uker."),
    (NeedCategory.NO_VALID_LEASE, "Leier et rom uten kontrakt."),
    (NeedCategory.HOUSING_COST_TOO_HIGH, "Husleien er høyere enn trygden tåler."),
    (NeedCategory.POOR_STANDARD, "Leiligheten har fukt og mugg."),
    (NeedCategory.STRAINED_ENVIRONMENT, "Bor i en oppgang med mye bråk om natten."),
    (NeedCategory.TOO_SMALL, "Tre personer deler ett soverom."),
)


def taken_over(
    group: TargetGroup, rng: Random, crowd: Crowd, today: date, protection: AddressProtection
) -> ApplicationDraft:
    """One who was granted a dwelling before the register was made, and waits for it."""
    received = today - timedelta(days=rng.randint(130, 560))
    granted = received + timedelta(days=rng.randint(18, 60))
    draft = application(group, rng, crowd, received, protection)
    return replace(draft, state=ApplicationState.GRANTED_WAITING, state_since=granted)


def application(
    group: TargetGroup,
    rng: Random,
    crowd: Crowd,
    received: date,
    protection: AddressProtection = AddressProtection.NONE,
) -> ApplicationDraft:
    """A new application; nothing tells where someone strengt fortrolig lives (ADR-02)."""
    strict = protection is AddressProtection.STRICTLY_CONFIDENTIAL
    where = None if strict else _address(rng, received)
    applicant = crowd.adult(20, 62, address=where, protection=protection)
    others = _family(applicant, rng, crowd) if group is TargetGroup.FAMILY_WITH_CHILDREN else ()
    need, told = rng.choice(NEEDS if others else NEEDS[:-1])
    return ApplicationDraft(
        applicant=applicant,
        received_on=received,
        channel=rng.choice((Channel.PAPER_FORM, Channel.WEB_FORM, Channel.IN_PERSON)),
        referred_by=rng.choice(_REFERRED[group]),
        others=others,
        group=group,
        needs=frozenset({need}),
        present_housing="" if strict else told,
        bedrooms=min(1 + len(others), 4),
        accessible=rng.random() < 0.1,
    )


def from_reception(draft: ApplicationDraft) -> ApplicationDraft:
    """One who is settled by agreement with the state."""
    return replace(
        draft,
        referred_by=ReferredBy.IMDI,
        needs=frozenset({NeedCategory.RECEPTION_BEYOND_TARGET}),
        present_housing="Bor i mottak og har fått oppholdstillatelse.",
    )


def _address(rng: Random, since: date) -> Address:
    return Address(f"{rng.choice(_STREETS)} {rng.randint(1, 90)}", POSTAL_CODE, PLACE, since=since)


def _family(applicant: PersonDraft, rng: Random, crowd: Crowd) -> tuple[OtherMember, ...]:
    name = applicant.family_name
    children = tuple(OtherMember(crowd.child(name), Role.CHILD) for _ in range(rng.randint(1, 3)))
    if rng.random() < 0.4:
        return (OtherMember(crowd.adult(22, 50), Role.CO_APPLICANT), *children)
    return children
