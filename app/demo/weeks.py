"""The six weeks the office has used Husrom: what was done, day by day, by the officer's verbs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from functools import partial
from random import Random

from app.applications.model import ApplicationDraft, Delay, ReplyDraft, TargetGroup
from app.core.clock import FixedClock
from app.core.ids import ApplicationId, DocumentId, DwellingId, LeaseId
from app.core.text import Language
from app.core.working_days import last_safe_day
from app.decisions.model import VedtakDraft
from app.demo import phrases, takeover
from app.demo.crowd import Crowd
from app.demo.stock import NAV, START
from app.demo.waiting import application
from app.dwellings.model import DwellingStatus
from app.letters.model import Channel, OnPaper
from app.office import Office
from app.people.model import PersonDraft

NORWAY = timezone(timedelta(hours=1))
_ONE_OFFICER = "Vi er én saksbehandler, og behandler søknadene i den rekkefølgen de haster."

G = TargetGroup
Step = Callable[[], object]
# Days ago for those that nobody has answered yet: two are late, some are soon
UNANSWERED = (
    (34, G.DISADVANTAGED_OTHER),
    (29, G.MENTAL_HEALTH),
    (24, G.FAMILY_WITH_CHILDREN),
    (21, G.SUBSTANCE_USE),
    (11, G.DISADVANTAGED_OTHER),
    (6, G.FAMILY_WITH_CHILDREN),
    (1, G.MENTAL_HEALTH),
)


class Weeks:
    """Lets the weeks pass by in an office that has just been made."""

    def __init__(
        self, office: Office, clock: FixedClock, today: date, rng: Random, crowd: Crowd
    ) -> None:
        self._office = office
        self._clock = clock
        self._today = today
        self._rng = rng
        self._crowd = crowd
        self._known: dict[str, ApplicationId] = {}
        self._letters: dict[str, DocumentId] = {}
        self._leases: list[LeaseId] = []

    def pass_by(self) -> None:
        """Everything, the oldest first, on working days; the clock ends on the demo's day."""
        for ago, step in sorted(self._steps(), key=lambda each: -each[0]):
            self._clock.at = moment(last_safe_day(self._today - timedelta(days=ago)))
            step()
        self._clock.at = moment(self._today)

    def _steps(self) -> list[tuple[int, Step]]:
        office, rng, crowd, today = self._office, self._rng, self._crowd, self._today
        first: list[tuple[int, Step]] = [
            (START, partial(takeover.take_over_stock, office, rng, crowd, today)),
            (START - 1, partial(takeover.take_over_list, office, rng, crowd, today)),
            (START - 2, partial(takeover.choose_between, office)),
        ]
        return first + self._decided() + self._waiting_for_an_answer()

    def _decided(self) -> list[tuple[int, Step]]:
        """One housed, two granted and on the list, two refused; the latest letters not yet sent."""
        arrive, answer, decide = self._arrive, self._reply, self._decide
        without, dear = phrases.WITHOUT, phrases.DEAR
        return [
            (43, partial(arrive, "housed", G.DISADVANTAGED_OTHER, without)),
            (42, partial(arrive, "refused", G.DISADVANTAGED_OTHER, dear)),
            (41, partial(arrive, "granted", G.SUBSTANCE_USE, without)),
            (39, partial(arrive, "family", G.FAMILY_WITH_CHILDREN, without)),
            (37, partial(arrive, "second", G.DISADVANTAGED_OTHER, dear)),
            (36, partial(answer, "housed", sent=True)),
            (35, partial(answer, "granted", sent=True)),
            (33, partial(answer, "family", sent=True)),
            (31, partial(decide, "housed", phrases.GRANT, home=True)),
            (30, partial(self._send, "housed")),
            (27, partial(self._arrived, "housed")),
            (26, partial(decide, "refused", phrases.REFUSAL)),
            (25, partial(self._send, "refused")),
            (22, partial(self._arrived, "refused")),
            (20, partial(self._lease, "housed")),
            (15, self._sign),
            (12, partial(decide, "granted", phrases.GRANT)),
            (11, partial(self._send, "granted")),
            (3, partial(decide, "second", phrases.REFUSAL)),
            (1, partial(decide, "family", phrases.GRANT)),
        ]

    def _waiting_for_an_answer(self) -> list[tuple[int, Step]]:
        steps: list[tuple[int, Step]] = [
            (ago, partial(self._arrive, f"open {ago}", group)) for ago, group in UNANSWERED
        ]
        return [
            *steps,
            (4, partial(self._reply, "open 24", sent=False)),
            (9, partial(self._reply, "open 21", sent=True)),
        ]

    def _arrive(self, name: str, group: TargetGroup, lives: phrases.Lives | None = None) -> None:
        draft = application(group, self._rng, self._crowd, self._clock.today())
        if lives is not None:
            need, told = lives
            draft = replace(draft, needs=frozenset({need}), present_housing=told)
        self._known[name] = self._office.applications.register(_in_bokmal(draft))

    def _reply(self, name: str, *, sent: bool) -> None:
        by = self._clock.today() + timedelta(days=28)
        draft = ReplyDraft(by, Delay.QUEUE, _ONE_OFFICER)
        document = self._office.replies.issue(self._known[name], draft)
        if sent and not isinstance(document, OnPaper):
            self._post(document, Channel.LETTER, phrases.POSTED)

    def _decide(self, name: str, said: VedtakDraft, *, home: bool = False) -> None:
        """A vedtak with the reasons given; with a vacant flat when it is to lead to a lease."""
        decisions = self._office.decisions
        vedtak = decisions.draft(self._known[name])
        drafted = decisions.get(vedtak).draft
        filled = replace(
            said,
            kind=drafted.kind,
            dwelling_words=drafted.dwelling_words if said.result.grants else "",
            responsible_unit=drafted.responsible_unit,
            wishes_text=drafted.wishes_text,
            legal_basis=drafted.legal_basis,
            legal_paragraph=drafted.legal_paragraph,
            appeal_body=drafted.appeal_body,
            appeal_weeks=drafted.appeal_weeks,
            dwelling=self._vacant() if home else None,
            conditions=phrases.CONDITIONS if home else (),
        )
        decisions.save_draft(vedtak, filled)
        document = decisions.issue(vedtak)
        if not isinstance(document, OnPaper):
            self._letters[name] = document

    def _vacant(self) -> DwellingId:
        """The smallest vacant flat that Nav allocates."""
        ready = (
            row
            for row in self._office.dwellings.rows()
            if row.status is DwellingStatus.READY and row.allocator == NAV
        )
        return min(ready, key=lambda row: (row.bedrooms or 0, row.id)).id

    def _send(self, name: str) -> None:
        self._post(self._letters[name], Channel.LETTER, phrases.POSTED)

    def _post(self, document: DocumentId, channel: Channel, proof: str) -> None:
        self._office.letters.sent(document, self._clock.today(), channel, proof)

    def _arrived(self, name: str) -> None:
        self._office.letters.arrived(self._letters[name], self._clock.today())

    def _lease(self, name: str) -> None:
        """The lease that follows from the vedtak, handed over to be signed."""
        (vedtak,) = self._office.decisions.rows(self._known[name])
        lease = self._office.leases.prepare(vedtak=vedtak.id)
        document = self._office.leases.issue(lease)
        self._post(document, Channel.DELIVERED_BY_HAND, phrases.HANDED)
        self._leases.append(lease)

    def _sign(self) -> None:
        for lease in self._leases:
            self._office.leases.signed(lease, self._clock.today())


def moment(day: date) -> datetime:
    """Nine in the morning, winter time, so that the same day gives the same demo anywhere."""
    return datetime.combine(day, time(9), NORWAY)


def _in_bokmal(draft: ApplicationDraft) -> ApplicationDraft:
    """The officer's reasons are bokmål, so the letter is too."""
    if not isinstance(draft.applicant, PersonDraft):
        return draft
    return replace(draft, applicant=replace(draft.applicant, language=Language.NB))
