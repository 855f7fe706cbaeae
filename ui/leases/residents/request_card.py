"""One request: how long there is to answer, what the law says, and what to do."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.leases.residents.model import Consent, ConsentState
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.flow import FlowLayout
from ui.kit.icons import Icon
from ui.labels import capital, day, named, title_word, until
from ui.leases.residents.dialogs import MoveInDialog, RequestDialog, WithdrawDialog
from ui.leases.residents.letters import ANSWER, pressing
from ui.navigation import PageId

if TYPE_CHECKING:
    from ui.leases.residents.part import ResidentsPart

_S = ConsentState


class RequestCard(Card):
    """Its own card while something is left to do with it."""

    def __init__(self, part: "ResidentsPart", known: Consent) -> None:
        draft = known.request.draft
        title = f"{named(draft.name)}: {title_word(draft.kind).lower()}"
        super().__init__(title, icon=Icon.PERSON, fact=title_word(known.state))
        self._part, self._known = part, known
        self.buttons: list[Button] = []
        self.add(self._now(), Facts(self._facts()), self._ways())

    def _now(self) -> Callout:
        known, limit = self._known, self._known.limit
        today = self._part.office.clock.today()
        if known.state is _S.NOT_NEEDED:
            return Callout(
                ChipKind.OK,
                self.tr("Trenger ikke samtykke."),
                self.tr(
                    "Nær familie kan flytte inn når leieavtalen ikke sier noe annet."
                    " Husleieloven §\u00a07-1."
                ),
            )
        if known.state is _S.DEEMED_CONSENT:
            given = self.tr("Samtykke ved taushet fra {}.").format(day(known.deemed_on))
            then = self.tr("Ingen svar var sendt innen en måned. Husleieloven §\u00a07-6.")
            return Callout(ChipKind.SOON, given, then)
        if known.state is _S.CONSENTED:
            then = self.tr("Før personen inn i husstanden når innflyttingen er klar.")
            return Callout(ChipKind.OK, self.tr("Kommunen har sagt ja."), then)
        if not known.request.draft.in_writing:
            then = self.tr("Det er ikke spurt skriftlig, så taushet gir ikke samtykke.")
            return Callout(ChipKind.INFO, self.tr("Søknaden venter på svar."), then)
        safe = limit.last_safe_day
        kind = ChipKind.URGENT if pressing(self._part.office, known) else ChipKind.INFO
        what = self.tr("Svaret må være sendt senest {} ({}).").format(day(safe), until(today, safe))
        if known.state is _S.ANSWER_READY:
            then = self.tr("Svaret er laget. Det gjelder først når det er sendt.")
        else:
            then = self.tr("Ellers er det samtykke ved taushet. Husleieloven §\u00a07-6.")
        return Callout(kind, what, then)

    def _facts(self) -> list[Fact]:
        draft = self._known.request.draft
        way = self.tr("skriftlig") if draft.in_writing else self.tr("muntlig")
        facts = [Fact(self.tr("Kom"), f"{day(draft.received_on)}, {way}")]
        if draft.relation is not None:
            facts.append(Fact(self.tr("Er for leietakeren"), title_word(draft.relation)))
        if draft.cause is not None:
            facts.append(Fact(self.tr("Borte på grunn av"), title_word(draft.cause)))
        if draft.what:
            facts.append(Fact(self.tr("Del av boligen"), draft.what))
        if draft.since is not None:
            last = f" – {day(draft.until)}" if draft.until else ""
            facts.append(Fact(self.tr("Fra"), f"{day(draft.since)}{last}"))
        if self._known.state is _S.WAITING:
            lawful = self._part.office.residents.grounds(self._known.request.id)
            words = ", ".join(title_word(each).lower() for each in lawful)
            facts.append(Fact(self.tr("Nei kan bygge på"), capital(words)))
        return facts

    def _ways(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(fonts.px(8), holder)
        for place, (words, act) in enumerate(self._verbs()):
            kind = ButtonKind.SECONDARY if place else ButtonKind.PRIMARY
            button = Button(words, act, kind=kind, size=ButtonSize.SMALL)
            self.buttons.append(button)
            flow.addWidget(button)
        return holder

    def _verbs(self) -> list[tuple[str, Callable[[], object]]]:
        answer = (self.tr("Svar på søknaden"), partial(self._part.go, ANSWER))
        change = [
            (self.tr("Rett …"), self.correct),
            (self.tr("Trukket …"), self.withdraw),
        ]
        if self._known.state is _S.WAITING:
            return [answer, *change]
        if self._known.state is _S.ANSWER_READY:
            return [(self.tr("Send svaret"), partial(self._part.navigator.open, PageId.LETTERS))]
        verbs: list[tuple[str, Callable[[], object]]] = [(self.tr("Flytt inn …"), self.move_in)]
        if self._known.state is _S.DEEMED_CONSENT and self._known.request.answer is None:
            verbs.append((self.tr("Bekreft i brev"), partial(self._part.go, ANSWER)))
        if self._known.request.answer is None:
            verbs.append((self.tr("Trukket …"), self.withdraw))
        return verbs

    def correct(self) -> RequestDialog:
        """Put right what was typed."""
        part, draft = self._part, self._known.request.draft
        told = partial(part.told, "consent_request.corrected")
        dialog = RequestDialog(
            part.office, part.lease.id, draft.kind, told, self._known, part.window()
        )
        dialog.open()
        return dialog

    def withdraw(self) -> WithdrawDialog:
        """The tenant does not ask any more."""
        part = self._part
        told = partial(part.told, "consent_request.withdrawn")
        dialog = WithdrawDialog(part.office, self._known, told, part.window())
        dialog.open()
        return dialog

    def move_in(self) -> MoveInDialog:
        """The person joins the household."""
        part = self._part
        told = partial(part.told, "resident.moved_in")
        dialog = MoveInDialog(part.office, self._known, told, part.window())
        dialog.open()
        return dialog
