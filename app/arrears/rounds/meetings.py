"""The officer's verbs on the meeting about unpaid rent (peers idea 7)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.arrears.rounds import rules, store
from app.arrears.rounds.model import (
    ArrearsMeeting,
    ArrearsMeetingId,
    ArrearsMeetingRow,
    Decided,
    HelpGiven,
    HelpNow,
    MeetingCase,
    MeetingDraft,
)
from app.arrears.rounds.prints import MeetingPaper, meeting_sheet, minutes_paper
from app.arrears.rounds.service import ArrearsRounds
from app.arrears.service import Arrears
from app.arrears.steps.model import ArrearsRow
from app.arrears.steps.service import ArrearsSteps
from app.core.errors import Conflict, NotFound, Problem, demand
from app.core.ids import DocumentId, LeaseId, Ref
from app.documents.model import Document
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.settings.service import Settings
from app.storage.database import Database

PREFIX = "MH"


class ArrearsMeetings:
    """Call one, print its sheet, type what is decided, and make the minutes."""

    def __init__(
        self,
        db: Database,
        arrears: Arrears,
        steps: ArrearsSteps,
        rounds: ArrearsRounds,
        letters: Letters,
        settings: Settings,
    ) -> None:
        self._db = db
        self._arrears = arrears
        self._steps = steps
        self._rounds = rounds
        self._letters = letters
        self._settings = settings
        self._help: HelpGiven | None = None

    def know_help(self, given: HelpGiven) -> None:
        """What knows how much help somebody has."""
        self._help = given

    # reading

    def rows(self) -> tuple[ArrearsMeetingRow, ...]:
        """Every meeting, the newest first."""
        return store.rows(self._db)

    def open(self) -> ArrearsMeeting | None:
        """The one that has no minutes yet."""
        waiting = next((row for row in self.rows() if row.closed_on is None), None)
        return None if waiting is None else self.get(waiting.id)

    def get(self, meeting: ArrearsMeetingId) -> ArrearsMeeting:
        """One with its sheet as it is now; NotFound when there is none."""
        known = self._known(meeting)
        owing = {row.tenancy.lease: row for row in self._steps.proposals()}
        cases = tuple(
            self._case(meeting, kept, place, owing)
            for place, kept in enumerate(store.cases(self._db, meeting), 1)
        )
        return replace(known, cases=cases)

    def _case(
        self,
        meeting: ArrearsMeetingId,
        kept: store.Kept,
        place: int,
        owing: dict[LeaseId, ArrearsRow],
    ) -> MeetingCase:
        tenancy = self._arrears.tenancy(kept.lease)
        agreed = self._rounds.agreed(tenancy.lease)
        help_now = HelpNow()
        if self._help is not None:
            help_now = self._help.help_of(tenancy.tenant, self._today)
        return MeetingCase(
            lease=tenancy.lease,
            place=place,
            number=tenancy.number,
            name=tenancy.tenant_name,
            address=tenancy.address,
            tenant=tenancy.tenant,
            decided=kept.decided,
            row=owing.get(tenancy.lease),
            help=help_now,
            agreed=None if agreed is None or agreed.meeting == meeting else agreed,
        )

    def suggested(self) -> tuple[LeaseId, ...]:
        """Those that stand first in the list, as many as one sheet holds."""
        most = self._settings.parameters.whole(rules.SIZE, self._today)
        return tuple(row.tenancy.lease for row in self._steps.proposals()[:most])

    # writing

    def call(
        self, draft: MeetingDraft, leases: Sequence[LeaseId] | None = None
    ) -> ArrearsMeetingId:
        """A new meeting with these tenancies, or those suggested; Conflict while one is open."""
        waiting = next((row for row in self.rows() if row.closed_on is None), None)
        if waiting is not None:
            raise Conflict("arrears_meeting_open", held_on=waiting.held_on)
        demand(rules.check_meeting(draft, self._today))
        chosen = self.suggested() if leases is None else leases
        newest = dict.fromkeys(self._arrears.tenancy(lease).lease for lease in chosen)
        with self._db.unit("arrears_meeting.called") as unit:
            meeting = store.insert(unit, draft)
            unit.about(Ref("arrears_meeting", meeting))
            for place, lease in enumerate(newest, 1):
                store.add_case(unit, meeting, lease, place)
        return meeting

    def correct(self, meeting: ArrearsMeetingId, draft: MeetingDraft) -> None:
        """Day, place, who is there, and the next one."""
        known = self._open(meeting)
        demand(rules.check_meeting(draft, self._today))
        if draft == known.draft:
            return
        with self._db.unit("arrears_meeting.corrected", Ref("arrears_meeting", meeting)) as unit:
            store.update(unit, meeting, draft)

    def call_off(self, meeting: ArrearsMeetingId) -> None:
        """It is not held."""
        self._open(meeting)
        with self._db.unit("arrears_meeting.called_off", Ref("arrears_meeting", meeting)) as unit:
            store.delete(unit, meeting)

    def add(self, meeting: ArrearsMeetingId, lease: LeaseId) -> None:
        """One tenancy more, last on the sheet; Conflict when it is there already."""
        self._open(meeting)
        tenancy = self._arrears.tenancy(lease)
        if store.case_of(self._db, meeting, tenancy.leases) is not None:
            raise Conflict("arrears_case_there", number=tenancy.number)
        last = max((kept.place for kept in store.cases(self._db, meeting)), default=0)
        with self._db.unit("arrears_meeting.added", Ref("arrears_meeting", meeting)) as unit:
            store.add_case(unit, meeting, tenancy.lease, last + 1)

    def remove(self, meeting: ArrearsMeetingId, lease: LeaseId) -> None:
        """Taken off the sheet; NotFound when it is not there."""
        self._open(meeting)
        case = self._on_sheet(meeting, lease)
        with self._db.unit("arrears_meeting.removed", Ref("arrears_meeting", meeting)) as unit:
            store.remove_case(unit, case)

    def decide(self, meeting: ArrearsMeetingId, lease: LeaseId, decided: Decided) -> None:
        """What was decided, typed in the meeting: the next step of the tenancy. Invalid."""
        known = self._open(meeting)
        case = self._on_sheet(meeting, lease)
        demand(rules.check_decided(decided, known.held_on))
        with self._db.unit(
            "arrears_meeting.decided", Ref("arrears_meeting", meeting), may_be_idle=True
        ) as unit:
            store.decide(unit, case, decided)

    def done(self, lease: LeaseId) -> None:
        """What a meeting left to be done about a tenancy is done; NotFound when nothing waits."""
        agreed = self._rounds.agreed(lease)
        if agreed is None:
            raise NotFound("arrears_nothing_agreed")
        case = self._on_sheet(agreed.meeting, lease)
        subject = Ref("lease", self._arrears.tenancy(lease).lease)
        with self._db.unit("arrears_meeting.done", subject) as unit:
            store.decide(unit, case, replace(agreed.decided, done_on=unit.today))

    # papers

    def sheet(self, meeting: ArrearsMeetingId, *, for_landlord: bool = False) -> Document:
        """The sheet to bring; the landlord's has no children and no help."""
        return meeting_sheet(self._paper(meeting, for_landlord=for_landlord))

    def check(self, meeting: ArrearsMeetingId) -> tuple[Problem, ...]:
        """What stands in the way of the minutes, and what they leave open."""
        known = self.get(meeting)
        return rules.check_closing(known.held_on, known.present, self._today, known.undecided)

    def minutes(self, meeting: ArrearsMeetingId) -> Document:
        """The minutes as they would be."""
        return minutes_paper(replace(self._paper(meeting), draft=True))

    def close(self, meeting: ArrearsMeetingId) -> DocumentId:
        """Make the minutes; final. Invalid with what is missing."""
        self._open(meeting)
        demand(self.check(meeting))
        paper = self._paper(meeting)
        subject = Ref("arrears_meeting", meeting)
        with self._db.unit("arrears_meeting.closed", subject, final=True) as unit:
            store.close(unit, meeting, unit.today)
            return self._letters.issue(
                unit,
                minutes_paper(paper),
                kind=DocumentKind.ARREARS_MEETING_MINUTES,
                number=paper.number,
                case=subject,
                person=None,
                to_send=False,
            )

    def _paper(self, meeting: ArrearsMeetingId, *, for_landlord: bool = False) -> MeetingPaper:
        profile, now, me = self._settings.profile, self._db.clock.now(), self._settings.me
        return MeetingPaper(
            office=profile,
            meeting=self.get(meeting),
            issued=now,
            number=self._letters.next_number(PREFIX, now.year),
            written_by=me.name if me else "",
            text=self._settings.text("arrears_meeting", profile.language, now.date()),
            for_landlord=for_landlord,
        )

    def _on_sheet(self, meeting: ArrearsMeetingId, lease: LeaseId) -> int:
        found = store.case_of(self._db, meeting, self._arrears.tenancy(lease).leases)
        if found is None:
            raise NotFound("arrears_case_not_there")
        return found

    def _known(self, meeting: ArrearsMeetingId) -> ArrearsMeeting:
        found = store.get(self._db, meeting)
        if found is None:
            raise NotFound("arrears_meeting_not_found")
        return found

    def _open(self, meeting: ArrearsMeetingId) -> ArrearsMeeting:
        known = self._known(meeting)
        if known.closed_on is not None:
            raise Conflict("arrears_meeting_closed", held_on=known.held_on)
        return known

    @property
    def _today(self) -> date:
        return self._db.clock.today()
