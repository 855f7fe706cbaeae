"""A person in the list of those who are followed up, with all that the list shows."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import PersonId
from app.core.records import dataclass
from app.followup.contact_notes.model import ContactStanding
from app.followup.levels.model import HelpLevel, LevelOn
from app.followup.owners.model import Owner
from app.followup.plans.model import PlanRow
from app.people.model import AddressProtection


class FollowupSet(StrEnum):
    """A part of the list that is asked for by itself."""

    MINE = "mine"
    HIGH_LEVELS = "high_levels"
    WITHOUT_PLAN = "without_plan"
    TO_EVALUATE = "to_evaluate"
    LATE_MEASURES = "late_measures"
    SILENT = "silent"
    WITHOUT_OWNER = "without_owner"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True)
class FollowupRow:
    """One person: what is agreed, who answers for it, and what waits.

    `silent` when nobody has spoken with them for longer than their level lets pass; `late` and
    `to_evaluate` count measures; `assessed_on` is the day of the last needs assessment.
    """

    person: PersonId
    name: str = field(repr=False)
    protection: AddressProtection = AddressProtection.NONE
    level: LevelOn | None = None
    owner: Owner | None = field(default=None, repr=False)
    unit: str = ""
    plan: PlanRow | None = field(default=None, repr=False)
    contact: ContactStanding | None = None
    silent: bool = False
    late: int = 0
    to_evaluate: int = 0
    assessed_on: date | None = None

    @property
    def number(self) -> HelpLevel:
        """The level; who has none manages alone."""
        return self.level.level if self.level is not None else HelpLevel.MANAGES_ALONE
