"""«Meldinger»: what is reported, what waits, and the warning that several lead to."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.ids import Ref
from app.core.text import plural
from app.leases.model import Lease, LeaseState
from app.leases.reports.model import Report, ReportState, ReportStep, Step
from app.leases.warnings.model import LeaseWarning
from app.office import Office
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Callout, Card
from ui.kit.chips import Chip, ChipKind
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import day, near_day, title_word, word
from ui.leases.part import Part
from ui.leases.reports.dialogs import ReportDialogs, shown
from ui.navigation import Navigator, PageId

WARNING = "warning"
_CHIPS = {
    ReportState.RECEIVED: ChipKind.WAITING,
    ReportState.PASSED_ON: ChipKind.INFO,
    ReportState.ANSWERED: ChipKind.INFO,
    ReportState.CLOSED: ChipKind.OK,
}
_HOLDS = frozenset({LeaseState.SIGNED, LeaseState.RUNNING, LeaseState.PAST_TERM}) | {
    LeaseState.TURNED_OPEN_ENDED,
    LeaseState.UNDER_NOTICE,
}
LONG = 40  # a title that is longer would be cut


class ReportsPart(Part):
    """Open reports first, then those that are over; the warnings below."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, lease, parent)
        self.dialogs = ReportDialogs(office, navigator, self)
        self._reports = {report.id: report for report in office.reports.of(lease.id)}
        self.new_button = Button(
            self.tr("Registrer melding"),
            self.register,
            icon=Icon.NEW,
            size=ButtonSize.SMALL,
        )
        self.correct_button = Button(self.tr("Rett …"), self.correct, size=ButtonSize.SMALL)
        self.warn_button = Button(
            self.tr("Skriv advarsel"),
            partial(self.go, WARNING),
            icon=Icon.LETTER,
            size=ButtonSize.SMALL,
        )
        if lease.state not in _HOLDS:
            self.warn_button.set_off(self.tr("Leieforholdet er ikke i gang."))
        self.list = RowList(self.tr("Meldinger"), Shape.TODAY, whole=True)
        self.list.activated_key.connect(self._act)
        self.list.current_key.connect(lambda _key: self._tell())
        ready = self._ready()
        self.add(*((ready,) if ready else ()), self._card(), self._warnings())

    def begin(self) -> None:
        if self._reports:
            self.list.setFocus()
        else:
            self.new_button.setFocus()

    def register(self) -> None:
        """Write down what was said."""
        self.dialogs.register(self.lease.id)

    def correct(self) -> None:
        """What the chosen report should have said."""
        found = self._chosen()
        if found is not None:
            self.dialogs.correct(found)

    # what is shown

    def _ready(self) -> Callout | None:
        leading = self.office.warnings.leading(self.lease.id)
        if not leading or self.lease.state not in _HOLDS:
            return None
        count = plural(len(leading), "melding", "meldinger")
        return Callout(
            ChipKind.SOON,
            self.tr("{} om uro eller vanskjøtsel. En advarsel er klar til å leses.").format(count),
            self.tr(
                "Den blir ikke laget før du har lest den og sagt ja. Uten skriftlig advarsel kan"
                " avtalen ikke heves for dette. Husleieloven §\u00a09-9."
            ),
            Button(
                self.tr("Les advarselen"),
                partial(self.go, WARNING),
                kind=ButtonKind.PRIMARY,
                size=ButtonSize.SMALL,
            ),
        )

    def _card(self) -> Card:
        sums = self.office.reports.sums(self.lease.id)
        fact = self.tr("{} åpne, {} avsluttet").format(sums.open, sums.closed)
        card = Card(
            self.tr("Meldinger"), icon=Icon.NOTE, flush=True, fact=fact if self._reports else ""
        )
        if not self._reports:
            card.add(self._nothing())
            return card
        rows = sorted(self._reports.values(), key=lambda each: (each.reported_on, each.id))
        rows.sort(key=lambda each: each.state.open)
        self.list.set_rows([self._row(report) for report in reversed(rows)])
        self.list.select_end(last=False)
        card.add(button_line(self.new_button, self.correct_button, inset=True), self.list)
        self._tell()
        return card

    def _nothing(self) -> EmptyState:
        for unused in (self.list, self.correct_button):
            unused.setParent(self)
            unused.hide()
        return EmptyState(
            self.tr("Ingenting er meldt"),
            self.tr(
                "Registrer det leieren, en nabo eller andre sier om boligen: mangler, skader, uro."
                " Husrom sier fra når noe har ventet for lenge."
            ),
            primary=self.new_button,
        )

    def _row(self, report: Report) -> Row:
        today, draft = self.office.clock.today(), report.draft
        chip = Chip(_CHIPS[report.state], title_word(report.state))
        late = self._late(report)
        kind, what = title_word(draft.kind), " ".join(draft.what.split())
        rest = f"{what.rstrip('.')}." if len(what) > LONG else ""  # on lines of its own
        return Row(
            report.id,
            kind if rest else f"{kind}: {what}",
            " ".join(filter(None, (_source(report), *map(_step_words, report.steps[-2:]), rest))),
            Chip(ChipKind.SOON, self.tr("Venter")) if late else chip,
            when=near_day(report.day, today),
            how_long=self.tr("Haster") if draft.urgent and report.state.open else "",
            action=self.tr("Hva er gjort …") if report.state.open else self.tr("Åpne igjen …"),
        )

    def _late(self, report: Report) -> bool:
        return self.office.reports.waits(report)

    def _warnings(self) -> Card:
        given = self.office.warnings.of(self.lease.id)
        card = Card(self.tr("Advarsler"), icon=Icon.LETTER, flush=True)
        if given:
            card.set_count(len(given))
            rows = RowList(self.tr("Advarsler"), Shape.TODAY, whole=True)
            rows.set_rows([self._warning(each) for each in reversed(given)])
            rows.activated_key.connect(self._open_letter)
            card.add(rows)
        else:
            words = self.tr("Ingen er gitt. Skriv en når noe i leieforholdet må endres.")
            line = QHBoxLayout()
            line.setContentsMargins(fonts.px(16), fonts.px(4), fonts.px(16), fonts.px(4))
            line.addWidget(Label(words, Type.HELP, Token.TEXT2, wrap=True))
            card.add(line)
        card.add(button_line(self.warn_button, inset=True))
        return card

    def _warning(self, given: LeaseWarning) -> Row:
        sent = given.sent_on is not None
        words = self.tr("Sendt {}.").format(day(given.sent_on)) if sent else ""
        return Row(
            given.document,
            title_word(given.about),
            f"{self.tr('Må være endret innen {}.').format(day(given.change_by))} {words}".strip(),
            Chip(ChipKind.OK, self.tr("Sendt")) if sent else Chip(ChipKind.WAITING, "Usendt"),
            when=near_day(given.issued_on, self.office.clock.today()),
            how_long=given.number,
            action=self.tr("Se brevet"),
            action_icon=Icon.DOCUMENT,
        )

    # what is done

    def _chosen(self) -> Report | None:
        row = self.list.current
        return None if row is None else self._reports.get(int(str(row.key)))

    def _tell(self) -> None:
        off = "" if self._chosen() else self.tr("Velg en melding i listen først.")
        self.correct_button.set_off(off)

    def _act(self, key: object) -> None:
        report = self._reports.get(key) if isinstance(key, int) else None
        if report is None:
            return
        if report.state.open:
            self.dialogs.step(report)
        else:
            self.dialogs.reopen(report)

    def _open_letter(self, key: object) -> None:
        if isinstance(key, int):
            self.navigator.open(PageId.LETTERS, Ref("document", key))


def _source(report: Report) -> str:
    """Who said it; what nobody here has seen is called a claim."""
    source = report.draft.source
    told = f"Meldt {day(report.reported_on)}"
    who = f"{told}: {word(source)}" if not source.a_claim else f"{told}, påstand: {word(source)}"
    return f"{who} ({report.draft.source_note})." if report.draft.source_note else f"{who}."


def _step_words(step: Step) -> str:
    """«Sendt videre til vaktmesteren 03.12.2026.»"""
    to = f" til {step.to_whom}" if step.to_whom and step.kind is ReportStep.PASSED_ON else ""
    said = f": {shown(step.words, 60).rstrip('.')}" if step.words else ""
    return f"{title_word(step.kind)}{to} {day(step.taken_on)}{said}."
