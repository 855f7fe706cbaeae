"""What stops a case, and what is best to do next, as values for the page."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.money import Ore
from app.evictions.model import NOTHING, EvictionCase


class BestStep(StrEnum):
    """What may be done for one whose home is at risk."""

    CALL = "call"
    CHILDREN = "children"
    COMMENT = "comment"
    SOCIAL_ASSISTANCE = "social_assistance"
    INSTALMENTS = "instalments"
    LANDLORD = "landlord"
    ROOF = "roof"
    COMPLAIN = "complain"
    PLAN = "plan"
    COORDINATOR = "coordinator"
    DEBT_ADVICE = "debt_advice"
    MESSAGE = "message"
    AFTERCARE = "aftercare"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence by its code, with its facts and the rule it rests on."""

    code: str
    facts: dict[str, object] = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One step, and why it stands where it stands."""

    step: BestStep
    reason: Said


@dataclass(frozen=True, slots=True)
class Situation:
    """What the advice rests on. `children` in words («To barn bor her (4 og 9 år)»).

    `owed` is what the tenancy owes today by our own books, `last_talk` the last time we spoke.
    """

    case: EvictionCase
    today: date
    children: str = ""
    owed: Ore = NOTHING
    last_talk: date | None = None
    plan: bool = False
    coordinator: bool = False
    debt_advice: bool = False
    instalments: bool = False
