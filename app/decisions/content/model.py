"""What a vedtak may hold beside the answer, as closed lists (DOC-03, DOC-04, SOT-05)."""

from enum import StrEnum

from app.core.records import dataclass


class Plan(StrEnum):
    """The plan for follow-up that a grant leads to, if any."""

    NONE = "none"
    MALPLAN = "malplan"
    INDIVIDUAL_PLAN = "individual_plan"


class StartPart(StrEnum):
    """A part of the start package: what is done together at moving in."""

    LEASE_EXPLAINED = "lease_explained"
    KEYS = "keys"
    POWER = "power"
    INSURANCE = "insurance"
    BOSTOTTE = "bostotte"
    ADDRESS_CHANGE = "address_change"
    MAILBOX = "mailbox"
    HOUSE_RULES = "house_rules"
    FIRST_VISIT = "first_visit"
    RENT_DEDUCTION = "rent_deduction"


class HelpMeasure(StrEnum):
    """Individually adapted help to get or keep a home (BS-07)."""

    ECONOMY = "economy"
    FIND_DWELLING = "find_dwelling"
    BOSTOTTE = "bostotte"
    STARTLAN = "startlan"
    GUARANTEE = "guarantee"
    APPLICATIONS = "applications"
    LEASE_OR_PURCHASE = "lease_or_purchase"
    HOME_TRAINING = "home_training"
    PREVENT_EVICTION = "prevent_eviction"
    ADAPT_DWELLING = "adapt_dwelling"


@dataclass(frozen=True, slots=True, repr=False)
class Service:
    """A service granted with the dwelling: what it is to prevent, and who gives it (D2)."""

    service: str
    goal: str = ""
    unit: str = ""
    id: int = 0
