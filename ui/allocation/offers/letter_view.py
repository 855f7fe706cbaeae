"""«Gi tilbud»: a few fields left, the letter right, one final «Lag tilbudet»."""

from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from app.allocation.offers.model import OfferDraft
from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import ApplicationId, DwellingId
from app.office import Office
from ui.allocation.offers.answers import EFFECTS
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.fields import DateField, MultilineField, ReadField
from ui.labels import reason
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

_TIME_WIDTH = 110


def read_time(text: str) -> time:
    """«14», «14.00», «14:00» or «1400»; OfficeError time_unreadable."""
    digits = text.replace("kl", "").strip(" .").replace(":", ".")
    hour, _, minute = digits.partition(".")
    if not minute and len(hour) in {3, 4}:
        hour, minute = hour[:-2], hour[-2:]
    try:
        return time(int(hour), int(minute or "0"))
    except ValueError as error:
        raise OfficeError("time_unreadable") from error


def _written(value: object) -> str:
    return f"{value:%H.%M}" if isinstance(value, time) else ""


def _together(day: object, at: object) -> datetime | None:
    if isinstance(day, date) and isinstance(at, time):
        return datetime.combine(day, at)
    return None


class OfferView(LetterDesk):
    """An offer of one dwelling to one on the list."""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        self._start: OfferDraft | None = None
        self.told = Callout(ChipKind.INFO, "Dette bør du vite", "")
        super().__init__(office, navigator, "Tilbud om bolig", "offer.made", "Lag tilbudet", parent)

    def above(self) -> tuple[QWidget, ...]:
        return (self.told,)

    def add_fields(self) -> None:
        today = self.office.clock.today
        self.form.section(self.tr("Frist"))
        self.form.line(DateField("answer_by", self.tr("Svar senest"), today=today))
        self.form.section(self.tr("Visning"))
        self.form.line(
            DateField(
                "viewing_on",
                self.tr("Dag"),
                optional=True,
                today=today,
                hint=self.tr("La den stå tom hvis dere avtaler tiden på telefon."),
            ),
            ReadField(
                "viewing_time",
                self.tr("Klokken"),
                read_time,
                _written,
                optional=True,
                width=_TIME_WIDTH,
                example="14.00",
            ),
        )
        self.form.section(self.tr("Med egne ord"))
        self.form.line(
            MultilineField(
                "note",
                self.tr("Om boligen"),
                optional=True,
                lines=3,
                hint=self.tr("Står i brevet. Skriv til søkeren: «du»."),
            )
        )

    def begin(self, application: ApplicationId, dwelling: DwellingId) -> None:
        """A fresh offer with the answer day of the rules."""
        known = self.office.applications.get(application)
        home = self.office.dwellings.get(dwelling)
        self._start = self.office.offers.drafted(application, dwelling)
        self.header.set_subtitle(f"{known.name}, {known.number} · {home.address}")
        self._tell(application, dwelling)
        values: dict[str, object] = dict.fromkeys(self.form.names)
        self.form.set_values(values | {"answer_by": self._start.answer_by})
        self.show_letter()
        self.form.field("answer_by").control.setFocus()

    def _tell(self, application: ApplicationId, dwelling: DwellingId) -> None:
        candidate = self.office.allocation.candidate(application, dwelling)
        against = [reason(each) for each in candidate.why_not] if candidate else []
        effect = self.office.offers.told(application)
        words = [*against, self.tr("Sier søkeren nei uten gyldig grunn,"), EFFECTS[effect.now]]
        self.told.then.setText(" ".join(words))
        self.told.then.show()

    def draft(self) -> OfferDraft:
        """What is typed; Invalid while a field that must be there is empty."""
        if self._start is None:
            raise RuntimeError("no offer is begun")
        values = self.form.values()
        answer_by, problems = values["answer_by"], []
        if not isinstance(answer_by, date):
            problems.append(Problem("answer_by", "answer_day_missing", "DOC-05"))
        day, at = values["viewing_on"], values["viewing_time"]
        if isinstance(day, date) and not isinstance(at, time):
            problems.append(Problem("viewing_time", "viewing_time_missing", "DOC-05"))
        if isinstance(at, time) and not isinstance(day, date):
            problems.append(Problem("viewing_on", "viewing_day_missing", "DOC-05"))
        if problems or not isinstance(answer_by, date):
            raise Invalid(problems)
        return replace(
            self._start,
            answer_by=answer_by,
            viewing_at=_together(day, at),
            note=str(values["note"] or ""),
        )

    def preview(self) -> bytes:
        problems = self.office.offers.check(self.draft())
        if problems:
            raise Invalid(problems)
        return self.office.letters.preview(self.office.offers.preview(self.draft()))

    def finish(self) -> object:
        return self.office.offers.make(self.draft())

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal tilbudet lages slik?"),
            self.tr(
                "Brevet lagres og legges under «Brev». Det kan ikke endres, men tilbudet kan"
                " trekkes tilbake."
            ),
        )

    def leave(self) -> None:
        self._start = None
        super().leave()
