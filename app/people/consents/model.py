"""What a person agrees to, with whom and until when."""

from datetime import date
from enum import StrEnum

from app.core.ids import PersonId
from app.core.records import dataclass


class ConsentScope(StrEnum):
    """What the person agrees to (PV-02)."""

    FETCH_INCOME = "fetch_income"
    FETCH_NAV = "fetch_nav"
    TALK_WITH_HEALTH = "talk_with_health"
    TALK_WITH_NAV = "talk_with_nav"
    TALK_WITH_LANDLORD = "talk_with_landlord"
    TALK_WITH_OTHERS = "talk_with_others"
    JOINT_MEETING = "joint_meeting"
    MAKE_INDIVIDUAL_PLAN = "make_individual_plan"
    SHARE_PLAN = "share_plan"
    CONTACT_EARLY = "contact_early"
    SHARE_CREDITORS = "share_creditors"


# what the application form asks about; the others are asked about when help has begun
APPLICATION_SCOPES = (
    ConsentScope.FETCH_INCOME,
    ConsentScope.FETCH_NAV,
    ConsentScope.TALK_WITH_HEALTH,
    ConsentScope.TALK_WITH_LANDLORD,
    ConsentScope.TALK_WITH_OTHERS,
    ConsentScope.JOINT_MEETING,
)

# what is asked about when somebody wants advice on debt (GJ-01)
ADVICE_SCOPES = (
    ConsentScope.SHARE_CREDITORS,
    ConsentScope.TALK_WITH_NAV,
    ConsentScope.FETCH_INCOME,
    ConsentScope.TALK_WITH_LANDLORD,
)


@dataclass(frozen=True, slots=True, repr=False)
class Consent:
    """What a person agrees to, with whom, from a day until a day or until withdrawn."""

    person: PersonId
    scope: ConsentScope
    since: date
    until: date | None = None
    body: str = ""
    withdrawn_on: date | None = None
    id: int = 0

    def holds(self, day: date) -> bool:
        """Whether it can be leaned on that day; from the day it is withdrawn it can not."""
        ended = self.until is not None and day > self.until
        withdrawn = self.withdrawn_on is not None and day >= self.withdrawn_on
        return self.since <= day and not ended and not withdrawn
