"""What may come after a vedtak: the way it was changed, prior notices, appeals, and the verbs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref, VedtakId
from app.decisions.model import Vedtak, VedtakKind, VedtakState
from app.decisions.notices.model import NoticeDraft, PriorNotice
from app.letters.model import OnPaper
from app.office import Office
from ui.decisions.appeal_card import AppealCard
from ui.decisions.appeal_dialogs import DemandDialog, ReceiveDialog
from ui.decisions.reasons_letter import ReasonsDialog, ReasonsLetters
from ui.decisions.reversal_dialogs import NoticeAnswerDialog, NoticeDialog, ReversalDialog
from ui.kit import fonts
from ui.kit.beside import FinalDialog, PaperDialog
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.flow import FlowLayout
from ui.kit.icons import Icon
from ui.labels import day, done, title_word
from ui.navigation import Navigator, PageId

_GONE = frozenset({VedtakState.REVERSED, VedtakState.SET_ASIDE})


class AfterVedtak:
    """Makes the cards that stand under «Hva som er vedtatt»."""

    def __init__(self, office: Office, navigator: Navigator, over: QWidget) -> None:
        self._office, self._navigator, self._over = office, navigator, over

    def cards(self, known: Vedtak) -> list[QWidget]:
        """All of them, the newest appeal first, the verbs last."""
        rows = [row for row in self._office.appeals.rows() if row.vedtak == known.id]
        return [
            *self._replaced(known),
            *self._stay(known),
            *(AppealCard(self._office, self._navigator, row, self._over) for row in rows),
            *(self._notice(each) for each in self._office.advance_notices.of(known.id)),
            *([] if known.state in _GONE else [self._verbs(known)]),
        ]

    def _replaced(self, known: Vedtak) -> list[QWidget]:
        """What this takes the place of, and what has taken or will take its place."""
        made: list[QWidget] = []
        before = self._office.reversals.of(known.id)
        if before is not None:
            number = self._office.decisions.get(before.reverses).number
            told = f"Gjelder i stedet for vedtak {number}"
            made.append(self._way(told, title_word(before.ground), before.reverses))
        after = self._office.reversals.by(known.id)
        if after is not None:
            new = self._office.decisions.get(after.vedtak)
            drafted = new.state is VedtakState.DRAFT
            told = f"Vedtak {new.number} {'er påbegynt' if drafted else 'gjelder i stedet'}"
            made.append(self._way(told, title_word(after.ground), after.vedtak))
        return made

    def _stay(self, known: Vedtak) -> list[QWidget]:
        """The nights that the vedtak gives are begun from here."""
        draft = known.draft
        if draft.kind is not VedtakKind.TEMPORARY_STAY or not draft.result.grants:
            return []
        if known.state in _GONE:
            return []
        applicant = self._office.applications.get(known.application).applicant
        begin = partial(self._navigator.open, PageId.STAYS, Ref("person", applicant), "new")
        verb = Button("Nytt opphold", begin, size=ButtonSize.SMALL)
        told = "Nettene telles fra den dagen oppholdet føres inn."
        return [Callout(ChipKind.INFO, "Vedtaket gir et midlertidig botilbud", told, verb)]

    def _way(self, told: str, why: str, there: VedtakId) -> Callout:
        go = partial(self._navigator.open, PageId.VEDTAK, Ref("vedtak", there))
        return Callout(ChipKind.INFO, told, why, Button("Åpne", go, size=ButtonSize.SMALL))

    def _verbs(self, known: Vedtak) -> Card:
        card = Card("Klage og omgjøring", icon=Icon.UNDO)
        holder = QWidget()
        flow = FlowLayout(fonts.px(8), holder)
        for words, act in self._offered(known):
            flow.addWidget(Button(words, act, size=ButtonSize.SMALL))
        card.add(holder)
        return card

    def _offered(self, known: Vedtak) -> list[tuple[str, Callable[[], object]]]:
        waiting = self._office.appeals.reasons_waiting(known.id)
        wanted = waiting and self._office.reasons.wanted(known.id) is not None
        write = ("Skriv begrunnelse", partial(self.write_reasons, known.id))
        return [
            *([write] if wanted else []),
            ("Klage mottatt", partial(self.receive, known.id)),
            ("Forhåndsvarsel", partial(self.give_notice, known.id)),
            ("Omgjør", partial(self.reverse, known.id)),
            (
                "Begrunnelse sendt" if waiting else "Begrunnelse bedt om",
                partial(self.reasons, known.id, given=waiting),
            ),
        ]

    def receive(self, vedtak: VedtakId) -> ReceiveDialog:
        """An appeal has come."""
        made = ReceiveDialog(self._office, vedtak, self._told("appeal.received"), self._over)
        made.open()
        return made

    def reasons(self, vedtak: VedtakId, *, given: bool) -> None:
        """Reasons are asked for, or given (FV-12)."""
        told = self._told("reasons.given" if given else "reasons.demanded")
        DemandDialog(self._office, vedtak, given=given, done=told, parent=self._over).open()

    def write_reasons(self, vedtak: VedtakId) -> ReasonsDialog:
        """Write the letter with them."""
        return ReasonsLetters(self._office, self._navigator, self._over).write(vedtak)

    def reverse(self, vedtak: VedtakId) -> ReversalDialog:
        """Begin a new vedtak in the place of this one."""

        def begun(new: VedtakId) -> None:
            self._navigator.open(PageId.VEDTAK, Ref("vedtak", new))

        made = ReversalDialog(self._office, vedtak, begun, self._over)
        made.open()
        return made

    def give_notice(self, vedtak: VedtakId) -> NoticeDialog:
        """Tell what is thought of before it is done."""
        made = NoticeDialog(self._office, partial(self._show_notice, vedtak), self._over)
        made.open()
        return made

    def _show_notice(self, vedtak: VedtakId, draft: NoticeDraft) -> None:
        shown: list[bytes] = []

        def draw() -> None:
            document = self._office.advance_notices.preview(vedtak, draft)
            shown.append(self._office.letters.preview(document))

        if not self._navigator.attempt(draw):
            return
        dialog = FinalDialog(
            "Skal forhåndsvarselet sendes slik?",
            "Brevet legges under «Brev» og kan ikke endres etterpå.",
            shown[0],
            "Lag forhåndsvarsel",
            self._over,
        )
        dialog.accepted.connect(lambda: self.issue_notice(vedtak, draft))
        dialog.open()

    def issue_notice(self, vedtak: VedtakId, draft: NoticeDraft) -> None:
        """The letter is made; what is kept nowhere must be printed now."""
        made: list[object] = []
        if not self._navigator.attempt(
            lambda: made.append(self._office.advance_notices.issue(vedtak, draft))
        ):
            return
        if isinstance(made[0], OnPaper):
            PaperDialog("Forhåndsvarsel", made[0].content, self._over).open()
        self._navigator.tell(done("prior_notice.issued"), undo=False)

    def _notice(self, notice: PriorNotice) -> Card:
        """One prior notice: the day, the answer, and what to do with it."""
        card = Card("Forhåndsvarsel", icon=Icon.LETTER, fact=f"laget {day(notice.issued_on)}")
        facts = [
            Fact("Gjelder", notice.about),
            Fact("Siste dag for å svare", day(notice.answer_by)),
            Fact("Svar", notice.answer or "Ikke kommet"),
        ]
        if notice.weighed_on is not None:
            facts.append(Fact("Vurdert", day(notice.weighed_on)))
        card.add(Facts(facts))
        if notice.weighed_on is None:
            holder = QWidget()
            flow = FlowLayout(fonts.px(8), holder)
            answer, weigh = partial(self.answer, notice), partial(self.weigh, notice)
            flow.addWidget(Button("Før inn svar", answer, size=ButtonSize.SMALL))
            flow.addWidget(Button("Svaret er vurdert", weigh, size=ButtonSize.SMALL))
            card.add(holder)
        return card

    def answer(self, notice: PriorNotice) -> None:
        """What the person said."""
        told = self._told("prior_notice.answered")
        NoticeAnswerDialog(self._office, notice, told, self._over).open()

    def weigh(self, notice: PriorNotice) -> None:
        """The office has read it and goes on."""
        if self._navigator.attempt(lambda: self._office.advance_notices.weigh(notice.id)):
            self._navigator.tell(done("prior_notice.weighed"))

    def _told(self, verb: str) -> Callable[[], object]:
        return lambda: self._navigator.tell(done(verb))
