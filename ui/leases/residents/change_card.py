"""Another tenant: after a death, or when two who lived together part."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.leases.residents.changes.model import ChangeCause, DeathCase, DeathState
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.flow import FlowLayout
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import day, title_word, until
from ui.leases.residents.change_dialogs import (
    ChangeDialog,
    DeathDialog,
    NobodyDialog,
    TakeBackDialog,
)
from ui.leases.residents.letters import ENTRY
from ui.navigation import PageId

if TYPE_CHECKING:
    from ui.leases.residents.part import ResidentsPart

Verbs = list[tuple[str, Callable[[], object]]]
_D = DeathState
_WHAT = {
    _D.NOT_WRITTEN: "Skriv til dem som bodde her, og til boet.",
    _D.NOTICE_READY: "Brevet er laget, men ikke sendt.",
    _D.PERIOD_OVER: "Fristen for å overta er ute.",
    _D.NOBODY: "Ingen overtar leieforholdet.",
    _D.TAKEN_OVER: "Leieforholdet er overtatt.",
}
_THEN = {
    _D.NOT_WRITTEN: "Fristen for å overta begynner først når brevet er kommet fram.",
    _D.NOTICE_READY: "Registrer sendingen under «Brev». Da begynner fristen.",
    _D.WAITING: "Så lenge kan ikke kommunen si opp avtalen. Husleieloven §\u00a09-10.",
    _D.PERIOD_OVER: "Boet og kommunen kan si opp avtalen. Husleieloven §\u00a09-10.",
    _D.NOBODY: "Boet og kommunen kan si opp avtalen. Husleieloven §\u00a09-10.",
    _D.TAKEN_OVER: "Den nye avtalen er laget som utkast eller løper.",
}


class ChangeCard(Card):
    """What can be done now; tactful, and nothing by itself."""

    def __init__(self, part: "ResidentsPart") -> None:
        super().__init__(part.tr("Ny leietaker i avtalen"), icon=Icon.REFRESH)
        self._part = part
        self._changes = part.office.tenant_changes
        self.buttons: list[Button] = []
        self.found = self._changes.death(part.lease.id)
        if self.found is not None:
            self._after_death(self.found)
        elif self._changes.taken_over(part.lease.id):
            self.add(Callout(ChipKind.INFO, _WHAT[_D.TAKEN_OVER], _THEN[_D.TAKEN_OVER]))
            self._offer(self._taken())
        else:
            words = part.tr(
                "Når en leietaker dør eller et samliv tar slutt, kan den som bor igjen, ha rett"
                " til å overta. Siste dag og vilkår blir de samme."
            )
            self.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
            if part.open:
                self._offer(
                    [
                        (part.tr("Leietakeren er død …"), self.death),
                        (
                            part.tr("Samlivsbrudd …"),
                            partial(self.take_over, ChangeCause.BREAK_UP),
                        ),
                    ]
                )

    def _after_death(self, found: DeathCase) -> None:
        self.set_fact(title_word(found.state))
        what = _WHAT.get(found.state, "")
        if found.state is _D.WAITING and found.limit is not None:
            today, last = self._part.office.clock.today(), found.limit.moved
            what = self.tr("De kan si fra til og med {} ({}).").format(
                day(last), until(today, last)
            )
        to_do = found.state in {_D.NOT_WRITTEN, _D.NOTICE_READY}
        self.add(Callout(ChipKind.SOON if to_do else ChipKind.INFO, what, _THEN[found.state]))
        self.add(Facts(self._facts(found)))
        self._offer(self._verbs(found))

    def _facts(self, found: DeathCase) -> list[Fact]:
        draft = found.death.draft
        facts = [
            Fact(self.tr("Dødsdag"), day(draft.died_on)),
            Fact(self.tr("Kontoret fikk vite det"), day(draft.learned_on)),
        ]
        if found.limit is not None:
            came = day(found.limit.start)
            words = self.tr("{}, regnet ut fra sendingen") if found.assumed else "{}"
            facts.append(Fact(self.tr("Brevet kom fram"), words.format(came)))
        for each in self._changes.candidates(self._part.lease.id):
            months = self.tr("over seks måneder") if each.long_enough else self.tr("kortere tid")
            words = self.tr("Felles husstand siden {} ({})").format(day(each.since), months)
            facts.append(Fact(each.name, words))
        if found.death.nobody_reason:
            facts.append(Fact(self.tr("Ingen overtar"), found.death.nobody_reason))
        return facts

    def _verbs(self, found: DeathCase) -> Verbs:
        if found.state is _D.TAKEN_OVER:
            return self._taken()
        if not self._part.open:
            return []
        enters = (self.tr("Noen overtar …"), partial(self.take_over, ChangeCause.DEATH))
        nobody = (self.tr("Ingen overtar …"), self.nobody)
        correct = (self.tr("Rett dagene …"), self.death)
        match found.state:
            case _D.NOT_WRITTEN:
                write = (self.tr("Skriv brevet"), partial(self._part.go, ENTRY))
                return [write, enters, nobody, correct]
            case _D.NOTICE_READY:
                send = partial(self._part.navigator.open, PageId.LETTERS)
                return [(self.tr("Send brevet"), send), enters, nobody]
            case _D.WAITING:
                return [enters, nobody]
        return [(self.tr("Gå til avslutning"), partial(self._part.go, "ending")), enters]

    def _taken(self) -> Verbs:
        after = self._changes.successor(self._part.lease.id)
        verbs: Verbs = []
        if after is not None:
            go = partial(self._part.navigator.open_ref, Ref("lease", after))
            verbs.append((self.tr("Åpne den nye avtalen"), go))
        return [*verbs, (self.tr("Ble ikke noe av …"), self.take_back)]

    def _offer(self, verbs: Verbs) -> None:
        holder = QWidget()
        flow = FlowLayout(fonts.px(8), holder)
        begun = self.found is not None
        for place, (words, act) in enumerate(verbs):
            kind = ButtonKind.PRIMARY if begun and not place else ButtonKind.SECONDARY
            button = Button(words, act, kind=kind, size=ButtonSize.SMALL)
            self.buttons.append(button)
            flow.addWidget(button)
        self.add(holder)

    # what is asked

    def death(self) -> AskDialog:
        """The tenant has died, or a day is put right."""
        part = self._part
        verb = "tenant_death.registered" if self.found is None else "tenant_death.corrected"
        return self._opened(
            DeathDialog(part.office, part.lease.id, partial(part.told, verb), part.window())
        )

    def nobody(self) -> AskDialog:
        """Nobody takes over."""
        part = self._part
        told = partial(part.told, "tenant_death.nobody_enters")
        return self._opened(NobodyDialog(part.office, part.lease.id, told, part.window()))

    def take_over(self, cause: ChangeCause) -> AskDialog:
        """Another takes over."""
        part = self._part
        return self._opened(
            ChangeDialog(part.office, part.navigator, part.lease.id, cause, part.window())
        )

    def take_back(self) -> AskDialog:
        """Nothing came of it."""
        part = self._part
        told = partial(part.told, "lease.takeover_taken_back")
        return self._opened(TakeBackDialog(part.office, part.lease.id, told, part.window()))

    def _opened(self, dialog: AskDialog) -> AskDialog:
        dialog.open()
        return dialog
