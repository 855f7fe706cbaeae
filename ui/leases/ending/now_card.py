"""What holds of a lease's end today, and the next step."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from app.core.ids import Ref
from app.leases.endings.model import EndCause
from app.leases.notices.model import GivenBy, Notice, NoticeStanding, Termination
from app.letters.model import DocumentKind, OnPaper
from ui.kit.beside import FinalDialog, PaperDialog
from ui.kit.cards import Callout, Fact, Facts
from ui.kit.icons import Icon
from ui.labels import day, done, near_day, title_word
from ui.leases.ending.dialogs import (
    DecidedDialog,
    ProtestDialog,
    SuedDialog,
    WithdrawDialog,
)
from ui.leases.ending.ending_card import EndingCard, Verb
from ui.leases.ending.words import BY_NOTICE, now
from ui.leases.part import Part
from ui.navigation import PageId

N = NoticeStanding


def _tr(words: str) -> str:
    return QCoreApplication.translate("EndingPart", words)


class NowCard(EndingCard):
    """«Slik står det nå», with the one next step first."""

    def __init__(self, part: Part) -> None:
        super().__init__(part, _tr("Slik står det nå"), Icon.LEASES)
        self.held = self.office.endings.of(self.lease.id)
        self.otherwise = self.held is not None and self.held.cause not in BY_NOTICE
        words = now(self.office, self.lease, self.notice, self.termination)
        self.callout = Callout(words.kind, words.what, words.then)
        self.add(self.callout)
        facts = self._facts()
        if facts:
            self.add(Facts(facts))
        verbs = self._verbs()
        back = _tr("Trekk tilbake")  # a way out, never the next step
        self.add_verbs(verbs, primary=bool(verbs) and verbs[0][0] != back and not verbs[0][2])

    def _facts(self) -> list[Fact]:
        if self.otherwise:
            return []
        if self.termination is not None:
            return [
                Fact(_tr("Grunn"), title_word(self.termination.ground)),
                Fact(_tr("Sendt"), day(self.termination.sent_on) or _tr("Ikke sendt")),
            ]
        notice = self.notice
        if notice is None:
            return []
        open_case = {N.PROTESTED, N.SUED}
        held_up = self.office.notices.standing(notice) in open_case
        last = _tr("Sagt opp til") if held_up else _tr("Siste dag")
        facts = [Fact(last, day(notice.end_on))]
        if notice.given_by is GivenBy.TENANT:
            how = _tr("skriftlig") if notice.written else _tr("muntlig")
            facts.append(Fact(_tr("Kom til oss"), f"{day(notice.received_on)}, {how}"))
            return facts
        ground = title_word(notice.ground) if notice.ground else ""
        facts += [
            Fact(_tr("Grunn"), ground),
            Fact(_tr("Sendt"), day(notice.given_on) or _tr("Ikke sendt")),
        ]
        return facts + self._protest_facts(notice)

    def _protest_facts(self, notice: Notice) -> list[Fact]:
        until = self.office.notices.protest_until(notice)
        today = self.office.clock.today()
        facts = []
        if until is not None:
            facts.append(Fact(_tr("Kan protestere til"), near_day(until.moved, today)))
        protest = notice.protest
        if protest is not None:
            late = _tr("for sent, oppsigelsen står") if protest.late else _tr("i tide")
            facts.append(Fact(_tr("Protest"), f"{day(protest.received_on)}, {late}"))
        return facts

    def _verbs(self) -> list[Verb]:
        if self.otherwise:
            held = self.held
            agreed = held is not None and held.cause is EndCause.AGREED
            left = self.office.notices.can_end(self.lease)
            return [(_tr("Trekk tilbake"), self.withdraw_agreed, "")] if agreed and left else []
        if self.termination is not None:
            return self._of_termination(self.termination)
        if self.notice is None:
            return []
        if self.notice.given_by is GivenBy.TENANT:
            return self._of_tenants(self.notice)
        return self._of_ours(self.notice)

    def _of_termination(self, known: Termination) -> list[Verb]:
        take = (_tr("Trekk tilbake"), partial(self.withdraw_termination, known.id), "")
        if known.sent_on is None:
            return [(_tr("Åpne brevet"), partial(self._letter, known.document), ""), take]
        return [take]

    def _of_tenants(self, notice: Notice) -> list[Verb]:
        if self.office.notices.standing(notice) is N.OVER:
            return []
        sent = any(
            row.kind is DocumentKind.NOTICE_CONFIRMATION
            and row.issued_at.date() >= notice.recorded_on
            for row in self.office.letters.of(Ref("lease", self.lease.id))
        )
        off = _tr("Bekreftelsen er laget. Den ligger under «Brev».") if sent else ""
        return [
            (_tr("Lag bekreftelse"), partial(self.confirm, notice.id), off),
            (_tr("Trekk tilbake"), partial(self.withdraw, notice.id), ""),
        ]

    def _of_ours(self, notice: Notice) -> list[Verb]:
        take = (_tr("Trekk tilbake"), partial(self.withdraw, notice.id), "")
        match self.office.notices.standing(notice):
            case N.UNSENT if notice.document is not None:
                return [(_tr("Åpne brevet"), partial(self._letter, notice.document), ""), take]
            case N.HOLDS if notice.protest is None:
                return [(_tr("Protest kom inn"), partial(self.protest, notice), ""), take]
            case N.OVER if notice.protest is None:
                return [(_tr("Protest kom inn"), partial(self.protest, notice), "")]
            case N.PROTESTED:
                return [(_tr("Sak er reist"), partial(self.sued, notice), ""), take]
            case N.SUED:
                return [(_tr("Saken er avgjort"), partial(self.decided, notice), ""), take]
            case N.HOLDS:
                return [take]
        return []

    # what the verbs do

    def _letter(self, document: int) -> None:
        self.navigator.open(PageId.LETTERS, Ref("document", document))

    def confirm(self, notice: int) -> None:
        """Show the confirmation, then make it."""
        shown: list[bytes] = []
        notices, letters = self.office.notices, self.office.letters
        draw = lambda: shown.append(letters.preview(notices.preview_confirmation(notice)))  # noqa: E731  handed on as one act
        if not self.navigator.attempt(draw):
            return
        dialog = FinalDialog(
            _tr("Skal bekreftelsen lages slik?"),
            _tr("Brevet lagres og legges under «Brev». Det kan ikke endres etterpå."),
            shown[0],
            _tr("Lag bekreftelse"),
            self.window(),
        )
        dialog.accepted.connect(partial(self._confirmed, notice))
        dialog.open()

    def _confirmed(self, notice: int) -> None:
        made: list[object] = []
        if not self.navigator.attempt(lambda: made.append(self.office.notices.confirm(notice))):
            return
        if isinstance(made[0], OnPaper):
            PaperDialog(_tr("Bekreftelse på oppsigelse"), made[0].content, self.window()).open()
        self.navigator.tell(done("lease.notice_confirmed"), undo=False)

    def withdraw(self, notice: int) -> WithdrawDialog:
        """Both agree that the notice shall not hold."""
        act = partial(self.office.notices.withdraw, notice)
        told = self.told("lease.notice_withdrawn")
        return self._open(WithdrawDialog(_tr("Trekk oppsigelsen tilbake"), act, told, self))

    def withdraw_agreed(self) -> WithdrawDialog:
        """Both let the agreed day go."""
        act = partial(self.office.notices.take_back_agreed, self.lease.id)
        told = self.told("lease.agreement_withdrawn")
        return self._open(
            WithdrawDialog(_tr("Trekk avtalen om fraflytting tilbake"), act, told, self)
        )

    def withdraw_termination(self, termination: int) -> WithdrawDialog:
        """The landlord lets it go."""
        act = partial(self.office.terminations.withdraw, termination)
        told = self.told("lease.termination_withdrawn")
        return self._open(WithdrawDialog(_tr("Trekk hevingen tilbake"), act, told, self))

    def protest(self, notice: Notice) -> None:
        """A protest came in."""
        ProtestDialog(self.office, notice, self.told("lease.notice_protested"), self).open()

    def sued(self, notice: Notice) -> None:
        """It is before HTU or the court."""
        SuedDialog(self.office, notice, self.told("lease.notice_sued"), self).open()

    def decided(self, notice: Notice) -> None:
        """They have answered."""
        DecidedDialog(self.office, notice, self.told("lease.notice_decided"), self).open()

    def _open(self, dialog: WithdrawDialog) -> WithdrawDialog:
        dialog.open()
        return dialog


def now_card(part: Part) -> NowCard:
    """What holds, first of all."""
    return NowCard(part)
