"""Why someone can or cannot get a dwelling, kept as it was when it mattered."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.allocation.eligibility import rules, store, wording
from app.allocation.eligibility.effects import shifted, turned
from app.allocation.eligibility.facts import CaseFacts, Dispensation, Kept
from app.allocation.eligibility.model import (
    Criterion,
    CriterionResult,
    Effect,
    Explanation,
    Met,
    Told,
)
from app.allocation.eligibility.wording import Voice
from app.allocation.model import WaitingPlace
from app.allocation.rulesets.model import AdoptedRuleSet, RuleSet
from app.allocation.rulesets.service import RuleSets
from app.allocation.service import Allocation
from app.applications.service import Applications
from app.core.errors import NotFound, demand
from app.core.ids import ApplicationId, Ref
from app.core.text import Language
from app.documents.texts import Text, load_text
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit


class Eligibility:
    """Judge the criteria, tell how, set one aside with a reason, and show who would move."""

    def __init__(
        self,
        db: Database,
        applications: Applications,
        allocation: Allocation,
        rule_sets: RuleSets,
        settings: Settings,
    ) -> None:
        self._db = db
        self._applications = applications
        self._allocation = allocation
        self._rule_sets = rule_sets
        self._settings = settings

    def explain(self, application: ApplicationId, on: date | None = None) -> Explanation:
        """How every criterion stands, and why the place. Raises NotFound.

        A decided case is judged as it was when it was decided: by the evaluation kept then, or
        by the rules of that day; a set adopted later is for undecided cases alone.
        """
        day = on or self._today
        known = self._facts(application, day)
        return replace(self._judged(known, day), place=self._place(known, day))

    def judge(self, application: ApplicationId, on: date | None = None) -> Explanation:
        """As `explain` without the place, which asks for the whole list."""
        day = on or self._today
        return self._judged(self._facts(application, day), day)

    def _judged(self, known: CaseFacts, day: date) -> Explanation:
        decided = not known.state.undecided
        made = self._kept_when_decided(known) if decided else None
        if made is not None:
            return replace(made.explanation, place=None)
        judged_on = known.state_since if decided else day
        rule_set = self._rule_sets.in_force(judged_on)
        return Explanation(
            application=known.application,
            on=day,
            rule_set=rule_set.id,
            rules_from=rule_set.valid_from,
            rules_source=rule_set.source,
            criteria=rules.evaluate(known, rule_set, self._settings.parameters, judged_on),
        )

    def _kept_when_decided(self, known: CaseFacts) -> Kept | None:
        """The newest one kept by the day it was decided."""
        made = [k for k in self.kept(known.application) if k.explanation.on <= known.state_since]
        return made[-1] if made else None

    def _place(self, known: CaseFacts, day: date) -> WaitingPlace | None:
        """Its place on the list; the explanation names nobody."""
        for place in self._allocation.waiting_list(day):
            if place.row.id == known.application:
                return replace(place, row=replace(place.row, name="", to_check=""))
        return None

    def keep(self, unit: Unit, application: ApplicationId) -> int:
        """Store today's evaluation with its facts and rules, inside a larger unit; its id."""
        known = self._facts(application, self._today)
        judged = self._judged(known, self._today)
        explanation = replace(judged, place=self._place(known, self._today))
        rule_set = self._rule_sets.in_force(self._today)
        return store.add(unit, explanation, known, rule_set.rules)

    def kept(self, application: ApplicationId) -> tuple[Kept, ...]:
        """Every evaluation kept of a case, oldest first, as each was made."""
        return store.kept(self._db, application)

    def told(
        self, explanation: Explanation, language: Language, *, you: bool = False
    ) -> tuple[Told, ...]:
        """The criteria in words, by the texts of the explanation's own day; `you` in a letter."""
        return wording.criteria_told(explanation, self._text(explanation, language), _voice(you))

    def place_told(
        self, explanation: Explanation, language: Language, *, you: bool = False
    ) -> tuple[Told, ...]:
        """Why the place, in words; nothing of anyone else."""
        return wording.place_told(explanation, self._text(explanation, language), _voice(you))

    def sentences(
        self, explanation: Explanation, language: Language, *, you: bool = False
    ) -> tuple[str, ...]:
        """All of it as lines of a letter: the criteria, then why the place.

        `you` speaks to the person, who is not told what nobody has told the office.
        """
        voice, text = Voice.YOU if you else Voice.OUTSIDE, self._text(explanation, language)
        told = wording.criteria_told(explanation, text, voice)
        criteria = tuple(each for each in told if not (you and each.met is Met.NOT_KNOWN))
        place = wording.place_told(explanation, text, voice)
        return tuple(part.line for part in (*criteria, *place))

    def _text(self, explanation: Explanation, language: Language) -> Text:
        return load_text("explanation", language.value, explanation.on)

    def dispense(
        self, application: ApplicationId, criterion: Criterion, reason: str, decided_by: str
    ) -> None:
        """Set a criterion aside in this case from today; Invalid with what is wrong."""
        known = self._facts(application, self._today)
        stands = self._result(self._judged(known, self._today), criterion)
        demand(rules.dispensation_problems(stands, known.case, reason, decided_by))
        given = Dispensation(criterion, self._today, reason.strip(), decided_by.strip())
        with self._db.unit("dispensation.given", Ref("application", application)) as unit:
            store.add_dispensation(unit, application, given)

    def end_dispensation(self, application: ApplicationId, criterion: Criterion) -> None:
        """From today the criterion is asked again; raises NotFound when none holds."""
        known = self._facts(application, self._today)
        if all(each.criterion is not criterion for each in known.dispensations):
            raise NotFound("dispensation_not_found")
        with self._db.unit("dispensation.ended", Ref("application", application)) as unit:
            store.end_dispensation(unit, application, criterion, self._today)

    def _result(self, explanation: Explanation, criterion: Criterion) -> CriterionResult | None:
        found = (each for each in explanation.criteria if each.criterion is criterion)
        return next(found, None)

    def effect_of(self, rule_set: RuleSet) -> Effect:
        """Who would be judged or placed otherwise if the set held from today; nothing is saved.

        Only undecided cases are judged anew; those on the list keep their right and may move.
        """
        day, proposed = self._today, AdoptedRuleSet(0, rule_set, self._today)
        now = self._rule_sets.in_force(day)
        cases = store.facts(self._db, day, store.undecided(self._db))
        parameters = self._settings.parameters
        judged = {
            key: (
                rules.evaluate(known, now, parameters, day),
                rules.evaluate(known, proposed, parameters, day),
            )
            for key, known in cases.items()
        }
        rows = {row.id: row for row in self._applications.rows_of(frozenset(judged), day)}
        before, after = self._allocation.waiting_list(), self._allocation.waiting_by(proposed)
        return Effect(turned(rows, judged), shifted(before, after), len(judged), len(before))

    def facts(self, ids: Iterable[ApplicationId]) -> dict[ApplicationId, CaseFacts]:
        """What the named cases are judged by today, in a few statements whatever their number."""
        return store.facts(self._db, self._today, ids)

    def _facts(self, application: ApplicationId, day: date) -> CaseFacts:
        found = store.facts(self._db, day, (application,))
        if application not in found:
            raise NotFound("application_not_found")
        return found[application]

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _voice(you: bool) -> Voice:
    return Voice.YOU if you else Voice.OFFICE
