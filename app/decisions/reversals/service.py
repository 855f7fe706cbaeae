"""The officer's verbs on reversal."""

from dataclasses import replace

from app.applications.model import ApplicationState
from app.applications.service import Applications
from app.core.errors import Problem, demand
from app.core.ids import Ref, VedtakId
from app.decisions import store as vedtak_store
from app.decisions.model import VedtakDraft, VedtakState
from app.decisions.notices import store as notice_store
from app.decisions.reversals import rules, store
from app.decisions.reversals.model import Reversal, ReversalDraft, ReversalGround, Standing
from app.decisions.service import Decisions
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit


class Reversals:
    """Begin a new vedtak in the place of one that is issued; the old one is never changed."""

    def __init__(
        self,
        db: Database,
        decisions: Decisions,
        applications: Applications,
        letters: Letters,
        settings: Settings,
    ) -> None:
        self._db = db
        self._decisions = decisions
        self._applications = applications
        self._letters = letters
        self._settings = settings

    def grounds(self) -> tuple[ReversalGround, ...]:
        """What the officer may choose among by the act in force (FV-19)."""
        return rules.own_grounds(self._new_act)

    def of(self, vedtak: VedtakId) -> Reversal | None:
        """What a vedtak takes the place of, if it is a reversal."""
        return store.of(self._db, vedtak)

    def by(self, vedtak: VedtakId) -> Reversal | None:
        """The reversal of a vedtak, begun or issued."""
        return store.by(self._db, vedtak)

    def check(self, vedtak: VedtakId, draft: ReversalDraft) -> tuple[Problem, ...]:
        """What is wrong with reversing it so."""
        return rules.check(draft, self._standing(vedtak, draft), self._db.clock.today())

    def begin(self, vedtak: VedtakId, draft: ReversalDraft) -> VedtakId:
        """A new draft that holds what the old one said, to be changed and issued; Invalid."""
        with self._db.unit("reversal.begun") as unit:
            return self.add(unit, vedtak, draft)

    def add(self, unit: Unit, vedtak: VedtakId, draft: ReversalDraft) -> VedtakId:
        """As `begin`, inside a larger unit."""
        demand(self.check(vedtak, draft))
        old = self._decisions.get(vedtak)
        number = vedtak_store.next_number(self._db, unit.today.year)
        made = vedtak_store.insert(unit, number, old.application, _copied(old.draft))
        store.insert(unit, made, vedtak, draft)
        unit.about(Ref("vedtak", made))
        return made

    def _standing(self, vedtak: VedtakId, draft: ReversalDraft) -> Standing:
        old = self._decisions.get(vedtak)
        state = self._applications.get(old.application).state
        drafted = any(
            row.state is VedtakState.DRAFT for row in self._decisions.rows(old.application)
        )
        notice = None if draft.notice is None else notice_store.get(self._db, draft.notice)
        sent = notice and self._letters.sent_on(
            Ref("prior_notice", notice.id), DocumentKind.PRIOR_NOTICE
        )
        return Standing(
            issued=old.state is not VedtakState.DRAFT,
            replaced=old.state in {VedtakState.REVERSED, VedtakState.SET_ASIDE},
            begun=drafted,
            notified=self._letters.sent_on(Ref("vedtak", vedtak), DocumentKind.VEDTAK) is not None,
            allocated=state is ApplicationState.ALLOCATED,
            new_act=self._new_act,
            notice_until=notice.answer_by if notice and sent else None,
            notice_read=notice is not None and notice.weighed_on is not None,
        )

    @property
    def _new_act(self) -> bool:
        today = self._db.clock.today()
        return self._settings.parameters.text("fvl.ruleset", today) == rules.NEW_ACT


def _copied(draft: VedtakDraft) -> VedtakDraft:
    """What the old one said, as a beginning; conditions get an identity of their own."""
    conditions = tuple(replace(each, id=0) for each in draft.conditions)
    services = tuple(replace(each, id=0) for each in draft.services)
    return replace(
        draft,
        dwelling=None,
        conditions=conditions,
        services=services,
        caseworker_impartial=False,
        approver_impartial=False,
    )
