"""«Hent inn»: a sheet from file to register in five steps, taken out again as one."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.core.errors import OfficeError
from app.office import Office
from app.transfer.model import Answer, CheckedSheet, ImportKind, ReadOptions, Receipt, Sheet
from ui.kit import fonts
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.jobs import Progress
from ui.kit.shell import Room
from ui.navigation import Navigator, Page, PageId, Place
from ui.transfer.columns_step import ColumnsStep
from ui.transfer.control_step import ControlStep
from ui.transfer.file_step import FileStep
from ui.transfer.footer import Footer, Way
from ui.transfer.reading_step import ReadingStep
from ui.transfer.result_step import ResultStep
from ui.transfer.session import Session
from ui.transfer.trail import Trail
from ui.transfer.wording import heading, things
from ui.transfer.work import Work

FILE, READING, COLUMNS, CONTROL, RESULT = range(5)
CHECKED_AT_ONCE = 400  # lines; more is checked by a job
TAKEN_AT_ONCE = 100  # rows; more than that takes over 200 ms


class SheetImportPage(Page):
    """It wires the steps; `task` «dwellings» or «applicants» says what the rows are."""

    page_id = PageId.SHEET_IMPORT
    watches: ClassVar[frozenset[str]] = frozenset({"sheet_import"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.session = Session(ImportKind.DWELLINGS)
        self._work = Work(office, navigator, self)
        self._room = Room.WIDE
        names = ("Fil", "Lesing", "Kolonner", "Kontroll", "Resultat")
        self.trail = Trail([self.tr(name) for name in names])
        self._header = PageHeader(heading(self.session.kind), extra=(self.trail,))
        self.file, self.reading, self.columns = FileStep(), ReadingStep(), ColumnsStep()
        self.control, self.result = ControlStep(), ResultStep()
        self.footer = Footer(navigator.jobs)
        self._stack = QStackedWidget()
        for step in (self.file, self.reading, self.columns, self.control, self.result):
            self._stack.addWidget(step)
        frame = self.begin(self._header)
        frame.add(self._stack, stretch=True)
        frame.add(self.footer)
        self._connect()
        self._go(FILE)

    def _connect(self) -> None:
        self.file.chosen.connect(lambda path: self.read(path))
        self.reading.changed.connect(self._read_otherwise)
        self.columns.changed.connect(self._set_column)
        self.control.answered.connect(self._answer)
        self.control.list_wanted.connect(self.save_list)
        self.result.list_wanted.connect(self.save_list)
        self.result.undo_wanted.connect(self.undo_all)
        self.result.more_wanted.connect(self.check)
        self._work.changed.connect(self._tell_off)

    # where one is

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._stack.currentIndex()

    def show_place(self, place: Place) -> None:
        if place.task not in set(ImportKind):
            return
        kind = ImportKind(place.task)
        if kind is not self.session.kind or self.session.receipt is not None:
            self.start(kind)

    def start(self, kind: ImportKind) -> None:
        """From the beginning."""
        self.session = Session(kind)
        self.file.show_kind(kind)
        self._go(FILE)

    def reload(self) -> None:
        """If the take-in was undone meanwhile, the lines stand ready again."""
        receipt = self.session.receipt
        if receipt is None:
            return
        event = self.office.history.event(receipt.event)
        if event is not None and event.reversed_by is not None:
            self.session.receipt = None
            self.check()

    def _go(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self.trail.set_current(step)
        self._header.set_title(heading(self.session.kind))
        self._header.set_subtitle(self.session.facts if step else "")
        self._show_ways()

    def _show_ways(self) -> None:
        ways: dict[int, Callable[[], tuple[Way | None, Way | None, str]]] = {
            READING: self._ways_of_reading,
            COLUMNS: self._ways_of_columns,
            CONTROL: self._ways_of_control,
            RESULT: self._ways_of_result,
        }
        made = ways.get(self.step)
        if made is None:
            self.footer.show_ways(None, None)
        else:
            panel = Way(self.tr("Vis spørsmålet"), self.control.beside.open_panel)
            away = self.step == CONTROL and self._room is not Room.WIDE
            self.footer.show_ways(*made(), panel if away else None)
        self._tell_off()

    def _ways_of_reading(self) -> tuple[Way, Way, str]:
        back = Way(self.tr("Velg en annen fil"), lambda: self._go(FILE))
        on = Way(self.tr("Fortsett"), self._read_well)
        sheet = self.session.sheet
        if sheet is None or sheet.encoding is None:
            return back, on, self.tr("Er det riktig ark?")
        return back, on, self.tr("Ser æ, ø og å riktige ut? Da er tegnkodingen rett.")

    def _ways_of_columns(self) -> tuple[Way, Way, str]:
        back = Way(self.tr("Tilbake til lesing"), lambda: self._go(READING))
        return back, Way(self.tr("Kontroller linjene"), self._columns_well), ""

    def _ways_of_control(self) -> tuple[Way, Way, str]:
        back = Way(self.tr("Tilbake til kolonner"), self._show_columns)
        counts = self.session.checked.counts if self.session.checked else None
        words = self.tr("Ta inn {}").format(
            things(self.session.kind, counts.taken if counts else 0)
        )
        notes = [self.tr("Alt angres som ett steg.")]
        if counts and counts.waiting:
            many = self.tr("De {} som venter, kan tas inn senere.").format(counts.waiting)
            one = self.tr("Den som venter, kan tas inn senere.")
            notes.insert(0, one if counts.waiting == 1 else many)
        return back, Way(words, self.take_in, Icon.IMPORT), " ".join(notes)

    def _ways_of_result(self) -> tuple[Way, Way, str]:
        back = Way(self.tr("Hent inn en fil til"), lambda: self.start(self.session.kind))
        if self.session.kind is ImportKind.DWELLINGS:
            see = Way(self.tr("Se boligene"), lambda: self.navigator.open(PageId.DWELLINGS))
        else:
            see = Way(self.tr("Se ventelista"), lambda: self.navigator.open(PageId.WAITING_LIST))
        return back, see, ""

    def _tell_off(self) -> None:
        columns, checked = self.session.columns, self.session.checked
        reason = self._work.under_way
        if not reason and self.step == COLUMNS and columns is not None and columns.missing:
            reason = self.tr("Velg hvilken kolonne som er navn eller adresse først.")
        if not reason and self.step == CONTROL and checked and not checked.counts.taken:
            reason = self.tr("Ingen linjer kan tas inn ennå.")
        self.footer.set_off(reason, back_too=bool(self._work.under_way))
        self.footer.setVisible(self.step != FILE or bool(self._work.under_way))

    # file and reading

    def read(self, path: Path, options: ReadOptions | None = None) -> None:
        """Read the file in the child process."""

        def work(progress: Progress) -> Sheet | OfficeError:
            progress.step(0, 0, self.tr("Leser fila"))
            try:
                return self.office.transfer.read(path, options, lambda: progress.cancelled)
            except OfficeError as problem:
                return problem

        self._work.run(
            self.tr("Leser fila."), work, lambda found: self._has_read(path, found, options)
        )

    def _read_otherwise(self, options: ReadOptions) -> None:
        if self.session.path is not None:
            self.read(self.session.path, options)

    def _has_read(
        self, path: Path, found: Sheet | OfficeError, options: ReadOptions | None
    ) -> None:
        if isinstance(found, OfficeError):
            shown: FileStep | ReadingStep = self.reading if options else self.file
            shown.show_problem(found)
            return
        self.session.take_sheet(self.office, path, found)
        self.file.show_problem(None)
        self.reading.show_sheet(found)
        self._go(READING)

    def _read_well(self) -> None:
        if self.session.columns_known:
            self.check()
        else:
            self._show_columns()

    # columns

    def _show_columns(self) -> None:
        session = self.session
        if session.sheet and session.columns and session.profile:
            self.columns.show_columns(session.sheet, session.columns, session.profile)
            self._go(COLUMNS)

    def _set_column(self, heading_text: str, field: str) -> None:
        self.session.set_column(self.office, heading_text, field)
        self._show_columns()
        combo = self.columns.combos.get(heading_text)
        if combo is not None:
            combo.setFocus()

    def _columns_well(self) -> None:
        name = self.columns.name.text()
        if self.navigator.attempt(lambda: self.session.keep_profile(self.office, name)):
            self.check()

    # control

    def check(self) -> None:
        """Check every line and show what was found."""
        if self.session.size <= CHECKED_AT_ONCE:
            self.navigator.attempt(lambda: self._show_checked(self.session.check(self.office)))
            return
        session = self.session

        def work(progress: Progress) -> CheckedSheet:
            progress.step(0, 0, self.tr("Kontrollerer linjene"))
            with self.office.for_job() as own:
                return session.check(own)

        self._work.run(self.tr("Kontrollerer linjene."), work, self._show_checked)

    def _show_checked(self, checked: CheckedSheet) -> None:
        self.session.checked = checked
        self.control.show_checked(checked)
        self._go(CONTROL)

    def _answer(self, given: Answer) -> None:
        self.session.answer(given)
        self.check()

    def save_list(self) -> None:
        """Write every finding to a workbook where the officer says."""
        kinds = self.tr("Excel-ark (*.xlsx)")
        name = self.tr("feilliste.xlsx")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Last ned feillista"), name, kinds)
        if path and self.navigator.attempt(lambda: self.session.save_list(self.office, Path(path))):
            self.navigator.tell(self.tr("Feillista er lagret"), undo=False)

    # taking in, and out again

    def take_in(self) -> None:
        """The good rows at one stroke."""
        checked = self.session.checked
        if checked is None:
            return
        content = self.session.content
        if checked.counts.taken <= TAKEN_AT_ONCE:
            self.navigator.attempt(
                lambda: self._took(self.office.transfer.take_in(checked, content))
            )
            return

        def act(own: Office, progress: Progress) -> Receipt:
            words = self.tr("Tar inn")
            return own.transfer.take_in(
                checked, content, lambda done, total: progress.step(done, total, words)
            )

        self._work.write(self.tr("Tar inn linjene."), act, self._took)

    def _took(self, receipt: Receipt) -> None:
        session = self.session
        session.receipt = receipt
        session.taken = session.checked.counts if session.checked else session.taken
        self.result.show_receipt(session.kind, receipt, session.taken)
        self._go(RESULT)

    def undo_all(self) -> None:
        """Take everything out again; Conflict names what was touched since."""
        receipt = self.session.receipt
        event = self.office.history.event(receipt.event) if receipt else None
        if event is None:
            return
        if self.session.taken.taken <= TAKEN_AT_ONCE:
            self.navigator.attempt(lambda: self.office.history.reverse(event))
            return

        def act(own: Office, progress: Progress) -> None:
            progress.step(0, 0, self.tr("Angrer"))
            own.history.reverse(event)

        self._work.write(self.tr("Angrer."), act, lambda _: None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        room = Room.of(fonts.room(self.window().width()))
        if room is not self._room:
            self._room = room
            self.trail.set_short(short=room is Room.NARROW)
            self._show_ways()
