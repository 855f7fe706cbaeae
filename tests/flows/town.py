"""A municipality that begins with nothing: every story starts here and goes on through services."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from app.alerts.model import AlertId
from app.applications.model import (
    ApplicationDraft,
    NeedCategory,
    OtherMember,
    TargetGroup,
)
from app.core.clock import FixedClock
from app.core.ids import ApplicationId, DocumentId, DwellingId, Ref, VedtakId
from app.decisions.model import VedtakDraft
from app.dwellings.model import DwellingStatus
from app.letters.model import Channel, OnPaper
from app.office import Folders, Office
from app.people.model import Role
from app.register import FirstRun, Register
from app.transfer.model import Receipt
from tests.app.decisions.desk import a_grant
from tests.app.transfer import sheets
from tests.factories import PASSPHRASE, a_number, a_person, a_profile, an_officer

MONDAY = datetime.fromisoformat("2026-11-23T10:00:00+01:00")
CHILD_BORN = MONDAY.date().replace(year=2019, month=3, day=5)


@dataclass(slots=True, repr=False)
class Town:
    """One machine with one register on it; `groups` is the recovery key on paper."""

    register: Register
    office: Office
    groups: tuple[str, ...]
    clock: FixedClock
    folders: Folders
    outside: Path
    imports: list[Receipt] = field(default_factory=list)

    @classmethod
    def founded(cls, home: Path) -> "Town":
        """The first run, with a second place for backups."""
        outside = home / "minnepinne"
        outside.mkdir()
        clock, folders = FixedClock(MONDAY), Folders(home / "heads", home / "backups")
        register = Register(home / "data" / "lia.husrom", clock, folders)
        office, groups = register.create(FirstRun(a_profile(), an_officer(), str(outside)))
        return cls(register, office, groups, clock, folders, outside)

    def take_in(self, sheet: Path) -> Receipt:
        """A whole sheet as the program guesses it, good rows at one stroke."""
        transfer = self.office.transfer
        read = transfer.read(sheet)
        checked = transfer.check(read, transfer.guess(read))
        receipt = transfer.take_in(checked, sheet.read_bytes())
        self.imports.append(receipt)
        return receipt

    def take_in_both(self) -> tuple[Receipt, Receipt]:
        """The dwellings and the waiting list."""
        return self.take_in(sheets.KOBO_SAMPLE), self.take_in(sheets.WAITING_SAMPLE)

    def take_in_applicants(self) -> Receipt:
        """The waiting list alone."""
        return self.take_in(sheets.WAITING_SAMPLE)

    def vacant(self, bedrooms: int) -> DwellingId:
        """The first dwelling by address that is ready and has this many bedrooms."""
        rows = self.office.dwellings.rows()
        ready = (row for row in rows if row.status is DwellingStatus.READY)
        return next(row.id for row in ready if row.bedrooms == bedrooms)

    def apply(self, **changes: object) -> ApplicationId:
        """A form from a mother with one child, all in one unit."""
        child = a_person(
            given_name="Ola", national_id=a_number(CHILD_BORN, 0), address=None, phone=""
        )
        draft = ApplicationDraft(
            applicant=a_person(),
            received_on=self.clock.today(),
            others=(OtherMember(child, Role.CHILD),),
            group=TargetGroup.FAMILY_WITH_CHILDREN,
            needs=frozenset({NeedCategory.EMERGENCY_OR_TEMPORARY, NeedCategory.TOO_SMALL}),
            present_housing="Hos en venninne siden september",
            reason="Leieavtalen gikk ut",
            bedrooms=2,
        )
        return self.office.applications.register(replace(draft, **changes))  # type: ignore[arg-type]  # the draft's own fields

    def decide(self, application: ApplicationId, draft: VedtakDraft) -> VedtakId:
        """A vedtak written and issued."""
        vedtak = self.office.decisions.draft(application)
        self.office.decisions.save_draft(vedtak, draft)
        self.office.decisions.issue(vedtak)
        return vedtak

    def grant(self, application: ApplicationId, dwelling: DwellingId | None) -> VedtakId:
        """A yes."""
        return self.decide(application, a_grant(dwelling=dwelling))

    def letter(self, case: Ref) -> DocumentId:
        """The newest document of a case."""
        return self.office.letters.of(case)[0].id

    def send(self, document: DocumentId | OnPaper) -> None:
        """By registered letter, today."""
        number = document.id if isinstance(document, OnPaper) else document
        self.office.letters.sent(
            number, self.clock.today(), Channel.REGISTERED_LETTER, "RR123456785NO"
        )

    def waiting_today(self, alert: AlertId, case: Ref | None = None) -> int:
        """How many of this kind stand under I dag, of all or of one case."""
        return len(
            [
                each
                for each in self.office.alerts.today()
                if each.id is alert and case in (None, each.case)
            ]
        )

    def later(self, days: int) -> None:
        """Let days go by."""
        self.clock.at += timedelta(days=days)

    def until(self, day: date) -> None:
        """Let days go by until this one."""
        self.later((day - self.clock.today()).days)

    def lock(self) -> Path:
        """As Ctrl+L: a backup, then everything is let go."""
        copy = self.office.back_up()
        self.office.close()
        self.register.let_go()
        return copy

    def unlock(self) -> Office:
        """The passphrase, and the same register again."""
        self.office = self.register.open_with_passphrase(PASSPHRASE)
        return self.office

    def end(self) -> None:
        """Close what is open."""
        self.office.close()
        self.register.let_go()


def codes(refused: Callable[[], object], *, of: type[Exception]) -> list[str]:
    """What the office says when it refuses something, and nothing when it does not refuse."""
    try:
        refused()
    except of as error:
        problems = getattr(error, "problems", None)
        return [problem.code for problem in problems] if problems else [getattr(error, "code", "")]
    return []
