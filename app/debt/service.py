"""The officer's verbs on requests for economic advice."""

from dataclasses import replace
from datetime import date

from app.applications.intake.service import Intakes
from app.core.errors import Problem, demand
from app.core.ids import DebtCaseId, PersonId, Ref
from app.debt import rules, store
from app.debt.book import DebtBook
from app.debt.model import (
    AcuteScreen,
    AdviceStage,
    DebtOutcome,
    Ending,
    RequestDraft,
    RequestState,
    StageStep,
    StateRow,
)
from app.debt.starting import WorkStarted
from app.people.consents.service import Consents
from app.people.service import People
from app.storage.database import Database
from app.storage.unit import Unit


class DebtCases(DebtBook):
    """From the request to how the work ended."""

    def __init__(self, db: Database, people: People, consents: Consents, speakers: Intakes) -> None:
        super().__init__(db, people)
        self._consents = consents
        self._speakers = speakers
        self._starters: list[WorkStarted] = []

    def know_starter(self, starter: WorkStarted) -> None:
        """What else begins when the work does, in the same unit."""
        self._starters.append(starter)

    # the request

    def check(self, draft: RequestDraft) -> tuple[Problem, ...]:
        """What stops a request, beside the field (GJ-01)."""
        mine = () if draft.person is None else self.open_of_person(draft.person)
        born = None if draft.person is None else self._people.get(draft.person).birth_date
        found = rules.check_request(draft, mine, self._today)
        return (*found, *rules.check_agreed(draft, born, self._today))

    def register(self, draft: RequestDraft) -> DebtCaseId:
        """Somebody asks, also aloud: the clock starts. Invalid beside the field.

        Somebody not in the register is registered in the same unit.
        """
        demand(self.check(draft))
        with self._db.unit("debt_case.registered") as unit:
            case = self.register_in(unit, draft)
            unit.about(Ref("debt_case", case))
            return case

    def register_in(self, unit: Unit, draft: RequestDraft) -> DebtCaseId:
        """As `register`, inside a larger unit."""
        received = draft.received_on or unit.today
        number = store.next_number(self._db, received.year)
        person = self._who(unit, draft)
        case = store.insert(unit, number, person, draft, rules.found_by(number))
        store.add_state(unit, case, StateRow(received, RequestState.RECEIVED))
        for consent in draft.consents:
            self._consents.put(unit, replace(consent, person=person, id=0))
        if draft.speaker is not None:
            self._speakers.put_representative(unit, replace(draft.speaker, person=person, id=0))
        if draft.screen is not None:
            self._screened(unit, case, draft.screen)
        return case

    def _who(self, unit: Unit, draft: RequestDraft) -> PersonId:
        if draft.person is None and draft.new_person is not None:
            return self._people.add(unit, draft.new_person)
        return draft.person or PersonId(0)

    def screen(self, case: DebtCaseId, screen: AcuteScreen) -> None:
        """The four questions were asked (GJ-02). Invalid beside the field."""
        known = self.get(case)
        demand(rules.check_screen(screen, known.received_on, self._today))
        with self._db.unit("debt_case.screened", Ref("debt_case", case)) as unit:
            store.add_screen(unit, case, screen)
            if known.state is RequestState.RECEIVED and screen.asked:
                store.add_state(unit, case, StateRow(screen.since, RequestState.SCREENED))

    def _screened(self, unit: Unit, case: DebtCaseId, screen: AcuteScreen) -> None:
        store.add_screen(unit, case, screen)
        if screen.asked:
            store.add_state(unit, case, StateRow(screen.since, RequestState.SCREENED))

    def correct(self, case: DebtCaseId, draft: RequestDraft) -> None:
        """Put right what was typed of the request: how it came, what it is about."""
        self.get(case)
        problems = rules.check_request(draft, (), self._today)
        demand(problem for problem in problems if problem.field in {"channel", "topics"})
        with self._db.unit("debt_case.corrected", Ref("debt_case", case)) as unit:
            store.correct(unit, case, draft)

    def start(self, case: DebtCaseId, since: date | None = None) -> None:
        """The work begins; an acute one at once, and the vedtak follows. Invalid by the day."""
        known, day = self.get(case), since or self._today
        demand(rules.check_state(known, RequestState.STARTED, day, self._today))
        with self._db.unit("debt_case.started", Ref("debt_case", case)) as unit:
            store.add_state(unit, case, StateRow(day, RequestState.STARTED))
            store.add_stage(unit, case, StageStep(day, AdviceStage.OVERVIEW))
            for each in self._starters:
                each.started(unit, case, day)

    def withdraw(self, case: DebtCaseId, reason: str = "", since: date | None = None) -> None:
        """The person does not want it any more; never a way to say no (F12)."""
        known, day = self.get(case), since or self._today
        demand(rules.check_state(known, RequestState.WITHDRAWN, day, self._today))
        with self._db.unit("debt_case.withdrawn", Ref("debt_case", case)) as unit:
            store.add_state(unit, case, StateRow(day, RequestState.WITHDRAWN, reason))

    def answered(self, unit: Unit, case: DebtCaseId, *, granted: bool, since: date) -> None:
        """A vedtak was issued: granted puts the request in the queue, unless it has begun."""
        known = self.get(case)
        state = RequestState.GRANTED_QUEUED if granted else RequestState.REFUSED
        if rules.may_become(known, state):
            store.add_state(unit, case, StateRow(max(since, known.state_since), state))

    def undecided(self, unit: Unit, case: DebtCaseId, since: date) -> None:
        """The vedtak that refused it was set aside: it waits for an answer again."""
        known = self.get(case)
        if known.state is RequestState.REFUSED:
            day = max(since, known.state_since)
            store.add_state(unit, case, StateRow(day, RequestState.SCREENED))

    # the work

    def reach(
        self, case: DebtCaseId, stage: AdviceStage, since: date | None = None, reason: str = ""
    ) -> None:
        """The work stands here now (glossary 5.10). Invalid beside the field."""
        known, day = self.get(case), since or self._today
        demand(rules.check_stage(known, stage, day, self._today))
        with self._db.unit("debt_case.reached", Ref("debt_case", case)) as unit:
            store.add_stage(unit, case, StageStep(day, stage, reason))

    def reached(self, unit: Unit, case: DebtCaseId, stage: AdviceStage, since: date) -> None:
        """What was done brings the work there, where that is a move forward it may make."""
        known = self.get(case)
        if known.stage_since is not None and rules.may_reach(known, stage):
            store.add_stage(unit, case, StageStep(max(since, known.stage_since), stage))

    def end(self, unit: Unit, case: DebtCaseId, ending: Ending) -> None:
        """How the work ended, inside the unit of whoever closes it. Invalid beside the field."""
        demand(rules.check_ending(self.get(case), ending.outcome, ending.since, self._today))
        store.add_ending(unit, case, ending)
        store.add_stage(unit, case, StageStep(ending.since, AdviceStage.CLOSED))

    def close(
        self,
        case: DebtCaseId,
        outcome: DebtOutcome | None,
        since: date | None = None,
        words: str = "",
    ) -> None:
        """The work has ended, with how. Invalid beside the field."""
        with self._db.unit("debt_case.closed", Ref("debt_case", case)) as unit:
            self.end(unit, case, Ending(since or self._today, outcome, words))

    def reopen(self, case: DebtCaseId, reason: str = "") -> None:
        """A closed case is taken up again, where it stood before it was closed."""
        known = self.get(case)
        demand(() if known.closed_on else (Problem("stage", "debt_is_open"),))
        before = [row for row in self.stages(case) if row.stage is not AdviceStage.CLOSED][-1]
        with self._db.unit("debt_case.reopened", Ref("debt_case", case)) as unit:
            store.add_ending(unit, case, Ending(self._today, None, reason))
            store.add_stage(unit, case, StageStep(self._today, before.stage, reason))
