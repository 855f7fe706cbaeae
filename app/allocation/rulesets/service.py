"""The officer's verbs on the municipality's rules of allocation."""

from dataclasses import replace
from datetime import date

from app.allocation import order_store
from app.allocation.model import GroupOrder
from app.allocation.rulesets import rules, store
from app.allocation.rulesets.model import (
    AdoptedRuleSet,
    ReadySet,
    RuleSet,
    RuleSetDraft,
    RuleSetPreview,
)
from app.allocation.rulesets.prints import GuidelinesPaper, guidelines
from app.allocation.rulesets.ready import ready_sets
from app.allocation.rulesets.wording import difference
from app.applications.model import TargetGroup
from app.core.cases import CaseKind
from app.core.dated import DatedValue
from app.core.errors import Conflict, Invalid, NotFound, Problem, demand
from app.core.ids import Ref
from app.core.text import Language
from app.documents.model import Document
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

PROPOSED_FROM = date(2000, 1, 1)
"""From when the program's proposal is there; it steps aside for the first adopted set."""

_PARAMETERS = {
    "local.prelim_days": "preliminary_days",
    "local.offer_answer_days": "offer_answer_days",
    "local.valid_months": "valid_months",
}


class RuleSets:
    """Which rules hold on a day; adopt a set, see what is new in it, take it back in time."""

    def __init__(self, db: Database, settings: Settings) -> None:
        self._db = db
        self._settings = settings

    def in_force(self, on: date | None = None) -> AdoptedRuleSet:
        """The set of a day; the program's proposal, with id 0, when nobody has adopted one."""
        day = on or self._today
        return store.in_force(self._db, day) or self._proposal(day)

    def get(self, rule_set: int) -> AdoptedRuleSet:
        """One set by its id, withdrawn or not. Raises NotFound."""
        found = store.get(self._db, rule_set)
        if found is None:
            raise NotFound("rule_set_not_found")
        return found

    def all(self) -> tuple[AdoptedRuleSet, ...]:
        """Every adopted set that is not withdrawn, oldest first."""
        return store.standing(self._db)

    def _proposal(self, day: date) -> AdoptedRuleSet:
        """The defaults, with what the municipality has set one by one before."""
        parameters = self._settings.parameters
        own = {key: parameters.whole(name, day) for name, key in _PARAMETERS.items()}
        order: GroupOrder = order_store.group_order(self._db, day)
        proposal = RuleSet(
            groups=order.listed,
            preliminary_days=own["preliminary_days"],
            offer_answer_days=own["offer_answer_days"],
            valid_months=own["valid_months"],
        )
        return AdoptedRuleSet(0, proposal, PROPOSED_FROM)

    def check(self, draft: RuleSetDraft) -> tuple[Problem, ...]:
        """What is wrong with a draft, and what is only told."""
        return (
            *rules.check(draft, self._settings.parameters),
            *rules.check_time(draft, self.all(), store.oldest_open(self._db)),
        )

    def preview(self, draft: RuleSetDraft) -> RuleSetPreview:
        """The set as it would be, what is new from the set before it, and what is wrong."""
        before = self.in_force(draft.valid_from)
        adopted = AdoptedRuleSet(
            id=before.id,
            rules=draft.rules,
            valid_from=draft.valid_from,
            name=draft.name.strip(),
            case_number=draft.case_number.strip(),
            adopted_by=draft.adopted_by.strip(),
        )
        return RuleSetPreview(adopted, difference(before.rules, draft.rules), self.check(draft))

    def adopt(self, draft: RuleSetDraft) -> int:
        """A set from a day, with its order of groups and its clocks; Invalid with what is wrong.

        What has been decided by an earlier set stays decided by it.
        """
        demand(self.check(draft))
        with self._db.unit("rule_set.adopted") as unit:
            return self._write(unit, draft)

    def _write(self, unit: Unit, draft: RuleSetDraft, source: str = "") -> int:
        added = store.insert(unit, draft)
        source = source or f"{draft.adopted_by.strip()}, {draft.case_number.strip()}"
        listed = draft.rules.groups
        order = order_store.add_group_order(unit, listed, source, draft.valid_from)
        store.bind(unit, "group_order", order, added)
        for name, key in _PARAMETERS.items():
            value = DatedValue(getattr(draft.rules, key), draft.valid_from, source=source)
            own = self._settings.add_override(unit, name, value)
            store.bind(unit, "parameter_override", own, added)
        unit.about(Ref("rule_set", added))
        return added

    def regroup(self, listed: tuple[TargetGroup, ...], source: str) -> bool:
        """A new order of groups from today as a new version of the set; False when none holds."""
        before = store.in_force(self._db, self._today)
        if before is None:
            return False
        draft = RuleSetDraft(
            rules=replace(before.rules, groups=listed),
            valid_from=self._today,
            name=before.name,
            case_number=source,
            adopted_by=before.adopted_by,
        )
        with self._db.unit("group_order.set") as unit:
            self._write(unit, draft, source)
        return True

    def withdraw(self, rule_set: int, reason: str) -> None:
        """A set that has not begun never begins; Invalid without a reason.

        Raises NotFound, and Conflict `rule_set_begun` for one that already holds.
        """
        found = self.get(rule_set)
        if found not in self.all():
            raise NotFound("rule_set_not_found")
        if found.valid_from <= self._today:
            raise Conflict("rule_set_begun", since=found.valid_from)
        if not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        with self._db.unit("rule_set.withdrawn", Ref("rule_set", rule_set)) as unit:
            store.withdraw(unit, rule_set, reason.strip())

    def ready(self) -> tuple[ReadySet, ...]:
        """The sets to start from."""
        return ready_sets()

    def guidelines(self, adopted: AdoptedRuleSet, language: Language) -> Document:
        """The guidelines made of a set; a draft until the municipality has adopted that set."""
        profile, now = self._settings.profile, self._db.clock.now()
        text = self._settings.text("guidelines", language, now.date())
        known = next((each for each in self.all() if each.id == adopted.id), None)
        paper = GuidelinesPaper(
            office=profile,
            adopted=adopted,
            basis=self._settings.legal_basis(CaseKind.ALLOCATION, adopted.valid_from),
            language=language,
            issued=now,
            draft=known != adopted,
        )
        return guidelines(paper, text)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
