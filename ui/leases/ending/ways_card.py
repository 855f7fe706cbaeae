"""The four ways to end a lease, each off with its reason."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from app.leases.model import LeaseState
from app.leases.notices.model import GivenBy
from ui.kit.icons import Icon
from ui.labels import day
from ui.leases.ending.dialogs import AgreeDialog, TenantNoticeDialog
from ui.leases.ending.ending_card import EndingCard
from ui.leases.part import Part

GIVE_NOTICE = "give_notice"
TERMINATE = "terminate"


def _tr(words: str) -> str:
    return QCoreApplication.translate("EndingPart", words)


class WaysCard(EndingCard):
    """«Avslutt leieforholdet»: the four ways, each off with its reason."""

    def __init__(self, part: Part) -> None:
        super().__init__(part, _tr("Avslutt leieforholdet"), Icon.LETTER)
        off, fixed = self._off(), self._fixed()
        ended = self._ended()
        self.add_verbs(
            [
                (_tr("Leietaker sier opp"), self.tenant_gave, off or fixed),
                (_tr("Avtal fraflytting"), self.agree, off),
                (_tr("Si opp avtalen"), partial(part.go, GIVE_NOTICE), off or fixed or ended),
                (_tr("Hev avtalen"), partial(part.go, TERMINATE), off or self._terminated()),
            ],
            primary=False,
        )

    def _off(self) -> str:
        if self.lease.signed_on is None:
            return _tr("Avtalen er ikke underskrevet.")
        return "" if self.office.notices.can_end(self.lease) else _tr("Leieforholdet er over.")

    def _fixed(self) -> str:
        """Why it cannot be ended by notice (HL-41)."""
        if self.office.notices.terminable(self.lease):
            return ""
        if self.lease.state is LeaseState.PAST_TERM:
            return _tr("Leietiden er ute. Da sies den ikke opp: leietakeren blir bedt om å flytte.")
        end = day(self.lease.draft.end)
        words = _tr("Avtalen gjelder til {} og kan ikke sies opp. Bli enige om en dag, eller vent.")
        return words.format(end)

    def _ended(self) -> str:
        if self.notice is not None and self.notice.given_by is GivenBy.LANDLORD:
            return _tr("Vi har alt sagt opp. Se «Slik står det nå».")
        return ""

    def _terminated(self) -> str:
        return _tr("Avtalen er alt hevet.") if self.termination is not None else ""

    def tenant_gave(self) -> None:
        """The tenant gives notice."""
        told = self.told("lease.tenant_gave_notice")
        TenantNoticeDialog(self.office, self.lease, told, self).open()

    def agree(self) -> None:
        """Both agree on a day."""
        told = self.told("lease.move_out_agreed")
        AgreeDialog(self.office, self.lease.id, told, self).open()


def ways_card(part: Part) -> WaysCard | None:
    """How it can be ended; nothing when it is over."""
    return WaysCard(part) if part.office.notices.can_end(part.lease) else None
