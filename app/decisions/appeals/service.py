"""The officer's verbs on appeals."""

from datetime import date, timedelta

from app.core.dated import Starts
from app.core.errors import Conflict, Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import DocumentId, Ref, VedtakId
from app.decisions.appeals import rules, store
from app.decisions.appeals.model import (
    ANSWERS,
    Appeal,
    AppealDraft,
    AppealRow,
    AppealState,
    AppealStateSince,
    EffectSince,
    NextStep,
    ReasonsDemand,
    Timeliness,
)
from app.decisions.appeals.papers import AppealPapers, Made
from app.decisions.model import VedtakState
from app.decisions.papers import NEEDS_SIGNATURE
from app.decisions.reasons.rules import by_letter
from app.decisions.reversals.model import ReversalDraft, ReversalGround
from app.decisions.reversals.service import Reversals
from app.decisions.service import Decisions
from app.documents.model import Document
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.settings.service import Settings
from app.storage.database import Database


class Appeals:
    """Take in, assess, change or send on, and act on the appeal body's answer."""

    def __init__(
        self,
        db: Database,
        decisions: Decisions,
        reversals: Reversals,
        letters: Letters,
        settings: Settings,
        papers: AppealPapers,
    ) -> None:
        self._db = db
        self._decisions = decisions
        self._reversals = reversals
        self._letters = letters
        self._settings = settings
        self._papers = papers

    def rows(self) -> tuple[AppealRow, ...]:
        """Every appeal, the newest first."""
        return store.rows(self._db)

    def get(self, appeal: int) -> Appeal:
        """One appeal; NotFound when there is none."""
        found = store.get(self._db, appeal)
        if found is None:
            raise NotFound("appeal_not_found")
        return found

    def of(self, vedtak: VedtakId) -> tuple[Appeal, ...]:
        """Every appeal on a vedtak, oldest first."""
        return store.of(self._db, vedtak)

    def states(self, appeal: int) -> tuple[AppealStateSince, ...]:
        """Every state it has had, oldest first."""
        return store.states(self._db, appeal)

    def effects(self, appeal: int) -> tuple[EffectSince, ...]:
        """Each time it was decided whether the vedtak waits (FV-20), oldest first."""
        return store.effects(self._db, appeal)

    def check(self, vedtak: VedtakId, draft: AppealDraft) -> tuple[Problem, ...]:
        """What is wrong with an appeal as typed; a lack of form blocks nothing (FV-15)."""
        known, today = self._decisions.get(vedtak), self._today
        ruleset = self._settings.parameters.text("fvl.ruleset", today)
        return rules.check(
            draft,
            today,
            issued_on=None if known.state is VedtakState.DRAFT else known.issued_on,
            signature=ruleset == NEEDS_SIGNATURE,
            twice=any(each.state.open for each in self.of(vedtak)),
        )

    def receive(self, vedtak: VedtakId, draft: AppealDraft) -> int:
        """Take in an appeal on an issued vedtak; Invalid with what is wrong."""
        demand(self.check(vedtak, draft))
        with self._db.unit("appeal.received") as unit:
            number = store.next_number(self._db, unit.today.year)
            appeal = store.insert(unit, number, vedtak, draft)
            unit.about(Ref("appeal", appeal))
        return appeal

    def keep_paper(self, appeal: int, content: bytes, media_type: str, title: str) -> DocumentId:
        """The appeal as it came, scanned; Invalid if it is no such file."""
        known = self.get(appeal)
        person = self._papers.person(known)
        case = Ref("appeal", appeal)
        kind = DocumentKind.APPEAL
        return self._letters.receive(case, person.id, content, media_type, title, kind)

    def timeliness(self, appeal: int) -> Timeliness:
        """Whether it came in time, by the postmark where that is known (FV-13, DL-04)."""
        known = self.get(appeal)
        limit = self._decisions.appeal_deadline(known.vedtak)
        made_on = self._decisions.get(known.vedtak).issued_on
        return rules.timeliness(known, limit, made_on, self._settings.parameters)

    def next_step(self, row: AppealRow) -> NextStep:
        """The one thing to do with an appeal now."""
        fresh = row.state is AppealState.RECEIVED
        return rules.next_step(row, late=fresh and self.timeliness(row.id).late)

    def assess(self, appeal: int, late_reason: str = "") -> None:
        """Take it up; a late one only with the reason why, and never after a year (FV-14)."""
        demand(rules.late_problems(self.timeliness(appeal), late_reason))
        self._move("appeal.assessed", appeal, AppealState.IN_ASSESSMENT, self._today, late_reason)

    def preview_dismissal(self, appeal: int, reason: str) -> Document:
        """The letter that it is not taken up, as a draft."""
        found = self.timeliness(appeal)
        return self._papers.dismissal(self.get(appeal), reason, found, draft=True)

    def dismiss(self, appeal: int, reason: str) -> Made:
        """Not taken up as an appeal, and why, in a letter that can be appealed; final.

        A dismissal by the appeal body comes by `answered`.
        """
        known, to, today = self.get(appeal), AppealState.DISMISSED, self._today
        demand(_reasoned(reason))
        if known.state is AppealState.FORWARDED:
            facts: dict[str, object] = {"now": known.state, "to": to}
            raise Invalid([Problem("state", "appeal_may_not_follow", "FV-16", facts=facts)])
        demand(rules.move_problems(known, to, today, today))
        self._officer()
        self._papers.show_address(known)
        found = self.timeliness(appeal)
        with self._db.unit("appeal.dismissed", Ref("appeal", appeal), final=True) as unit:
            store.add_state(unit, appeal, to, unit.today, reason)
            return self._papers.send_dismissal(unit, known, reason.strip(), found)

    def withdraw(self, appeal: int, since: date, reason: str) -> None:
        """The person takes it back: the day and how it was said."""
        demand(_reasoned(reason))
        self._move("appeal.withdrawn", appeal, AppealState.WITHDRAWN, since, reason)

    def defer(self, appeal: int, *, deferred: bool, reason: str) -> None:
        """Whether the vedtak waits until the appeal is decided, and why (FV-20)."""
        known = self.get(appeal)
        if not known.state.open:
            demand(rules.move_problems(known, known.state, self._today, self._today))
        demand(_reasoned(reason))
        with self._db.unit("appeal.effect_decided", Ref("appeal", appeal)) as unit:
            unit.insert(
                "appeal_effect",
                appeal=appeal,
                since=unit.today,
                deferred=deferred,
                reason=reason.strip(),
            )

    def change(self, appeal: int, reason: str, *, to_harm: bool = False) -> VedtakId:
        """Begin the new vedtak that changes the old one (FV-16), or that the body asks for.

        The appeal counts as answered when that vedtak is issued.
        """
        known = self.get(appeal)
        if known.state is not AppealState.IN_ASSESSMENT and not known.state.asks_for_vedtak:
            raise Conflict("appeal_needs_no_vedtak")
        ours = known.state is AppealState.IN_ASSESSMENT
        ground = ReversalGround.APPEAL if ours else ReversalGround.APPEAL_BODY
        draft = ReversalDraft(ground, reason, to_harm, appeal=appeal)
        with self._db.unit("appeal.change_begun") as unit:
            return self._reversals.add(unit, known.vedtak, draft)

    def acknowledge(self, appeal: int) -> Made:
        """Tell the person that it has come and what happens now; final."""
        self._officer()
        known = self.get(appeal)
        self._papers.show_address(known)
        with self._db.unit("appeal.acknowledged", Ref("appeal", appeal), final=True) as unit:
            return self._papers.receipt(unit, known, self.timeliness(appeal))

    def preview_forwarding(self, appeal: int, assessment: str) -> tuple[Document, Document]:
        """The letter to the appeal body and the copy letter, as drafts."""
        found = self.timeliness(appeal)
        return self._papers.forwarding(self.get(appeal), assessment, found, draft=True)

    def forward(self, appeal: int, assessment: str) -> tuple[Made, Made]:
        """Send it on with our own assessment, and a copy to the person (FV-16, DOC-21); final."""
        known = self.get(appeal)
        demand(rules.move_problems(known, AppealState.FORWARDED, self._today, self._today))
        if not assessment.strip():
            raise Invalid([Problem("assessment", "appeal_assessment_missing", "DOC-21")])
        self._officer()
        self._papers.show_address(known)
        with self._db.unit("appeal.forwarded", Ref("appeal", appeal), final=True) as unit:
            unit.update("appeal", appeal, assessment=assessment.strip())
            store.add_state(unit, appeal, AppealState.FORWARDED, unit.today, "")
            return self._papers.send_on(unit, known, assessment.strip(), self.timeliness(appeal))

    def answered(self, appeal: int, answer: AppealState, since: date, reason: str = "") -> None:
        """What the appeal body decided, and the day of it; to harm within three months (FV-17)."""
        if answer not in ANSWERS:
            raise Invalid([Problem("answer", "appeal_answer_unknown")])
        known = self.get(appeal)
        demand(rules.harm_problems(known, answer, since, self._settings.parameters))
        self._move("appeal.answered", appeal, answer, since, reason)

    def demand_reasons(self, vedtak: VedtakId, day: date) -> None:
        """The person asks for reasons in time: the time to complain stands still (FV-12)."""
        if self.reasons_waiting(vedtak):
            raise Conflict("reasons_demand_open")
        limit = self._decisions.appeal_deadline(vedtak)
        if limit is not None and day > limit.moved:
            facts: dict[str, object] = {"last": limit.moved}
            raise Invalid([Problem("demanded_on", "reasons_demand_late", "FV-12", facts=facts)])
        demand(self._since_issued("demanded_on", vedtak, day))
        with self._db.unit("reasons.demanded", Ref("vedtak", vedtak)) as unit:
            unit.insert("reasons_demand", vedtak=vedtak, demanded_on=day)

    def reasons_given(
        self, vedtak: VedtakId, sent_on: date, arrived_on: date | None = None
    ) -> None:
        """They went out, and came: the time to complain begins anew from there (FV-12)."""
        open_ones = [each for each in self._demands(vedtak) if each.sent_on is None]
        if not open_ones:
            raise Conflict("reasons_demand_missing")
        demand(self._since_issued("sent_on", vedtak, sent_on))
        if arrived_on is not None:
            demand(self._since_issued("arrived_on", vedtak, arrived_on))
        with self._db.unit("reasons.given", Ref("vedtak", vedtak)) as unit:
            unit.update("reasons_demand", open_ones[0].id, sent_on=sent_on, arrived_on=arrived_on)

    def reasons_waiting(self, vedtak: VedtakId) -> bool:
        """Whether reasons are asked for and not sent."""
        return any(each.sent_on is None for each in self._demands(vedtak))

    def _demands(self, vedtak: VedtakId) -> tuple[ReasonsDemand, ...]:
        parameters = self._settings.parameters
        return by_letter(
            store.demands(self._db, vedtak),
            lambda letter: self._letters.counted_from(letter, Starts.ARRIVED, parameters),
        )

    def lately_told(self, days: int) -> tuple[VedtakId, ...]:
        """Vedtak whose letter reached someone in the last days, for the alerts (AL-08)."""
        return store.told_since(self._db, self._today - timedelta(days=days))

    def _since_issued(self, field: str, vedtak: VedtakId, day: date) -> tuple[Problem, ...]:
        issued_on = self._decisions.get(vedtak).issued_on
        if issued_on is None:
            return (Problem(field, "appeal_without_vedtak"),)
        if day > self._today:
            return (Problem(field, "day_in_future", remedy=self._today),)
        if day < issued_on:
            return (Problem(field, "appeal_before_vedtak", facts={"issued_on": issued_on}),)
        return ()

    def _move(self, verb: str, appeal: int, to: AppealState, since: date, reason: str) -> None:
        demand(rules.move_problems(self.get(appeal), to, since, self._today))
        with self._db.unit(verb, Ref("appeal", appeal)) as unit:
            store.add_state(unit, appeal, to, since, reason)

    def _officer(self) -> None:
        if self._settings.me is None:
            raise OfficeError("officer_needed")

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _reasoned(reason: str) -> tuple[Problem, ...]:
    return () if reason.strip() else (Problem("reason", "reason_missing"),)
