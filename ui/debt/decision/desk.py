"""«Lag vedtak»: the answer, the day and the reasons; saved as it is written, issued once."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core.errors import OfficeError, Problem
from app.debt.decisions.model import DebtRefusal, DebtVedtak, DebtVedtakDraft
from app.debt.model import DebtCase
from app.debt.queue.model import DebtUrgency
from app.office import Office
from ui.asking import a_day, text
from ui.debt.decision.words import tr
from ui.debt.queue.words import target_text
from ui.debt.starts import likely_text, weeks_text
from ui.kit.beside import FinalDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.segments_field import SegmentsField
from ui.labels import message, named, problem, title_word
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

DEBT_VEDTAK = "debt_vedtak"
_YES, _NO = "yes", "no"
_TEXTS = (
    "start_text", "rules_text", "facts_text", "considerations_text", "wishes_text",
    "guidance_text", "appeal_body",
)  # fmt: skip
_OF_YES = ("starts_on", "start_text")
_OF_NO = ("ground", "guidance_text")


class VedtakDesk(LetterDesk):
    """Nothing is lost when it is left: the draft is kept in the case."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        self._case = case
        self._touched: set[str] = set()
        self._stopped = ""
        self._known = self._draft_of(office)
        title = tr("Vedtak om økonomisk rådgivning")
        super().__init__(office, navigator, title, "debt_vedtak.issued", tr("Fatt vedtak"), parent)
        number = "" if self._known is None else f" · {self._known.number}"
        self.header.set_subtitle(f"{named(case.name)}{number}")
        if self._known is not None:
            self._show(self._known.draft)
        self.show_letter()

    def _draft_of(self, office: Office) -> DebtVedtak | None:
        """The draft there is; one is begun where nothing is decided."""
        there = office.debt_decisions.drafted(self._case.id)
        if there is not None:
            return there
        try:
            return office.debt_decisions.get(office.debt_decisions.draft(self._case.id))
        except OfficeError as error:
            self._stopped = message(error)
            return None

    # the form

    def add_fields(self) -> None:
        form = self.form
        form.left.connect(self._touched.add)
        self._answer_fields()
        self._start_section = form.section(tr("Når vi begynner"))
        form.line(DateField("starts_on", tr("Vi begynner"), today=self.office.clock.today,
                            hint=self._queue_words()))  # fmt: skip
        hint = tr("Står i brevet. Skriv til personen: «du».")
        form.line(MultilineField("start_text", tr("Hvorfor den dagen"), lines=2, hint=hint))
        self._help_section = form.section(tr("Hjelp personen kan få nå"))
        now = tr("Hva personen kan gjøre, og hvem som kan hjelpe.")
        form.line(MultilineField("guidance_text", tr("Annen hjelp"), lines=3, hint=now))
        self._reason_fields()
        form.section(tr("Klage"))
        form.line(TextField("appeal_body", tr("Hvem som avgjør klagen")))

    def _answer_fields(self) -> None:
        self.form.section(tr("Svaret"))
        answers = [(_YES, tr("Ja, personen får hjelpen")), (_NO, tr("Nei, avslag"))]
        self.form.line(SegmentsField("granted", tr("Svar"), answers))
        grounds = [(each, title_word(each)) for each in DebtRefusal]
        hint = tr("Lang kø er ingen grunn til å si nei.")
        self.form.line(ChoiceField("ground", tr("Grunn til avslaget"), grounds, hint=hint))
        if self._known is not None and self._known.replaces is not None:
            why = tr("Står i brevet, etter hvilket vedtak dette gjelder i stedet for.")
            self.form.line(
                MultilineField("change_text", tr("Hvorfor vedtaket endres"), lines=2, hint=why)
            )

    def _reason_fields(self) -> None:
        """Three blocks (FV-09), and what the person wishes (SOT-09)."""
        form = self.form
        form.section(tr("Begrunnelse"))
        form.line(MultilineField("rules_text", tr("Reglene"), lines=2))
        facts = tr("Det som er viktig for svaret, og ikke mer. Skriv ikke hvor noen bor.")
        form.line(MultilineField("facts_text", tr("Det vi vet"), lines=3, hint=facts))
        form.line(MultilineField("considerations_text", tr("Det som veide mest"), lines=2))
        form.line(MultilineField("wishes_text", tr("Det personen ønsker"), lines=2, optional=True))

    def _queue_words(self) -> str:
        """When the queue expects it to begin, in weeks."""
        place = self.office.debt_queue.place_of(self._case.id)
        if place is not None and place.urgency is DebtUrgency.ACUTE:
            return target_text(place)
        if place is None or place.expected is None:
            return tr("Velg en dag dere kan holde.")
        told = (weeks_text(place.expected, place.on), likely_text(place.expected, place.on))
        return tr("Køen tilsier {}.").format(", ".join(each for each in told if each))

    def _show(self, draft: DebtVedtakDraft) -> None:
        values: dict[str, object] = {name: getattr(draft, name) or None for name in _TEXTS}
        values |= {
            "granted": _YES if draft.granted else _NO,
            "ground": draft.ground,
            "starts_on": draft.starts_on,
        }
        if "change_text" in self.form.names:
            values["change_text"] = draft.change_text or None
        self.form.set_values(values)

    def draft(self, known: DebtVedtak) -> DebtVedtakDraft:
        """What is typed, on top of what is known."""
        values = self.form.values()
        ground = values["ground"]
        return replace(
            known.draft,
            granted=values["granted"] != _NO,
            ground=ground if isinstance(ground, DebtRefusal) else None,
            starts_on=a_day(values, "starts_on"),
            change_text=text(values, "change_text") or known.draft.change_text,
            **{name: text(values, name) for name in _TEXTS},  # type: ignore[arg-type]  # its own
        )

    def _belongs(self, granted: bool) -> None:
        """Only what belongs to the answer is in sight."""
        self._start_section.setVisible(granted)
        self._help_section.setVisible(not granted)
        ground = self.form.field("ground")
        (ground.parentWidget() or ground).setVisible(not granted)

    # the letter

    def show_letter(self) -> bool:
        """Save what is typed, and show the letter it makes; False with what it lacks."""
        known = self._known
        if known is None:
            self.wait(self._stopped)
            return False
        if any(self.form.field(name).reading() is not None for name in self.form.names):
            self.off(tr("Rett det som ikke kan leses, først."))
            return False
        draft = self.draft(known)
        if draft.granted is not known.draft.granted:
            draft = self.office.debt_decisions.turned(known.id, draft)
            self._show(draft)
        self._belongs(draft.granted)
        try:
            self.office.debt_decisions.save_draft(known.id, draft)
            self._known = known = self.office.debt_decisions.get(known.id)
            self.desk.show_data(self.preview())
        except OfficeError as error:
            self.off(message(error))
            return False
        return self._tell(self.office.debt_decisions.check(known.id))

    def _tell(self, problems: tuple[Problem, ...]) -> bool:
        """Each beside its field once that has been left; the first that stops it is said."""
        own = [each for each in problems if each.field in self._touched]
        self.form.show_problems(own)
        blocking = [each for each in problems if each.blocks]
        self.off(problem(blocking[0]) if blocking else "")
        return not blocking

    def preview(self) -> bytes:
        if self._known is None:
            raise OfficeError("vedtak_not_found")
        document = self.office.debt_decisions.preview(self._known.id)
        return self.office.letters.preview(document)

    def ask(self) -> FinalDialog | None:
        self._touched.update(self.form.names)
        return super().ask()

    @property
    def paper(self) -> str:
        return self.tr("Vedtaket")

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal vedtaket fattes slik?"),
            self.tr("Et vedtak kan ikke endres etterpå. Brevet legges under «Skal sendes»."),
        )

    def finish(self) -> object:
        if self._known is None:
            raise OfficeError("vedtak_not_found")
        return self.office.debt_decisions.issue(self._known.id)
