"""Reversal and prior notice, each asked for in a dialog."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid
from app.core.ids import VedtakId
from app.decisions.notices.model import NoticeDraft, PriorNotice
from app.decisions.reversals.model import ReversalDraft, ReversalGround
from app.office import Office
from ui.asking import a_day, text
from ui.decisions.appeal_dialogs import Asking, Done
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.fields import DateField, MultilineField
from ui.labels import day, title_word


class ReversalDialog(Asking):
    """«Omgjør»: the ground, why, whether it harms, and the notice it rests on."""

    def __init__(
        self,
        office: Office,
        vedtak: VedtakId,
        begun: Callable[[VedtakId], object],
        parent: QWidget | None = None,
    ) -> None:
        made: list[VedtakId] = []

        def act(values: Mapping[str, object]) -> None:
            ground, notice = values["ground"], values.get("notice")
            draft = ReversalDraft(
                ground=ground if isinstance(ground, ReversalGround) else None,
                reason=text(values, "reason"),
                to_harm=bool(values["to_harm"]),
                notice=notice if isinstance(notice, int) else None,
            )
            made.append(office.reversals.begin(vedtak, draft))

        super().__init__(
            "Omgjør vedtaket",
            "Du får et utkast med det samme innholdet, og endrer det som skal bli annerledes."
            " Det gamle vedtaket blir aldri endret.",
            "Begynn på nytt vedtak",
            act,
            lambda: begun(made[-1]),
            parent,
        )
        grounds = [(each, title_word(each)) for each in office.reversals.grounds()]
        self.form.line(RadioField("ground", "Grunn", grounds))
        self.form.line(MultilineField("reason", "Hvorfor", lines=3))
        self.form.line(
            CheckField(
                "to_harm",
                "Det nye vedtaket er til skade for parten",
                hint="Da må parten ha fått forhåndsvarsel og tid til å svare.",
            )
        )
        self._ask_for_notice(office, vedtak)

    def _ask_for_notice(self, office: Office, vedtak: VedtakId) -> None:
        notices = office.advance_notices.of(vedtak)
        if notices:
            options: list[tuple[object, str]] = [
                (each.id, f"laget {day(each.issued_on)}, svar senest {day(each.answer_by)}")
                for each in notices
            ]
            self.form.line(ChoiceField("notice", "Forhåndsvarsel", options, optional=True))
            self.form.set_values({"notice": notices[-1].id})


class NoticeDialog(Asking):
    """«Forhåndsvarsel»: what it is about, what the person may tell, and the last day."""

    def __init__(
        self,
        office: Office,
        ready: Callable[[NoticeDraft], object],
        parent: QWidget | None = None,
    ) -> None:
        made: list[NoticeDraft] = []

        def act(values: Mapping[str, object]) -> None:
            draft = NoticeDraft(
                text(values, "about"), text(values, "needed"), a_day(values, "answer_by")
            )
            blocking = [each for each in office.advance_notices.check(draft) if each.blocks]
            if blocking:
                raise Invalid(blocking)
            made.append(draft)

        super().__init__(
            "Forhåndsvarsel",
            "Parten får vite hva dere vurderer, og får tid til å svare før noe blir bestemt.",
            "Vis brevet",
            act,
            lambda: ready(made[-1]),
            parent,
        )
        self.form.line(
            MultilineField(
                "about",
                "Hva saken gjelder",
                lines=3,
                hint="Skriv til den som får brevet: hva dere vet, og hva dere vurderer å gjøre.",
            )
        )
        self.form.line(
            MultilineField(
                "needed",
                "Det du kan fortelle oss",
                lines=3,
                hint="Hva som er viktig for saken, og hvilke papirer som kan hjelpe.",
            )
        )
        self.form.line(DateField("answer_by", "Siste dag for å svare", today=office.clock.today))
        self.form.set_values({"answer_by": office.advance_notices.usual_day()})
        self.form.field("about").control.setFocus()


class NoticeAnswerDialog(Asking):
    """What the person answered, and when."""

    def __init__(
        self, office: Office, notice: PriorNotice, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            answered = a_day(values, "answered_on") or office.clock.today()
            office.advance_notices.answered(notice.id, answered, text(values, "answer"))

        super().__init__(
            "Svar på forhåndsvarsel",
            "Skriv det parten sa. Svaret følger saken.",
            "Før inn svaret",
            act,
            done,
            parent,
        )
        self.form.line(DateField("answered_on", "Kom", today=office.clock.today))
        self.form.line(MultilineField("answer", "Svaret", lines=4))
        self.form.set_values({"answered_on": office.clock.today()})
        self.form.field("answer").control.setFocus()
