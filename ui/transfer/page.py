"""«Hent inn»: a sheet from file to register in five steps, taken out again as one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.arrears.lists.model import ArrearsFinding
from app.arrears.model import Biller
from app.core.errors import OfficeError
from app.core.ids import BillerId, DebtCaseId, Ref
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
from ui.transfer.session import Session, reads_otherwise
from ui.transfer.trail import Trail
from ui.transfer.wording import heading, missing_words, things
from ui.transfer.work import Work

FILE, READING, COLUMNS, CONTROL, RESULT = range(5)
CHECKED_AT_ONCE = 400  # lines; more is checked by a job
TAKEN_AT_ONCE = 100  # rows; more than that takes over 200 ms


class SheetImportPage(Page):
    """It wires the steps; `task` (an ImportKind) says what the rows are, and the record of a
    place which biller's list it is, or whose debts."""

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
        self.result.check_wanted.connect(self.open_check)
        self.control.right_biller.connect(self._right_biller)
        self.control.other_biller.connect(self._other_biller)
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
        biller = self._biller(place) if kind is ImportKind.RENT_LIST else None
        if kind is ImportKind.RENT_LIST and biller is None:
            # whose list it is must be said first; not while this page is being opened
            QTimer.singleShot(0, self, partial(self.navigator.open, PageId.BILLER_LIST))
            return
        case = _case(place) if kind is ImportKind.DEBT_OVERVIEW else None
        if kind is ImportKind.DEBT_OVERVIEW and case is None:
            QTimer.singleShot(0, self, partial(self.navigator.open, PageId.DEBT))
            return
        before = (self.session.kind, self.session.biller, self.session.case)
        if (kind, biller, case) != before or self.session.receipt is not None:
            self.start(kind, biller, case)

    def _biller(self, place: Place) -> Biller | None:
        wanted = place.ref.id if place.ref and place.ref.kind == "biller" else None
        return next((each for each in self.office.billers.open() if each.id == wanted), None)

    def start(
        self, kind: ImportKind, biller: Biller | None = None, case: DebtCaseId | None = None
    ) -> None:
        """From the beginning."""
        self.session = Session(kind, biller, case)
        self.control.show_wrong(None)
        self.file.show_kind(kind, biller.name if biller else "")
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
        again = self.session
        back = Way(
            self.tr("Hent inn en fil til"), lambda: self.start(again.kind, again.biller, again.case)
        )
        if again.kind is ImportKind.RENT_LIST:
            return back, Way(self.tr("Sjekk data"), self.open_check), ""
        if again.case is not None:
            debts = partial(self._see_debts, again.case)
            return back, Way(self.tr("Se gjelda i saken"), debts), ""
        if again.kind is ImportKind.DWELLINGS:
            see = Way(self.tr("Se boligene"), lambda: self.navigator.open(PageId.DWELLINGS))
        else:
            see = Way(self.tr("Se ventelista"), lambda: self.navigator.open(PageId.WAITING_LIST))
        return back, see, ""

    def _see_debts(self, case: DebtCaseId) -> None:
        self.navigator.open(PageId.DEBT_CASE, Ref("debt_case", case), "claims")

    def open_check(self) -> None:
        """What does not match, on the page of billers' lists."""
        biller = self.session.biller
        ref = Ref("biller", biller.id) if biller else None
        self.navigator.open(PageId.BILLER_LIST, ref, "check")

    def _tell_off(self) -> None:
        columns, checked = self.session.columns, self.session.checked
        reason = self._work.under_way
        if not reason and self.step == COLUMNS and columns is not None and columns.missing:
            reason = missing_words(self.session.kind)
        if not reason and self.step == CONTROL and checked and not checked.counts.taken:
            reason = self.tr("Ingen linjer kan tas inn ennå.")
        if not reason and self.step == CONTROL and self.session.unsure_whose:
            reason = self.tr("Si først om lista er fra riktig innkrever.")
        self.footer.set_off(reason, back_too=bool(self._work.under_way))
        self.footer.setVisible(self.step != FILE or bool(self._work.under_way))

    # file and reading

    def read(self, path: Path, options: ReadOptions | None = None) -> None:
        """Read the file in the child process; a biller's as the last one was written."""
        known = self.session.options(self.office)

        def work(progress: Progress) -> Sheet | OfficeError:
            progress.step(0, 0, self.tr("Leser fila"))
            try:
                found = self.office.transfer.read(path, options, lambda: progress.cancelled)
                if options is None and reads_otherwise(known, found):
                    return self.office.transfer.read(path, known, lambda: progress.cancelled)
            except OfficeError as problem:
                return problem
            return found

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
            words = self.tr("Kontrollerer linjene")
            with self.office.for_job() as own:
                return session.check(own, lambda done, total: progress.step(done, total, words))

        self._work.run(self.tr("Kontrollerer linjene."), work, self._show_checked)

    def _show_checked(self, checked: CheckedSheet) -> None:
        self.session.checked = checked
        self.control.show_checked(checked)
        self._show_wrong()
        self._go(CONTROL)

    def _show_wrong(self) -> None:
        wrong = self.session.checked.wrong if self.session.checked else None
        self.control.show_wrong(wrong if self.session.unsure_whose else None)

    def _right_biller(self) -> None:
        """The officer says that the list is from whom it was said to be."""
        self.session.right_biller = True
        self._show_wrong()
        self._show_ways()

    def _other_biller(self, biller: BillerId) -> None:
        """It is the other's list: read once more as theirs, and nothing answered yet."""
        path, found = self.session.path, self.office.billers.get(biller)
        self.start(ImportKind.RENT_LIST, found)
        if path is not None:
            self.read(path)

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
        content, sure = self.session.content, self.session.right_biller
        if checked.counts.taken <= TAKEN_AT_ONCE:
            self.navigator.attempt(
                lambda: self._took(
                    self.office.transfer.take_in(checked, content, right_biller=sure)
                )
            )
            return

        def act(own: Office, progress: Progress) -> Receipt:
            words = self.tr("Tar inn")
            return own.transfer.take_in(
                checked,
                content,
                lambda done, total: progress.step(done, total, words),
                right_biller=sure,
            )

        self._work.write(self.tr("Tar inn linjene."), act, self._took)

    def _took(self, receipt: Receipt) -> None:
        session = self.session
        session.receipt = receipt
        session.taken = session.checked.counts if session.checked else session.taken
        self.result.show_receipt(session.kind, receipt, session.taken, self._findings())
        self._go(RESULT)

    def _findings(self) -> tuple[ArrearsFinding, ...] | None:
        """What does not match now, of the biller whose list it was; None for other sheets."""
        biller = self.session.biller
        return None if biller is None else self.office.arrears_check.findings(biller.id)

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


def _case(place: Place) -> DebtCaseId | None:
    """The case of advice a place names."""
    ref = place.ref
    return DebtCaseId(ref.id) if ref and ref.kind == "debt_case" else None
