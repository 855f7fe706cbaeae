"""The keys of a lease: which are out, which came back (HL-07, HL-73)."""

from functools import partial

from app.dwellings.keys.model import DoorKeyId, KeyLoan
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Callout
from ui.kit.chips import Chip, ChipKind
from ui.kit.icons import Icon
from ui.kit.rows import Row
from ui.labels import day, title_word
from ui.leases.handover.card import HandoverCard


class KeysCard(HandoverCard):
    """Hand out, take back, lost, receipt."""

    def build(self) -> None:
        keys, lease = self.office.door_keys, self.lease
        self._loans = keys.of_lease(lease.id)
        out = [loan for loan in self._loans if loan.out]
        at_hand = [
            (key.id, f"{key.mark}, {title_word(key.kind)}")
            for key in keys.of_dwelling(lease.draft.dwelling)
            if key.now.holder.at_hand
        ]
        held = [(loan.key, f"{loan.mark}, {title_word(loan.kind)}") for loan in out]
        late = [each for each in self.office.key_receipts.out_after() if each.lease == lease.id]
        self.missing = bool(late) or (not self._loans and lease.state.holds)
        self.set_fact(self.tr("{} ute").format(len(out)) if self._loans else "")
        if late:
            self.tell(
                Callout(
                    ChipKind.SOON,
                    self.tr("Leieforholdet er slutt, men nøkler er fortsatt ute."),
                    self.tr("Ta imot dem, eller meld dem mistet. Husleieloven §\u00a010-2."),
                )
            )
        self.rows([self._row(loan) for loan in self._loans])
        if not self._loans:
            then = self.tr("Lever dem ut.") if at_hand else self.tr("Registrer dem først.")
            self.empty(self.tr("Ingen nøkler er levert ut. {}").format(then))
        self.verbs(self._verbs(at_hand, held))

    def _verbs(
        self, at_hand: list[tuple[DoorKeyId, str]], held: list[tuple[DoorKeyId, str]]
    ) -> list[Button]:
        dialogs, lease, receipts = self.dialogs, self.lease, self.office.key_receipts
        register = partial(dialogs.register_keys, lease.draft.dwelling)
        out = self.verb(self.tr("Lever ut …"), partial(dialogs.hand_out, lease, at_hand))
        back = self.verb(self.tr("Ta imot …"), partial(dialogs.take_back, lease, held))
        lost = self.verb(self.tr("Mistet …"), partial(dialogs.lost, lease, held))
        out.set_off("" if at_hand else self.tr("Ingen nøkler ligger på kontoret."))
        for button in (back, lost):
            button.set_off("" if held else self.tr("Leietakeren har ingen nøkler."))
        names = (self.tr("Nøkkelkvittering"), self.tr("Lag kvitteringen"), "key_receipt.issued")
        preview, issue = partial(receipts.preview, lease.id), partial(receipts.issue, lease.id)
        paper = self.verb(
            self.tr("Kvittering"), partial(dialogs.paper, names, preview, issue), Icon.DOCUMENT
        )
        paper.set_off("" if self._loans else self.tr("Ingen nøkler er levert ut."))
        new = Button(self.tr("Registrer nøkler …"), register, icon=Icon.NEW, size=ButtonSize.SMALL)
        if not (at_hand or self._loans):  # the others have nothing to act on yet
            return [new]
        return [out, back, lost, paper, new]

    def _row(self, loan: KeyLoan) -> Row:
        chip = Chip(ChipKind.OK, self.tr("Tilbake"))
        when = day(loan.back_on)
        if loan.lost_on is not None:
            chip, when = Chip(ChipKind.SOON, self.tr("Mistet")), day(loan.lost_on)
        elif loan.out:
            chip, when = Chip(ChipKind.INFO, self.tr("Ute")), ""
        return Row(
            loan.key,
            f"{loan.mark}, {title_word(loan.kind)}",
            self.tr("Utlevert {}").format(day(loan.out_on)),
            chip,
            when=when,
        )
