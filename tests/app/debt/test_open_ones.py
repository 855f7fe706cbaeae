"""What I dag reads of those that stand open is what all that was ever recorded would say."""

from dataclasses import fields
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.debt.decisions import rules as decision_rules
from app.debt.measures import rules as measure_rules
from app.debt.measures.model import DebtDueKind, DebtMeasureKind, DebtMeasureState
from app.debt.model import AdviceStage, DebtCase, RequestState, Screened, StandingCase
from app.debt.papers import rules as paper_rules
from app.debt.papers.model import DebtPaperKind, DebtPaperState
from app.debt.plans.contact.model import CreditorLetterKind, OpeningReply
from app.debt.plans.model import CreditorDueKind, PaymentPlanState, ProposalReply, ShareBasis
from app.debt.queue.model import DebtUrgency
from app.office import Office
from app.storage.database import Database
from app.storage.unit import Unit
from tests.app.debt.plans.desk import Ready, ready
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
ASKED = (TODAY - timedelta(days=50), TODAY, TODAY + timedelta(days=15))
ANSWERS = {CreditorDueKind.OPENING_ANSWER, CreditorDueKind.PROPOSAL_ANSWER}
Row = dict[str, object]
Rows = list[Row]
DAYS = st.integers(-80, 20).map(lambda days: TODAY + timedelta(days=days))
RECEIVED = st.integers(30, 80).map(lambda days: TODAY - timedelta(days=days))
MAYBE = st.none() | DAYS


def rows(**columns: st.SearchStrategy[object]) -> st.SearchStrategy[Rows]:
    """A few rows of a table, by column."""
    return st.lists(st.fixed_dictionaries(columns), max_size=4)


SCREENED = st.sampled_from(list(Screened))
STATES = rows(since=DAYS, state=st.sampled_from(list(RequestState)))
STAGES = rows(since=DAYS, stage=st.sampled_from(list(AdviceStage)))
SCREENS = rows(since=DAYS, home=SCREENED, power=SCREENED, children=SCREENED, food=SCREENED)
PAPERS = rows(
    since=DAYS,
    kind=st.sampled_from(list(DebtPaperKind)[:2]),
    state=st.sampled_from(list(DebtPaperState)),
    answer_by=MAYBE,
    sent_on=MAYBE,
)
MEASURES = st.lists(
    st.tuples(
        st.sampled_from(list(DebtMeasureKind)),
        rows(since=DAYS, state=st.sampled_from(list(DebtMeasureState)), answer_by=MAYBE),
    ),
    max_size=3,
)
LETTERS = st.lists(
    st.tuples(
        st.fixed_dictionaries(
            {
                "kind": st.sampled_from(list(CreditorLetterKind)),
                "written_on": DAYS,
                "answer_by": DAYS,
            }
        ),
        st.integers(0, 3),
        st.integers(0, 1),
        rows(since=DAYS, answer=st.sampled_from(list(OpeningReply)), pause_until=MAYBE),
    ),
    max_size=5,
)
ANSWERED = rows(since=DAYS, answer=st.sampled_from(list(ProposalReply)))
OFFERS = st.lists(st.tuples(DAYS, DAYS, st.lists(ANSWERED, max_size=2)), max_size=2)
PLANS = st.lists(
    st.tuples(
        DAYS,
        rows(since=DAYS, state=st.sampled_from(list(PaymentPlanState))),
        rows(paid_on=DAYS, amount=st.integers(1, 900)),
    ),
    max_size=2,
)


class Drawn(NamedTuple):
    """All that was recorded of one case, of each kind a few rows in any order of days."""

    states: Rows
    stages: Rows
    screens: Rows
    papers: Rows
    measures: list[tuple[DebtMeasureKind, Rows]]
    offers: list[tuple[date, date, list[Rows]]]
    letters: list[tuple[Row, int, int, Rows]]
    plans: list[tuple[date, Rows, Rows]]


CASES = st.builds(Drawn, STATES, STAGES, SCREENS, PAPERS, MEASURES, OFFERS, LETTERS, PLANS)
# a plan that was not kept before its case is said to have come
_LONG_AGO = TODAY - timedelta(days=80)
AGREED_BEFORE = Drawn(
    *([], [], [], [], [], [], []),
    [(_LONG_AGO, [{"since": _LONG_AGO, "state": PaymentPlanState.RUNNING}], [])],
)
PAGE: dict[str, object] = {
    "kind": "letter",
    "title": "Brev",
    "case_kind": "debt_case",
    "case_id": 1,
    "language": "nb",
    "source": "written",
    "to_send": 1,
    "issued_at": "2026-08-01T10:00:00",
    "digest": "",
    "pages": 1,
}


def documents(db: Database) -> list[int]:
    """Four that letters are: one sent, one come back, one annulled, one that lies there."""
    with db.unit("test.written") as unit:
        found = [unit.insert("document", number=f"B-{at}", **PAGE) for at in range(4)]
        sent = {"sent_on": TODAY - timedelta(days=30), "channel": "post"}
        unit.insert("dispatch", document=found[0], **sent)
        unit.insert("dispatch", document=found[1], **sent, returned_on=TODAY - timedelta(days=9))
        unit.insert("dispatch", document=found[2], **sent)
        annulled = {"since": TODAY, "state": "annulled", "reason": "Feil"}
        unit.insert("document_state", document=found[2], **annulled)
    return found


class Writer:
    """Writes one case more as it comes, in one unit."""

    def __init__(self, office: Office, db: Database) -> None:
        self.office, self.db = office, db
        self.known: Ready = ready(office, days=70)
        self.papers = documents(db)
        self.number = 0

    def write(self, drawn: Drawn, received: date) -> None:
        """The case with all its rows."""
        self.number += 1
        person = registered_person(self.office, national_id="", family_name=f"Nr{self.number}")
        with self.db.unit("test.asked") as unit:
            case = unit.insert(
                "debt_case",
                number=f"G-2025-{self.number}",
                person=person,
                received_on=received,
                channel="phone",
                referred_by="self",
                topics="[]",
                words="",
                search_text="",
            )
            first: Row = {"since": received, "state": RequestState.RECEIVED}
            self._put(unit, "debt_state", [first, *drawn.states], debt_case=case)
            self._put(unit, "debt_stage", drawn.stages, debt_case=case)
            self._put(unit, "debt_screen", drawn.screens, debt_case=case)
            self._put(unit, "debt_paper", drawn.papers, debt_case=case)
            self._measures(unit, case, drawn)
            self._offers(unit, case, drawn)
            self._letters(unit, case, drawn)
            self._plans(unit, case, drawn)

    def _put(self, unit: Unit, table: str, found: Rows, **whose: object) -> None:
        for row in found:
            unit.insert(table, **whose, **row)

    def _measures(self, unit: Unit, case: int, drawn: Drawn) -> None:
        for kind, states in drawn.measures:
            made = unit.insert("debt_measure", debt_case=case, kind=kind)
            self._put(unit, "debt_measure_state", states, debt_measure=made)

    def _offers(self, unit: Unit, case: int, drawn: Drawn) -> None:
        for made_on, answer_by, shares in drawn.offers:
            terms = {"made_on": made_on, "answer_by": answer_by, "first_on": answer_by}
            made = unit.insert(
                "payment_proposal", debt_case=case, monthly=100, basis=ShareBasis.PRO_RATA, **terms
            )
            for answers in shares:
                claim = {"debt_claim": self.known.claims[0], "owed": 900, "monthly": 100}
                share = unit.insert("proposal_share", proposal=made, **claim)
                self._put(unit, "proposal_answer", answers, proposal_share=share)
            letter = {"kind": CreditorLetterKind.PROPOSAL, "creditor": self.known.creditors[0]}
            unit.insert(
                "creditor_letter",
                debt_case=case,
                proposal=made,
                document=self.papers[made % 4],
                written_on=made_on,
                answer_by=answer_by,
                **letter,
            )

    def _letters(self, unit: Unit, case: int, drawn: Drawn) -> None:
        for row, paper, creditor, answers in drawn.letters:
            whom = {"creditor": self.known.creditors[creditor], "document": self.papers[paper]}
            made = unit.insert("creditor_letter", debt_case=case, **whom, **row)
            self._put(unit, "opening_answer", answers, creditor_letter=made)

    def _plans(self, unit: Unit, case: int, drawn: Drawn) -> None:
        for first_on, states, payments in drawn.plans:
            made = unit.insert(
                "payment_plan", debt_case=case, agreed_on=first_on, first_on=first_on
            )
            self._put(unit, "payment_plan_state", states, payment_plan=made)
            for claim in self.known.claims[:2]:
                row = unit.insert("plan_claim", payment_plan=made, debt_claim=claim, owed=900)
                month = {"first_month": 1, "last_month": 3, "amount": 300}
                unit.insert("plan_run", plan_claim=row, **month)
            self._put(unit, "plan_payment", payments, plan_claim=row)


def of_all(office: Office, day: date) -> list[object]:
    """What is open on a day, out of everything that was recorded."""
    today, cases, every = (
        office.clock.today(),
        office.debt_cases.rows(day),
        office.debt_cases.rows(),
    )
    open_now = {each.id for each in every if each.open}
    late = (each for each in office.debt_queue.places(day) if each.late)
    waited = [paper_rules.waited_for(office.debt_papers.of(each), day) for each in open_now]
    measured = [
        (measure.id, kind, on)
        for case, measures in office.debt_measures.by_case().items()
        for measure in (measures if case in open_now else ())
        for kind, on in measure_rules.dues(measure, office.debt_measures.days_of(measure))
        if on <= day and not (kind is DebtDueKind.NOTIFY and on < today)
    ]
    return [
        [standing(each) for each in cases if each.open],
        [
            (each.case.id, each.urgency, each.target)
            for each in late
            if each.urgency is not DebtUrgency.ORDINARY
        ],
        sorted(tuple(paper.kind for paper in each) for each in waited if each),
        sorted(measured),
        # a plan runs from its own day, whenever its case is said to have come
        {found for each in every if (found := office.payment_plans.breach(each.id, day))},
        {each for each in office.payment_plans.due(day) if each.kind in ANSWERS},
    ]


def of_open_ones(office: Office, day: date) -> list[object]:
    """The same as I dag reads it."""
    measured = office.debt_measures.due(day)
    return [
        list(office.debt_cases.standing(day)),
        [(each.case.id, each.urgency, each.target) for each in office.debt_queue.late(day)],
        sorted(each.kinds for each in office.debt_papers.due(day)),
        sorted((each.measure, each.kind, each.due_on) for each in measured),
        set(office.payment_plans.breaches(day)),
        set(office.payment_plans.unanswered(day)),
    ]


def standing(case: DebtCase) -> StandingCase:
    """All of it but what only pages show."""
    return StandingCase(**{each.name: getattr(case, each.name) for each in fields(StandingCase)})


@pytest.fixture
def writer(office: Office, db: Database) -> Writer:
    """One register for all examples: each adds a case, so that they stand beside each other."""
    return Writer(office, db)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=CASES, received=RECEIVED, undone=st.booleans())
@example(drawn=AGREED_BEFORE, received=TODAY - timedelta(days=30), undone=False)
def test_what_is_read_of_open_cases_is_what_everything_recorded_says(
    writer: Writer, drawn: Drawn, received: date, undone: bool
) -> None:
    office = writer.office
    writer.write(drawn, received)
    for day in ASKED:
        assert of_open_ones(office, day) == of_all(office, day)
    if undone:
        office.history.undo()
        assert of_open_ones(office, TODAY) == of_all(office, TODAY)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=CASES, received=RECEIVED)
def test_f12_those_without_vedtak_are_the_same_out_of_everyone(
    writer: Writer, drawn: Drawn, received: date
) -> None:
    office = writer.office
    writer.write(drawn, received)
    parameters = office.settings.parameters
    every = (decision_rules.waits(each, TODAY, parameters) for each in office.debt_cases.rows())
    assert set(office.debt_decisions.overdue()) == {each for each in every if each}


def test_whose_a_case_is_comes_with_its_name(office: Office) -> None:
    case = ready(office).case
    known = office.debt_cases.get(case)
    assert office.debt_cases.names({case}) == {case: known.name}
    assert office.debt_cases.persons({case}) == {case: known.person}
    assert office.debt_cases.names(()) == {}
