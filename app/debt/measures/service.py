"""The officer's verbs on what is done about an economy (GJ-07, GJ-08, GJ-09)."""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from itertools import chain

from app.arrears.model import Owed, RentAccount, Tenancy
from app.arrears.service import Arrears
from app.core.errors import NotFound, Problem, demand
from app.core.ids import DebtCaseId, LeaseId, PersonId, Ref
from app.core.periods import Period
from app.debt.claims.service import DebtClaims
from app.debt.measures import rules, store
from app.debt.measures.model import (
    DebtDue,
    DebtDueKind,
    DebtMeasure,
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
    Found,
    RentSince,
    SettlementCheck,
    SettlementDays,
)
from app.debt.service import DebtCases
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class DebtMeasures:
    """Settlement, refinancing, deductions and inquiries, with the days that follow from them."""

    def __init__(
        self,
        db: Database,
        cases: DebtCases,
        claims: DebtClaims,
        arrears: Arrears,
        settings: Settings,
    ) -> None:
        self._db = db
        self._cases = cases
        self._claims = claims
        self._arrears = arrears
        self._settings = settings
        self._known: Remembered[Mapping[DebtCaseId, tuple[DebtMeasure, ...]]] = Remembered(db)
        self._open: Remembered[Mapping[DebtCaseId, tuple[DebtMeasure, ...]]] = Remembered(db)
        self._waited: Remembered[tuple[DebtDue, ...]] = Remembered(db)

    # what is known

    def by_case(self, on: date | None = None) -> Mapping[DebtCaseId, tuple[DebtMeasure, ...]]:
        """The measures of every case that has any, as they stood on a day."""
        day = on or self._today
        return self._known.get(day, lambda: store.measures(self._db, day))

    def of(self, case: DebtCaseId, on: date | None = None) -> tuple[DebtMeasure, ...]:
        """The measures of a case as they stood on a day, in the order they were begun."""
        return self.by_case(on).get(case, ())

    def get(self, measure: int, on: date | None = None) -> DebtMeasure:
        """One of them; NotFound when there is none."""
        for known in self.by_case(on).values():
            for each in known:
                if each.id == measure:
                    return each
        raise NotFound("debt_measure_not_found")

    def settlement(self, case: DebtCaseId, on: date | None = None) -> DebtMeasure | None:
        """The newest settlement by the act in a case, whatever became of it."""
        kind = DebtMeasureKind.SETTLEMENT
        return next((each for each in reversed(self.of(case, on)) if each.kind is kind), None)

    def days_of(self, measure: DebtMeasure) -> SettlementDays | None:
        """The days of a settlement from its opening (GJ-24, GJ-25, GJ-28); None before it."""
        return rules.days_of(measure, self._settings.parameters)

    def lengths(self) -> tuple[Period, Period, Period]:
        """How long creditors have to notify, the deferral lasts, and a settlement usually runs."""
        parameters, today = self._settings.parameters, self._today
        notify, defer, years = rules.NOTIFY, rules.DEFERRAL, rules.YEARS
        return (
            parameters.period(notify, today),
            parameters.period(defer, today),
            parameters.period(years, today),
        )

    def limits(self) -> tuple[Period, Period]:
        """How old debt from a crime, and an earlier settlement, are to be (GJ-21)."""
        parameters, today = self._settings.parameters, self._today
        return parameters.period(rules.CRIME, today), parameters.period(rules.EARLIER, today)

    def next_states(self, measure: DebtMeasure) -> tuple[DebtMeasureState, ...]:
        """The states it may come to now."""
        return rules.next_states(measure)

    def rent_since(self, measure: DebtMeasure, on: date | None = None) -> RentSince | None:
        """Rent to us that fell due after the opening and is not paid (GJ-26).

        None before the opening, and for one who rents nothing from us.
        """
        days = self.days_of(measure)
        if days is None:
            return None
        person = self._cases.persons((measure.case,))[measure.case]
        mine = self._arrears.of_tenant(person)
        return self._rent_since(days, mine, self._arrears.accounts_of(mine), on or self._today)

    def _rent_since(
        self,
        days: SettlementDays,
        tenancies: Iterable[Tenancy],
        accounts: Mapping[LeaseId, RentAccount],
        on: date,
    ) -> RentSince | None:
        mine = [(each.lease, accounts.get(each.lease, RentAccount())) for each in tenancies]
        rents = [(self._arrears.owed_of(lease, each, on), each) for lease, each in mine]
        most = rules.most_missing(days.opened_on, rents)
        return (
            rules.rent_since(days.opened_on, (owed for owed, _ in rents), most) if rents else None
        )

    def owed_by(self, person: PersonId, on: date) -> tuple[Owed, ...]:
        """What each tenancy of a person owed us on a day; empty without any."""
        mine = self._arrears.of_tenant(person)
        return tuple(self._arrears.owed(each.lease, on) for each in mine)

    def due(self, until: date | None = None) -> tuple[DebtDue, ...]:
        """What has its day by then in cases that are open, the first first.

        The creditors' own day is told until it is over: after that it is nothing to wait for.
        """
        last, today = until or self._today, self._today
        waited = self._waited.get(today, lambda: self._all_due(today))
        return tuple(
            each
            for each in waited
            if each.due_on <= last and not (each.kind is DebtDueKind.NOTIFY and each.due_on < today)
        )

    def _all_due(self, today: date) -> tuple[DebtDue, ...]:
        persons = {each.id: each.person for each in self._cases.standing()}
        by_case = self._open.get(today, self._with_days)
        rented = self._rented({persons[case] for case in by_case})
        accounts = self._arrears.accounts_of(chain.from_iterable(rented.values()))
        found = [
            DebtDue(case, persons[case], kind, each.id, each.kind, day)
            for case, measures in by_case.items()
            for each in measures
            for kind, day in self._days(each, rented.get(persons[case], ()), accounts)
        ]
        return tuple(sorted(found, key=lambda each: (each.due_on, each.case, each.kind)))

    def _with_days(self) -> Mapping[DebtCaseId, tuple[DebtMeasure, ...]]:
        cases = [each.id for each in self._cases.standing()]
        return store.with_days(self._db, cases, self._today)

    def _rented(self, people: Set[PersonId]) -> Mapping[PersonId, Sequence[Tenancy]]:
        """The tenancies of those who owe something today; rent is missing for nobody else."""
        arrears = self._arrears
        owing = {each.tenant for each in arrears.tenancies_of(arrears.owing(self._today)).values()}
        return arrears.of_tenants(people & owing)

    def _days(
        self,
        measure: DebtMeasure,
        rented: Sequence[Tenancy],
        accounts: Mapping[LeaseId, RentAccount],
    ) -> tuple[tuple[DebtDueKind, date], ...]:
        """Its days, and rent that goes on and is not paid while a settlement does (GJ-26)."""
        days = self.days_of(measure)
        found = rules.dues(measure, days)
        if days is None or not rented or not measure.open:
            return found
        rent = self._rent_since(days, rented, accounts, self._today)
        if rent is None or rent.oldest is None:
            return found
        return ((DebtDueKind.RENT, rent.oldest), *found)

    def terms(self, case: DebtCaseId, on: date | None = None) -> SettlementCheck | None:
        """The newest answers about the terms of a settlement; None while nobody has asked."""
        return store.check(self._db, case, on or self._today)

    def findings(self, case: DebtCaseId, on: date | None = None) -> tuple[Found, ...]:
        """What speaks against an application, and what is still to be found out."""
        day = on or self._today
        terms, claims = self.terms(case, day), self._claims.of(case, day)
        return rules.findings(terms, claims, self._settings.parameters, day)

    # the officer's verbs

    def check(
        self, case: DebtCaseId, draft: DebtMeasureDraft, row: DebtMeasureRow
    ) -> tuple[Problem, ...]:
        """What stops a measure from being begun, beside the field."""
        began = self._cases.get(case).received_on
        first = rules.check_first(draft, row, began, self._today)
        return (*rules.check_measure(draft), *first)

    def begin(self, case: DebtCaseId, draft: DebtMeasureDraft, row: DebtMeasureRow) -> int:
        """It is considered, or asked for. Invalid beside the field."""
        demand(self.check(case, draft, row))
        with self._db.unit("debt_measure.begun", Ref("debt_case", case)) as unit:
            measure = store.insert(unit, case, draft)
            store.add_row(unit, measure, row)
            self._move(unit, case, draft, row)
            return measure

    def stands(self, measure: int, row: DebtMeasureRow) -> None:
        """It stands otherwise from a day: answered, opened, agreed, over. Invalid by the field."""
        known = self.get(measure)
        demand(rules.check_move(known, row, self._today))
        with self._db.unit("debt_measure.moved", Ref("debt_case", known.case)) as unit:
            store.add_row(unit, measure, row)
            self._move(unit, known.case, known.draft, row)

    def _move(
        self, unit: Unit, case: DebtCaseId, draft: DebtMeasureDraft, row: DebtMeasureRow
    ) -> None:
        stage = None if draft.kind is None else rules.stage_of(draft.kind, row.state)
        if stage is not None:
            self._cases.reached(unit, case, stage, row.since)

    def correct(self, measure: int, draft: DebtMeasureDraft) -> None:
        """Put right what was typed of it; the kind stays. Invalid beside the field."""
        known = self.get(measure)
        problems = list(rules.check_measure(draft))
        if draft.kind is not None and draft.kind is not known.kind:
            problems.append(Problem("kind", "debt_measure_kind_stays"))
        demand(problems)
        with self._db.unit("debt_measure.corrected", Ref("debt_case", known.case)) as unit:
            store.correct(unit, measure, draft)

    def check_terms(self, check: SettlementCheck) -> tuple[Problem, ...]:
        """What is wrong with the answers, beside the field."""
        return rules.check_terms(check, self._today)

    def go_through(self, case: DebtCaseId, check: SettlementCheck) -> None:
        """The terms of a settlement were gone through with the person (GJ-20 to GJ-23)."""
        self._cases.get(case)
        demand(self.check_terms(check))
        with self._db.unit("settlement_check.done", Ref("debt_case", case)) as unit:
            store.add_check(unit, case, check)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
