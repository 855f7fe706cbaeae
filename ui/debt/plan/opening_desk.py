"""«Åpningsbrev»: to whom, the pause that is asked for, the letter beside it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.money import format_kroner
from app.debt.model import DebtCase
from app.debt.plans.contact.model import LettersMade, OpeningDraft
from app.office import Office
from ui.asking import a_day, text
from ui.debt.plan.batch import BatchDesk
from ui.debt.plan.columns import opening_chip, tr
from ui.kit.choice_fields import CheckField
from ui.kit.fields import DateField, MultilineField
from ui.letter_job import GoOn
from ui.navigation import Navigator

_TO = "to_{}"


class OpeningDesk(BatchDesk):
    """Those who have not been written to are ticked."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        self._receivers = office.creditor_letters.receivers(case.id)
        verb = "creditor_letter.opening_issued"
        super().__init__(office, navigator, case, tr("Åpningsbrev til kreditorene"), verb, parent)
        draft = office.creditor_letters.drafted(case.id)
        ticked: dict[str, object] = {
            _TO.format(each.id): each.id in draft.receivers for each in self._receivers
        }
        days = {"answer_by": draft.answer_by, "pause_until": draft.pause_until}
        self.form.set_values({**ticked, **days})
        self.show_letter()

    def add_fields(self) -> None:
        self.form.section(tr("Hvem som skal ha brev"))
        office_today = self.office.clock.today()
        for each in self._receivers:
            owed = tr("{}, {}").format(each.creditor.name, format_kroner(each.owed))
            told = [] if each.opening is None else [opening_chip(each, office_today).text]
            if not each.creditor.draft.address.strip():
                told.append(tr("mangler adresse"))
            self.form.line(CheckField(_TO.format(each.id), owed, hint=". ".join(told)))
        self.form.section(tr("Det vi ber om"))
        today: Callable[[], date] = self.office.clock.today
        self.form.line(
            DateField("answer_by", tr("Svar senest"), today=today),
            DateField("pause_until", tr("Pause til og med"), today=today),
        )
        hint = tr("Samme ord til alle. Skriv ikke om andre kreditorer, eller hvor noen bor.")
        self.form.line(MultilineField("words", tr("Skriv mer"), optional=True, lines=2, hint=hint))

    def draft(self) -> OpeningDraft:
        """What is typed."""
        values = self.form.values()
        return OpeningDraft(
            tuple(e.id for e in self._receivers if values[_TO.format(e.id)] is True),
            a_day(values, "answer_by"),
            a_day(values, "pause_until"),
            text(values, "words"),
        )

    def preview(self) -> bytes:
        document = self.office.creditor_letters.preview(self.case.id, self.draft())
        return self.office.letters.preview(document)

    def count(self) -> int:
        return len(self.draft().receivers)

    def maker(self) -> Callable[[Office, GoOn], LettersMade]:
        case, draft = self.case.id, self.draft()
        return lambda office, go_on: office.creditor_letters.write(case, draft, go_on)
