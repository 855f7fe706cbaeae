"""Whether the plan may follow to the unit that takes a case over (A3, P6, SOT-10). Pure."""

from collections.abc import Iterable

from app.core.order import search_words
from app.people.consents.model import Consent, ConsentScope
from app.settings.units.model import ServiceUnit

NAV = "nav"
HEALTH = frozenset(
    {
        "allocation_team",
        "home_services",
        "mental_health_and_substance_use",
        "activity_and_assistance",
        "habilitation",
        "rehabilitation",
    }
)


def may_follow(consents: Iterable[Consent], unit: ServiceUnit) -> bool:
    """Whether a consent that holds lets this unit have the plan."""
    return any(_carries(each, unit) for each in consents)


def _carries(consent: Consent, unit: ServiceUnit) -> bool:
    if consent.scope is ConsentScope.TALK_WITH_NAV:
        return unit.code == NAV
    if consent.scope is ConsentScope.TALK_WITH_HEALTH:
        return unit.code in HEALTH
    if consent.scope is not ConsentScope.SHARE_PLAN:
        return False
    body, name = search_words(consent.body), search_words(unit.draft.name)
    return not body or name in body or body in name
