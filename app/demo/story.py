"""What the demo's officer does in a day's work, each by the program's own verbs."""

from collections.abc import Callable
from dataclasses import field, replace
from datetime import date, datetime, time, timedelta, timezone
from random import Random

from app.applications.model import ApplicationDraft, Delay, ReplyDraft, TargetGroup
from app.core.cases import CaseKind
from app.core.clock import FixedClock
from app.core.ids import ApplicationId, DwellingId, LeaseId, Ref, VedtakId
from app.core.records import dataclass
from app.core.text import Language
from app.core.working_days import last_safe_day
from app.decisions.model import VedtakDraft
from app.demo import phrases
from app.demo.crowd import Crowd
from app.demo.forms import Told, tell
from app.demo.stock import FOUNDATION
from app.demo.waiting import application
from app.dwellings.model import DwellingRow
from app.letters.model import Channel, DocumentState
from app.office import Office
from app.people.model import PersonDraft

NORWAY = timezone(timedelta(hours=1))
_ONE_OFFICER = "Vi er én saksbehandler, og behandler søknadene i den rekkefølgen de haster."

Step = Callable[[], object]
Steps = list[tuple[int, Step]]
"""How many days ago, and what."""


@dataclass(slots=True)
class Story:
    """An office with its people, and the cases that are followed, by a name of their own."""

    office: Office
    clock: FixedClock
    today: date
    rng: Random
    crowd: Crowd
    cases: dict[str, ApplicationId] = field(default_factory=dict)
    offered: dict[str, int] = field(default_factory=dict)
    leases: dict[str, LeaseId] = field(default_factory=dict)
    rents: list[LeaseId] = field(default_factory=list)

    def go_to(self, ago: int) -> None:
        """The working day that many days ago, or the last one before it."""
        self.clock.at = moment(self.day(ago))

    def day(self, ago: int) -> date:
        """As the office counts it: always a working day."""
        return last_safe_day(self.today - timedelta(days=ago))

    @property
    def now(self) -> date:
        """The day the story has come to."""
        return self.clock.today()

    def arrive(
        self,
        name: str,
        group: TargetGroup,
        lives: phrases.Lives | None = None,
        told: Told | None = None,
        received: date | None = None,
    ) -> None:
        """A form comes in the post and is taken in whole."""
        draft = application(group, self.rng, self.crowd, received or self.now)
        if lives is not None:
            need, words = lives
            draft = replace(draft, needs=frozenset({need}), present_housing=words)
        self.cases[name] = self.office.applications.register(in_bokmal(draft))
        form = tell(self.office, self.cases[name], self.rng, told or Told())
        self.office.intake.save(self.cases[name], form)

    def open_case(self, name: str, of: str, case: CaseKind) -> None:
        """The same request asks for more."""
        self.cases[name] = self.office.applications.open_case(self.cases[of], case)

    def reply(self, name: str, *, sent: bool) -> None:
        """A preliminary answer with a day four weeks ahead."""
        draft = ReplyDraft(self.now + timedelta(days=28), Delay.QUEUE, _ONE_OFFICER)
        self.office.replies.issue(self.cases[name], draft)
        if sent:
            self.post(Ref("application", self.cases[name]))

    def decide(self, name: str, said: VedtakDraft) -> None:
        """A vedtak with the reasons given."""
        decisions = self.office.decisions
        vedtak = decisions.draft(self.cases[name])
        known = decisions.get(vedtak).draft
        filled = replace(
            said,
            kind=known.kind,
            dwelling_words=known.dwelling_words if said.result.grants else "",
            responsible_unit=known.responsible_unit,
            wishes_text=said.wishes_text or known.wishes_text,
            legal_basis=known.legal_basis,
            legal_paragraph=known.legal_paragraph,
            appeal_body=known.appeal_body,
            appeal_weeks=known.appeal_weeks,
        )
        decisions.save_draft(vedtak, filled)
        decisions.issue(vedtak)

    def vedtak(self, name: str) -> VedtakId:
        """The vedtak that was made in a case."""
        (row,) = self.office.decisions.rows(self.cases[name])
        return row.id

    def send(self, name: str) -> None:
        """The letter with the vedtak."""
        self.post(Ref("vedtak", self.vedtak(name)))

    def arrived(self, name: str) -> None:
        """It has come to the person."""
        for letter in self.office.letters.of(Ref("vedtak", self.vedtak(name))):
            if letter.state is DocumentState.DISPATCHED:
                self.office.letters.arrived(letter.id, self.now)

    def hand_over(self, name: str) -> None:
        """The vedtak is fetched at the counter."""
        case = Ref("vedtak", self.vedtak(name))
        self.post(case, Channel.DELIVERED_BY_HAND, phrases.HANDED)

    def post(
        self, case: Ref, channel: Channel = Channel.LETTER, proof: str = phrases.POSTED
    ) -> None:
        """Every letter of a case that waits, copies too."""
        waiting = {row.id for row in self.office.letters.to_send()}
        for letter in self.office.letters.of(case):
            if letter.id in waiting:
                self.office.letters.sent(letter.id, self.now, channel, proof)

    def post_of_lease(self, name: str) -> None:
        """Every letter of a lease that waits, on paper."""
        self.post(Ref("lease", self.leases[name]))

    def vacant(self, allocator: str) -> tuple[DwellingId, ...]:
        """Those an allocator can offer today, the foundation's first, then the smallest."""
        rows = [
            row
            for row in self.office.dwellings.rows()
            if row.status.value == "ready" and row.allocator == allocator
        ]
        return tuple(row.id for row in sorted(rows, key=_first_offered))


def _first_offered(row: DwellingRow) -> tuple[bool, int, int]:
    return row.owner != FOUNDATION, row.bedrooms or 0, row.id


def moment(day: date) -> datetime:
    """Nine in the morning, winter time, so that the same day gives the same demo anywhere."""
    return datetime.combine(day, time(9), NORWAY)


def in_bokmal(draft: ApplicationDraft) -> ApplicationDraft:
    """The officer's reasons are bokmål, so the letter is too."""
    if not isinstance(draft.applicant, PersonDraft):
        return draft
    return replace(draft, applicant=replace(draft.applicant, language=Language.NB))
