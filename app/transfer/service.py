"""Take a municipality's own sheet into the register, whole and undoable as one."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.applications.service import Applications
from app.arrears.lists.model import ListGround
from app.arrears.lists.service import ArrearsCheck
from app.core.errors import OfficeError
from app.core.ids import BillerId, DebtCaseId, PersonId
from app.core.national_id import NationalId
from app.core.records import dataclass
from app.debt.claims.service import DebtClaims
from app.dwellings.service import Dwellings
from app.leases.service import Leases
from app.people.model import AddressProtection, PersonDraft
from app.people.service import People
from app.storage.database import Database
from app.storage.unit import Unit
from app.transfer import debt_intake, intake, rent_intake, store
from app.transfer.check import check_sheet
from app.transfer.columns import (
    RENT_PROFILE,
    guess_profile,
    heading_line,
    map_columns,
    with_headings,
)
from app.transfer.debt_model import DebtGround
from app.transfer.export import Value, to_csv, to_xlsx
from app.transfer.model import (
    TELL_EVERY,
    Answer,
    ApplicantRow,
    CheckedSheet,
    ColumnMap,
    DwellingRow,
    ImportKind,
    Profile,
    ReadOptions,
    Receipt,
    RowKey,
    Sheet,
    Told,
)
from app.transfer.reader import read_sheet
from app.transfer.rent_model import WrongBiller


class Transfer:
    """Read, check and take in sheets; remember how a municipality's own look; write others."""

    def __init__(
        self,
        db: Database,
        people: People,
        dwellings: Dwellings,
        applications: Applications,
        leases: Leases,
        arrears_check: ArrearsCheck,
        debt_claims: DebtClaims,
    ) -> None:
        self._db = db
        self._people = people
        self._dwellings = dwellings
        self._applications = applications
        self._leases = leases
        self._arrears_check = arrears_check
        self._debt_claims = debt_claims

    def read(
        self,
        path: Path,
        options: ReadOptions | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Sheet:
        """The sheet as text, by a child process; FileProblem sheet_… Blocks: call from a job."""
        return read_sheet(path, options, cancelled)

    def guess(
        self,
        sheet: Sheet,
        kind: ImportKind | None = None,
        biller: BillerId | None = None,
        case: DebtCaseId | None = None,
    ) -> Profile:
        """How to read it: a remembered way that fits, else the usual headings.

        A biller's list is read as that biller's last was. `case` is whose debts they are.
        """
        if kind is ImportKind.RENT_LIST:
            return self._list_profile(biller)
        kinds = [kind] if kind else list(ImportKind)
        remembered = [profile for each in kinds for profile in store.profiles(self._db, each)]
        return replace(guess_profile(sheet, remembered, kind), case=case)

    def biller_profile(self, biller: BillerId) -> Profile | None:
        """How the last list of a biller was read; None when there was none."""
        kept = store.profiles(self._db, ImportKind.RENT_LIST)
        return next((each for each in kept if each.biller == biller), None)

    def _list_profile(self, biller: BillerId | None) -> Profile:
        known = None if biller is None else self.biller_profile(biller)
        if known is not None:
            return known
        name = "" if biller is None else self._arrears_check.biller_name(biller)
        return replace(RENT_PROFILE, name=name or RENT_PROFILE.name, biller=biller)

    def columns(self, sheet: Sheet, profile: Profile) -> ColumnMap:
        """What each column would be read as."""
        return map_columns(sheet.row(heading_line(sheet, profile)), profile)

    def profiles(self, kind: ImportKind) -> tuple[Profile, ...]:
        """Remembered ways of reading sheets of a kind."""
        return store.profiles(self._db, kind)

    def remember(self, profile: Profile) -> None:
        """Keep a way of reading for the next time; nothing happens when it is kept already."""
        profile = replace(profile, case=None)
        if profile in self.profiles(profile.kind):
            return
        with self._db.unit("sheet_profile.kept") as unit:
            store.keep_profile(unit, profile)

    def check(
        self,
        sheet: Sheet,
        profile: Profile,
        answers: Iterable[Answer] = (),
        told: Told | None = None,
    ) -> CheckedSheet:
        """Every row read and every finding told, against what the register has already."""
        if profile.kind is ImportKind.RENT_LIST:
            return self._check_list(sheet, profile, answers, told)
        if profile.kind is ImportKind.DEBT_OVERVIEW:
            return self._check_debts(sheet, profile, answers, told)
        today = self._db.clock.today()
        return check_sheet(
            sheet,
            profile,
            answers,
            self._known(profile.kind),
            objections=partial(intake.objections, today=today),
            told=told,
        )

    def _check_list(
        self, sheet: Sheet, profile: Profile, answers: Iterable[Answer], told: Told | None
    ) -> CheckedSheet:
        """A biller's list, with how to read the next one, and whether it is that biller's."""
        ground = self._arrears_check.ground()
        found = check_sheet(sheet, profile, answers, ground=ground, told=told)
        wrong = found.wrong or self._wrong_headings(profile, found.columns, ground)
        seen = with_headings(profile, found.columns, sheet)
        return replace(found, profile=seen, wrong=wrong)

    def _check_debts(
        self, sheet: Sheet, profile: Profile, answers: Iterable[Answer], told: Told | None
    ) -> CheckedSheet:
        """A debt overview, with whose it is and how to read the next one."""
        ground = None
        if profile.case is not None:
            case, claims = profile.case, self._debt_claims
            today = self._db.clock.today()
            ground = DebtGround(case, today, claims.creditors(), claims.of(case))
        found = check_sheet(sheet, profile, answers, debts=ground, told=told)
        return replace(found, profile=with_headings(profile, found.columns, sheet))

    def _wrong_headings(
        self, profile: Profile, columns: ColumnMap, ground: ListGround
    ) -> WrongBiller | None:
        """Another biller's last list had just these headings, and this one's had not."""
        kept = store.profiles(self._db, ImportKind.RENT_LIST)
        fitting = {each.biller for each in kept if each.biller and each.fits(columns.headings)}
        if not fitting or profile.biller in fitting:
            return None
        other = min(fitting)
        return WrongBiller(other, ground.billers[other].name)

    def _known(self, kind: ImportKind) -> frozenset[RowKey]:
        if kind is ImportKind.DWELLINGS:
            return frozenset(RowKey(("dwelling", place)) for place in self._dwellings.places())
        return store.waiting_applicants(self._db)

    def take_in(
        self,
        checked: CheckedSheet,
        content: bytes = b"",
        told: Told | None = None,
        *,
        right_biller: bool = False,
    ) -> Receipt:
        """The good rows at one stroke; OfficeError nothing_to_take_in when there is none.

        One unit, so that undo takes it all back. `told(done, total)` is called now and then and
        may raise to cancel: then nothing is taken in. A list that looks like another biller's is
        OfficeError wrong_biller until the officer has said that it is the right one.
        """
        if not checked.rows:
            raise OfficeError("nothing_to_take_in")
        if checked.wrong is not None and not right_biller:
            raise OfficeError("wrong_biller", biller=checked.wrong.name)
        if checked.profile is not None:
            self.remember(checked.profile)
        digest = hashlib.sha256(content).hexdigest()
        with self._db.unit("sheet.taken_in") as unit:
            made = store.insert_import(unit, checked.kind, digest, checked.counts)
            if checked.kind is ImportKind.RENT_LIST:
                return rent_intake.take_in(unit, checked, made, self._arrears_check.ground(), told)
            if checked.kind is ImportKind.DEBT_OVERVIEW:
                return debt_intake.take_in(unit, checked, made, self._debt_claims, told)
            tally = _Tally()
            for done, row in enumerate(checked.rows):
                if told is not None and done % TELL_EVERY == 0:
                    told(done, len(checked.rows))
                if isinstance(row, DwellingRow):
                    self._take_dwelling(unit, row, tally)
                elif isinstance(row, ApplicantRow):
                    self._take_applicant(unit, row, tally)
            unit.subject = None  # it is about no single row of those it made
            return tally.receipt(unit.event_id)

    def _take_dwelling(self, unit: Unit, row: DwellingRow, tally: "_Tally") -> None:
        dwelling = self._dwellings.add(unit, row.draft)
        tally.dwellings += 1
        if row.lease is None:
            return
        tenant = self._tenant(unit, row.lease.tenant, tally)
        if tenant is None:
            tally.shielded += 1
            return
        self._leases.take_in(unit, intake.lease(row, row.lease, tenant, dwelling))
        tally.leases += 1

    def _tenant(self, unit: Unit, number: NationalId, tally: "_Tally") -> PersonId | None:
        """Who has the number; one the register does not know yet has no name in such a sheet.

        None for one who is strengt fortrolig: nothing may tie them to the dwelling (ADR-02).
        """
        known = self._people.by_number(number.digits)
        if known is None:
            tally.persons += 1
            draft = PersonDraft(national_id=number.digits, to_check="name_missing")
            return self._people.add(unit, draft)
        strict = AddressProtection.STRICTLY_CONFIDENTIAL
        return None if self._people.get(known).protection is strict else known

    def _take_applicant(self, unit: Unit, row: ApplicantRow, tally: "_Tally") -> None:
        known = self._people.by_number(row.person.national_id) if row.person.national_id else None
        applicant: PersonId | PersonDraft = row.person if known is None else known
        self._applications.add(unit, intake.application(row, applicant, unit.today))
        tally.persons += known is None
        tally.applications += 1

    def to_xlsx(
        self, title: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]
    ) -> bytes:
        """What is seen on a page as a workbook: text stays text."""
        return to_xlsx(title, headings, rows)

    def to_csv(self, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
        """The same with semicolons, guarded against being read as formulas."""
        return to_csv(headings, rows)


@dataclass(slots=True)
class _Tally:
    """What has been put in so far."""

    dwellings: int = 0
    leases: int = 0
    persons: int = 0
    applications: int = 0
    shielded: int = 0

    def receipt(self, event: int) -> Receipt:
        return Receipt(
            event, self.dwellings, self.leases, self.persons, self.applications, self.shielded
        )
