"""Makes the register that every later program must be able to open, when a schema is released.

    python -m tests.files.make_register

writes `tests/files/registers/<schema>.husrom`, its keys, and the digests that freeze the
migrations. A released register is never made anew.
"""

import hashlib
import shutil
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from app.applications.discharges.model import LeavingKind, PlannedDischarge
from app.applications.intake.model import AssetKind, IncomeKind
from app.applications.model import ApplicationDraft, Channel, NeedCategory
from app.arrears.accounts.model import PaymentDraft
from app.arrears.disputes.model import DisputeDraft
from app.arrears.pauses.model import PauseDraft, PauseReason
from app.arrears.signals.model import EarlySignalKind, SignalDraft, SignalSource
from app.arrears.steps.model import ArrearsStepKind, ContactDraft
from app.core.clock import FixedClock
from app.core.ids import DebtCaseId, DwellingId, PersonId, Ref
from app.core.money import kroner
from app.core.report_periods import ReportSpan
from app.core.text import Language
from app.debt.budget.model import BudgetDraft
from app.debt.claims.model import ClaimSums, CreditorDraft, DebtClaimDraft, DebtClaimKind
from app.debt.decisions.noted.model import NotedDraft
from app.debt.economy.model import (
    CostDraft,
    CostKind,
    DebtorStatus,
    HouseholdDraft,
    IncomeDraft,
    Interval,
    OwnedDraft,
)
from app.debt.measures.model import (
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
)
from app.debt.model import AcuteScreen, DebtTopic, RequestDraft, Screened
from app.debt.papers.model import DebtPaperKind, DebtPaperState
from app.debt.queue.capacity.model import CapacityDraft
from app.dwellings.clauses.model import Clause, ClauseKind
from app.evictions.messages.model import MessageDraft
from app.evictions.model import EnforcementGround, EvictionSums, MessageSender
from app.followup.assessments.model import AreaAnswer, AssessmentArea, AssessmentDraft, Finding
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.followup.levels.model import HelpLevel
from app.leases.model import ImportedLease
from app.office import Folders, Office
from app.overview.data_access.model import Held
from app.overview.figures.model import Figure
from app.overview.homeless.model import HomelessIncome, HomelessProfile, PlaceOfStay
from app.overview.indicators.model import Indicator, IndicatorTarget
from app.overview.kostra.model import KostraLine
from app.overview.quarter.editions import key
from app.overview.quarter.model import FinishedPack, PackEdition
from app.overview.snapshots.model import ReturnKind
from app.people.consents.model import Consent, ConsentScope
from app.people.model import AddressProtection, HouseholdKind, MemberDraft, Role
from app.register import FirstRun, Register
from app.settings.saved_lists.model import Chosen
from app.storage import schema
from tests.factories import (
    a_number,
    a_person,
    a_profile,
    an_officer,
    registered_dwelling,
    registered_person,
)

REGISTERS = Path(__file__).parent / "registers"
RELEASED = "released.txt"
MOMENT = datetime.fromisoformat("2026-11-23T10:00:00+01:00")


def digests() -> dict[str, str]:
    """Each migration with what freezes it."""
    return {
        path.stem: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in schema.migration_files()
    }


def released(folder: Path = REGISTERS) -> dict[str, str]:
    """The migrations that must never change any more."""
    frozen = folder / RELEASED
    lines = frozen.read_text(encoding="utf-8").splitlines() if frozen.exists() else []
    return dict(line.split() for line in lines)


def make(folder: Path) -> Path:
    """Make the register of this program's schema in `folder`; FileExistsError if it is there."""
    target = folder / f"{schema.newest():04}.husrom"
    if target.exists():
        raise FileExistsError(target.name)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        aside = Path(place)
        register = Register(
            aside / target.name, FixedClock(MOMENT), Folders(aside / "heads", aside / "backups")
        )
        office, _ = register.create(FirstRun(a_profile(), an_officer()))
        live(office)
        office.close()
        register.let_go()
        for path in (register.files.register, register.files.envelope):
            shutil.copy(path, folder / path.name)
    lines = [f"{name} {digest}\n" for name, digest in digests().items()]
    (folder / RELEASED).write_text("".join(lines), encoding="utf-8")
    return target


def live(office: Office) -> None:
    """A little of everything that a register keeps: rows, undone and emptied history."""
    kari = registered_person(office)
    lill = registered_person(office, given_name="Lill", national_id=a_number(date(2017, 3, 2), 0))
    members = (MemberDraft(kari, Role.APPLICANT), MemberDraft(lill, Role.CHILD))
    office.people.found_household(HouseholdKind.SINGLE_PARENT, members)
    home = registered_dwelling(office)
    office.people.correct(lill, a_person(given_name="Feil", national_id=""))
    office.history.undo()
    follow_up(office, kari)
    owe(office, kari, home)
    advise(office, kari)
    look_over(office, kari, home)
    office.people.protect(kari, AddressProtection.CONFIDENTIAL, "politiet")
    office.history.redact([Ref("person_address", 1)], "ARK-02")


def follow_up(office: Office, person: PersonId) -> None:
    """Level, owner, mapping, plan, consent, note and agreement of one person."""
    today = office.clock.today()
    office.levels.set(person, HelpLevel.SUPPORT, "Trenger hjelp den første tiden")
    mapped = AssessmentDraft(
        held_on=today,
        findings={AssessmentArea.MONEY: Finding(AreaAnswer.SOME_HELP, "Regningene blir liggende.")},
    )
    assessment = office.assessments.keep(person, mapped)
    office.assessments.finish(assessment, {AssessmentArea.MONEY: "Trenger oversikt"})
    office.template_use.begin(person, office.plan_templates.offered()[0].id)
    until = today + timedelta(days=365)
    office.consents.add(Consent(person, ConsentScope.TALK_WITH_HEALTH, today, until))
    talk = ContactNoteDraft(today, ContactChannel.PHONE, ContactOutcome.REACHED, "Alt går bra.")
    office.contact_notes.add(person, talk)
    office.agreements.write(person, office.agreements.proposed(person))


def owe(office: Office, person: PersonId, home: DwellingId) -> None:
    """A tenancy with rent that is not paid, what was done about it, and a home in danger."""
    today = office.clock.today()
    with office.unit("sheet.taken_in") as unit:
        let = ImportedLease(person, home, date(2025, 1, 1), open_ended=True, rent=kroner(8450))
        lease = office.leases.take_in(unit, let)
    for month in ("2026-10", "2026-11"):
        office.month_rents.enter(month)
    office.arrears.add_payment(lease, PaymentDraft(today, kroner(4000)))
    charge = office.arrears.owed(lease).charges[0].charge
    dispute = DisputeDraft(today, "Ovnen virker ikke", kroner(500), charge.id)
    office.rent_disputes.dispute(lease, dispute)
    talk = ContactDraft(ArrearsStepKind.CALL, today, spoke=True, words="Vil betale fredag.")
    office.arrears_steps.log_contact(lease, talk)
    pause = PauseDraft(PauseReason.ILL, "Innlagt", today + timedelta(days=10))
    office.pauses.begin(lease, pause)
    sign = SignalDraft(EarlySignalKind.POWER_CUT, today, SignalSource.POWER_COMPANY)
    office.early_signals.add(person, sign)
    office.home_track.receive_opt_out(person, today, "Brev fra leietakeren")
    case = office.eviction_cases.receive(
        MessageDraft(
            sender=MessageSender.NAMSFOGD,
            person=person,
            lease=lease,
            received_on=today,
            reference="26-1048",
            ground=EnforcementGround.UNPAID_RENT,
            sums=EvictionSums(kroner(12_900), kroner(1_870)),
        )
    )
    office.eviction_cases.set_date(case, today + timedelta(days=30), "10.00")


def advise(office: Office, person: PersonId) -> None:
    """Economic advice from the request to a plan with creditors, with a vedtak on paper."""
    today = office.clock.today()
    case = office.debt_cases.register(
        RequestDraft(
            person=person,
            received_on=today - timedelta(days=20),
            channel=Channel.PHONE,
            topics=frozenset({DebtTopic.RENT, DebtTopic.CONSUMER_DEBT}),
            words="Har flere lån.",
            consents=(Consent(person, ConsentScope.SHARE_CREDITORS, today),),
        )
    )
    no, yes = Screened.NO, Screened.YES
    office.debt_cases.screen(case, AcuteScreen(today, yes, None, no, None, yes, no))
    office.noted_vedtak.note(case, NotedDraft(today - timedelta(days=5), today))
    office.debt_cases.start(case)
    office.debt_capacity.change(
        CapacityDraft(today, 50, least_hours=8, usual_hours=14, most_hours=25, reason="Halv")
    )
    map_economy(office, case)
    made = office.payment_plans.drafted(case)
    terms = replace(made.terms, first_on=today + timedelta(days=10))
    plan = office.payment_plans.make(case, replace(made, terms=terms))
    office.payment_plans.paid_part(plan)
    bostotte = DebtMeasureDraft(DebtMeasureKind.BOSTOTTE, "Husbanken")
    office.debt_measures.begin(case, bostotte, DebtMeasureRow(today, DebtMeasureState.ASKED))


def map_economy(office: Office, case: DebtCaseId) -> None:
    """Household, income, cost, something owned, a claim, papers asked for and a budget."""
    today, economy = office.clock.today(), office.debt_economy
    economy.set_household(case, HouseholdDraft(DebtorStatus.SINGLE, 1))
    month = Interval.MONTH
    economy.add(case, IncomeDraft(IncomeKind.WORK, kroner(30_000), month, today))
    economy.add(case, CostDraft(CostKind.RENT, kroner(8450), month, today))
    economy.add(case, OwnedDraft(AssetKind.BANK, kroner(900), today))
    office.debt_claims.add(
        case,
        DebtClaimDraft(
            new_creditor=CreditorDraft("Prøvebanken AS"),
            kind=DebtClaimKind.CONSUMER_LOAN,
            sums=ClaimSums(kroner(20_000), kroner(700)),
            rate=Decimal("18.9"),
        ),
    )
    office.debt_papers.mark(case, [DebtPaperKind.TAX_RETURN], DebtPaperState.ASKED)
    office.debt_budgets.make(case, BudgetDraft("Nå", today))


class AsKept:
    """Columns and values by their own names: what is kept of the file is its digest."""

    def column(self, table: str, column: str, language: Language) -> str:
        """As in the register."""
        del language
        return f"{table}.{column}"

    def value(self, table: str, column: str, value: Held, language: Language) -> str:
        """As in the register."""
        del table, column, language
        return str(value)


def look_over(office: Office, person: PersonId, home: DwellingId) -> None:
    """Lists, clauses, the count of the homeless, targets, own lines and returns that are kept."""
    today = office.clock.today()
    office.clauses.tell(home, Clause(ClauseKind.HUSBANKEN_LOAN, today, date(2041, 5, 1), "Lån 7"))
    office.dwellings.tell_sale(home, True, today, "Vedtatt solgt")
    office.saved_lists.save("dwellings", "Skal selges", Chosen({"Status": "let"}))
    office.saved_lists.exported("dwellings", "Boliger", "Utleid", 1, "csv")
    asked = office.applications.register(
        ApplicationDraft(
            applicant=person,
            received_on=today - timedelta(days=9),
            needs=frozenset({NeedCategory.DISCHARGE_NO_HOME}),
        )
    )
    leaves = today + timedelta(days=40)
    office.discharges.tell(asked, PlannedDischarge(LeavingKind.DISCHARGE, leaves))
    office.homeless.add(person, today, PlaceOfStay.FRIENDS_OR_FAMILY)
    office.homeless.describe(person, HomelessProfile(income=HomelessIncome.BENEFIT))
    office.homeless.confirm([person], today.year)
    office.indicators.aim(IndicatorTarget(Indicator.WAITING, today, 12, "Boligforum"))
    quarter = office.indicators.period(ReportSpan.QUARTER)
    office.packs.write(quarter, "Stille kvartal.")
    held = frozenset({key(Indicator.WAITING.value, quarter)})
    office.packs.handed_out(quarter, FinishedPack(PackEdition.OUTSIDE, b"", b"", held))
    office.kostra.set_line(KostraLine("90", "Egne boliger", "", today.year, source="Skjema"))
    office.snapshots.keep(ReturnKind.KOSTRA13, today, today, [Figure("disposed", value=1)], {})
    office.data_access.given(person, office.data_access.make(person, AsKept()))


if __name__ == "__main__":
    sys.stdout.write(f"{make(REGISTERS).name}\n")
