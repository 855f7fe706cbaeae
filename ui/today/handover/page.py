"""«Overlevering»: what a stand-in must know until a day, to look through and print."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.alerts.model import Alert
from app.core.text import plural
from app.office import Office
from app.overview.handover.model import DRAFT, Handover
from ui.asking import Values, a_day, text
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind
from ui.kit.document_dialog import DocumentDialog
from ui.kit.fields import DateField, MultilineField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.page import ScrollBody
from ui.kit.row_groups import RowGroup, RowGroups
from ui.kit.rows import Row
from ui.labels import day, message, problem
from ui.navigation import Navigator, PageId, Place
from ui.today.beside import DayPage
from ui.today.handover import words
from ui.today.ways import way_of


class HandoverPage(DayPage):
    """Two weeks to begin with; another day, and words of one's own, are asked for."""

    page_id = PageId.HANDOVER
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.last = office.handovers.usual_end()
        self.handover: Handover | None = None
        self._alerts: dict[object, Alert] = {}
        self.day_button = Button(self.tr("Velg dag og beskjed …"), self.ask, icon=Icon.CALENDAR)
        self.header = PageHeader(
            self.tr("Overlevering"),
            primary=Button(
                self.tr("Skriv ut"),
                self.show_paper,
                kind=ButtonKind.PRIMARY,
                icon=Icon.PRINT,
            ),
            secondary=(self.day_button,),
        )
        self.groups = RowGroups()
        body = ScrollBody()
        body.add(self.groups)
        self.begin(self.header).add(body, stretch=True)
        self.groups.activated_key.connect(self._open)

    # what is shown

    def reload(self) -> None:
        today = self.office.clock.today()
        self.last = max(self.last, today)
        handover = self.handover = self.office.handovers.of(self.last)
        tasks = self._tasks()
        self._alerts = {alert.key: alert for alert, _due in tasks}
        facts = (
            self.tr("{} til og med {}").format(day(today), day(self.last)),
            plural(len(tasks), self.tr("gjøremål"), self.tr("gjøremål")),
            plural(handover.open, self.tr("åpen sak"), self.tr("åpne saker")),
        )
        self.header.set_subtitle(" · ".join(facts))
        self.groups.set_groups(self._made(handover, tasks, today))

    def _tasks(self) -> list[tuple[Alert, date | None]]:
        alerts = self.office.alerts
        return words.waiting(alerts.today(), alerts.snoozed(), self.last)

    def _made(
        self, handover: Handover, tasks: Sequence[tuple[Alert, date | None]], today: date
    ) -> list[RowGroup]:
        left = words.others_words(handover)
        others = [Row("others", left, icon=Icon.INFO)] if left else []
        made = (
            self._group(
                self.tr("Dette må gjøres"),
                [words.task_row(alert, due, today) for alert, due in tasks],
                Icon.TODAY,
                self.tr("Ingen gjøremål har frist i disse dagene"),
            ),
            self._group(
                self.tr("Åpne saker med en dag"),
                [*(words.case_row(case, today) for case in handover.cases), *others],
                Icon.FOLDER,
                self.tr("Ingen åpne saker har en dag før dette"),
                len(handover.cases),
            ),
            self._group(
                self.tr("Begynt, men ikke ferdig"),
                [words.begun_row(each, at) for at, each in enumerate(handover.unfinished)],
                Icon.NOTE,
                self.tr("Ingenting står halvferdig"),
            ),
            self._group(
                self.tr("Hvem du ringer"),
                [words.caller_row(each, at) for at, each in enumerate(handover.callers)],
                Icon.CALL,
                self.tr("Ingen numre er registrert. Legg dem inn under Innstillinger"),
            ),
            self._ways_in(handover),
        )
        return list(made)

    def _group(
        self, title: str, rows: list[Row], icon: Icon, nothing: str, count: int | None = None
    ) -> RowGroup:
        group = RowGroup(title, rows or [Row(title, nothing, icon=Icon.OK)], icon)
        group.set_count(len(rows) if count is None else count)
        return group

    def _ways_in(self, handover: Handover) -> RowGroup:
        """Without anyone, the row leads to where a way in is made."""
        title = self.tr("Slik kommer vikaren inn")
        rows = [words.way_in_row(each) for each in handover.ways_in]
        if not rows:
            rows = [
                Row(
                    Place(PageId.SETTINGS, task="people"),
                    self.tr("Ingen andre har egen inngang i disse dagene"),
                    self.tr("Gi vikaren et eget passord med dato fra og til."),
                    icon=Icon.WARNING,
                    action=self.tr("Gi tilgang"),
                    action_icon=Icon.OPEN,
                )
            ]
        group = RowGroup(title, rows, Icon.KEYRING)
        group.set_count(len(handover.ways_in))
        return group

    # what the officer does

    def ask(self) -> AskDialog:
        """Another day, and words to the stand-in; they wait in the register until printed over."""

        def act(values: Values) -> None:
            chosen = a_day(values, "last") or self.office.handovers.usual_end()
            self.office.handovers.of(chosen)
            said = text(values, "words")
            if said:
                self.office.drafts.keep(DRAFT, {"words": said})
            else:
                self.office.drafts.drop(DRAFT)
            self.last = chosen
            self.reload()

        dialog = AskDialog(
            self.tr("Overlevering"),
            self.tr("Dagen er den siste du er borte. Beskjeden står øverst på arket."),
            self.tr("Vis"),
            act,
            words=problem,
            message=message,
            parent=self,
        )
        today = self.office.clock.today
        dialog.form.line(DateField("last", self.tr("Til og med"), today=today))
        dialog.form.line(
            MultilineField("words", self.tr("Beskjed til vikaren"), optional=True, lines=5)
        )
        dialog.form.set_values({"last": self.last, "words": self._words()})
        dialog.open()
        return dialog

    def _words(self) -> str:
        return str(self.office.drafts.of(DRAFT).get("words", ""))

    def show_paper(self) -> DocumentDialog | None:
        """The paper, to read and print."""
        made: list[bytes] = []

        def make() -> None:
            today, language = self.office.clock.today(), self.office.settings.profile.language
            tasks = [words.task_of(alert, due, today, language) for alert, due in self._tasks()]
            paper = self.office.handovers.paper(self.last, tasks, self._words())
            made.append(self.office.letters.preview(paper))

        if not self.navigator.attempt(make):
            return None
        title = self.tr("Overlevering")
        told = self.tr("Arket har navn og lagres ikke. Gi det bare til vikaren.")
        dialog = DocumentDialog(title, told, [(title, made[0])], self)
        dialog.open()
        return dialog

    def _open(self, key: object) -> None:
        alert = self._alerts.get(key)
        place = way_of(alert) if alert is not None else key
        if isinstance(place, Place):
            self.navigator.open(place.page, place.ref, place.task)
