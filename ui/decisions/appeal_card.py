"""One appeal under its vedtak: where it stands, what to do now, and what has happened."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.ids import Ref, VedtakId
from app.decisions.appeals.model import (
    AppealRow,
    AppealState,
    AppealStateSince,
    NextStep,
    Timeliness,
)
from app.letters.model import DocumentKind
from app.office import Office
from ui.decisions.appeal_dialogs import (
    BodyAnswerDialog,
    EffectDialog,
    WithdrawDialog,
    reason_dialog,
)
from ui.decisions.appeal_letters import AppealLetters
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card, Fact, Facts, Section
from ui.kit.chips import ChipKind
from ui.kit.flow import FlowLayout
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape
from ui.labels import day, done, title_word, until
from ui.navigation import Navigator, PageId

S = AppealState
_KINDS = {
    NextStep.ASSESS: ChipKind.SOON,
    NextStep.DECIDE_LATE: ChipKind.SOON,
    NextStep.CHANGE_OR_FORWARD: ChipKind.SOON,
    NextStep.FINISH_VEDTAK: ChipKind.SOON,
    NextStep.MAKE_VEDTAK: ChipKind.URGENT,
    NextStep.WAIT_FOR_BODY: ChipKind.INFO,
    NextStep.NOTHING: ChipKind.OK,
}
_THEN = {
    NextStep.ASSESS: "Klagen kom i tide. Se på saken på nytt.",
    NextStep.DECIDE_LATE: "Klagen kom etter fristen. Ta den opp med en grunn, eller avvis den.",
    NextStep.CHANGE_OR_FORWARD: "Er du enig, endrer du vedtaket. Ellers går saken videre.",
    NextStep.FINISH_VEDTAK: "Klagen er avgjort når det nye vedtaket er fattet.",
    NextStep.MAKE_VEDTAK: "Klageinstansen har svart. Svaret krever et nytt vedtak.",
    NextStep.WAIT_FOR_BODY: "Før inn svaret når det kommer.",
    NextStep.NOTHING: "Klagen er avgjort.",
}


class AppealCard(Card):
    """The card of one appeal; every verb asks first and tells after."""

    def __init__(
        self, office: Office, navigator: Navigator, row: AppealRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"Klage {row.number}", icon=Icon.DOCUMENT, fact=title_word(row.state))
        self._office, self._navigator, self._over = office, navigator, parent
        self._row = row
        self.letters = AppealLetters(office, navigator, row, parent)
        self._known = office.appeals.get(row.id)
        self.buttons: list[Button] = []
        step = office.appeals.next_step(row)
        then = _THEN[step]
        if row.state is S.WITHDRAWN:
            then = "Den som klaget, har trukket klagen."
        self.add(Callout(_KINDS[step], title_word(step), then))
        self.add(Facts(self._facts(office.appeals.timeliness(row.id))))
        self._offer(step)
        self.timeline = self._timeline()
        past = Section("Hva som har skjedd")
        past.add(self.timeline)
        self.add(past)

    # what is known

    def _facts(self, found: Timeliness) -> list[Fact]:
        known, today = self._known, self._office.clock.today()
        came = f"{day(known.received_on)} ({until(today, known.received_on)})"
        facts = [Fact("Kom", came)]
        if known.draft.postmarked_on is not None:
            facts.append(Fact("Poststemplet", day(known.draft.postmarked_on)))
        facts.append(Fact("Siste dag for å klage", _last_day(found)))
        facts.append(Fact("Ønsker endret", known.draft.wanted or "Står ikke i klagen"))
        if known.draft.grounds:
            facts.append(Fact("Hvorfor", known.draft.grounds))
        if not known.draft.signed:
            facts.append(Fact("Underskrift", "Mangler. Be om den med en kort frist."))
        for effect in self._office.appeals.effects(known.id)[-1:]:
            words = "Vedtaket venter" if effect.deferred else "Vedtaket gjelder nå"
            facts.append(Fact("Utsatt iverksetting", f"{words}: {effect.reason}"))
        if known.assessment:
            facts.append(Fact("Vår vurdering", known.assessment))
        return facts

    def _timeline(self) -> RowList:
        made = RowList("Hva som har skjedd med klagen", Shape.TIMELINE, whole=True)
        states = self._office.appeals.states(self._known.id)
        rows = [
            Row(place, title_word(each.state), _why(each), icon=Icon.HISTORY)
            for place, each in enumerate(states)
        ]
        made.set_rows(list(reversed(rows)))
        return made

    # what can be done

    def _offer(self, step: NextStep) -> None:
        verbs: list[tuple[str, Callable[[], object]]] = []
        match step:
            case NextStep.ASSESS:
                verbs = [("Ta opp klagen", self.assess)]
            case NextStep.DECIDE_LATE:
                verbs = [("Ta opp klagen likevel", self.take_up_late)]
            case NextStep.CHANGE_OR_FORWARD:
                verbs = [
                    ("Send til klageinstansen", self.letters.forward),
                    ("Endre vedtaket", self.change),
                ]
            case NextStep.FINISH_VEDTAK:
                verbs = [("Åpne det nye vedtaket", self.open_new)]
            case NextStep.MAKE_VEDTAK:
                verbs = [("Lag nytt vedtak", self.change)]
            case NextStep.WAIT_FOR_BODY:
                verbs = [("Før inn svaret", self.body_answered)]
        if self._row.state.open:
            verbs += self._others()
        if not verbs:
            return
        holder = QWidget()
        flow = FlowLayout(fonts.px(8), holder)
        for place, (words, act) in enumerate(verbs):
            kind = ButtonKind.SECONDARY if place else ButtonKind.PRIMARY
            button = Button(words, act, kind=kind, size=ButtonSize.SMALL)
            self.buttons.append(button)
            flow.addWidget(button)
        self.add(holder)

    def _others(self) -> list[tuple[str, Callable[[], object]]]:
        verbs: list[tuple[str, Callable[[], object]]] = []
        letters = self._office.letters.of(Ref("appeal", self._known.id))
        if not any(each.kind is DocumentKind.APPEAL_RECEIPT for each in letters):
            verbs.append(("Svar at klagen er mottatt", self.letters.acknowledge))
        verbs += [
            ("Legg ved klagen", self.attach),
            ("Skal vedtaket vente?", self.decide_effect),
            ("Avvis", self.letters.dismiss),
            ("Klagen er trukket", self.withdraw),
        ]
        if self._row.state is S.FORWARDED:
            verbs = [each for each in verbs if each[0] != "Avvis"]
        return verbs

    def assess(self) -> None:
        """It came in time: begin to look at the case again."""
        if self._navigator.attempt(lambda: self._office.appeals.assess(self._known.id)):
            self._navigator.tell(done("appeal.assessed"))

    def take_up_late(self) -> None:
        """With the reason why, though it came late."""
        reason_dialog(
            "Ta opp klagen likevel",
            "Skriv hvorfor. Grunnen sendes med til klageinstansen. Forvaltningsloven § 31.",
            "Ta opp klagen",
            "Hvorfor den tas opp",
            lambda reason: self._office.appeals.assess(self._known.id, reason),
            self._told("appeal.assessed"),
            self._over,
        ).open()

    def withdraw(self) -> None:
        """The person takes it back."""
        told = self._told("appeal.withdrawn")
        WithdrawDialog(self._office, self._known.id, told, self._over).open()

    def decide_effect(self) -> None:
        """Whether the vedtak waits."""
        told = self._told("appeal.effect_decided")
        EffectDialog(self._office, self._known.id, told, self._over).open()

    def body_answered(self) -> None:
        """What the appeal body decided."""
        told = self._told("appeal.answered")
        BodyAnswerDialog(self._office, self._known.id, told, self._over).open()

    def change(self) -> None:
        """Begin the new vedtak."""
        made: list[VedtakId] = []
        reason_dialog(
            "Lag nytt vedtak",
            "Du får et utkast med det samme innholdet, og endrer det som skal bli annerledes.",
            "Begynn på nytt vedtak",
            "Hvorfor vedtaket endres",
            lambda reason: made.append(self._office.appeals.change(self._known.id, reason)),
            lambda: self._navigator.open(PageId.VEDTAK, Ref("vedtak", made[-1])),
            self._over,
        ).open()

    def open_new(self) -> None:
        """The vedtak that is begun."""
        if self._row.new_vedtak is not None:
            self._navigator.open(PageId.VEDTAK, Ref("vedtak", self._row.new_vedtak))

    def attach(self) -> None:
        """The appeal as it came, scanned."""
        kinds = "PDF eller bilde (*.pdf *.png *.jpg *.jpeg)"
        path, _ = QFileDialog.getOpenFileName(self._over, "Legg ved klagen", "", kinds)
        if path:
            self.keep(Path(path))

    def keep(self, path: Path) -> None:
        """Keep a file on the appeal."""
        types = {".pdf": "application/pdf", ".png": "image/png"}
        media = types.get(path.suffix.lower(), "image/jpeg")
        title = f"Klage {self._known.number}"
        if self._navigator.attempt(
            lambda: self._office.appeals.keep_paper(self._known.id, path.read_bytes(), media, title)
        ):
            self._navigator.tell(done("document.received"))

    def _told(self, verb: str) -> Callable[[], object]:
        return lambda: self._navigator.tell(done(verb))


def _last_day(found: Timeliness) -> str:
    if found.deadline is None:
        return "Fristen er ikke begynt"
    late = "for sent" if found.late else "i tide"
    return f"{day(found.deadline.moved)}, klagen kom {late}"


def _why(each: AppealStateSince) -> str:
    return f"{day(each.since)} · {each.reason}" if each.reason else day(each.since)
