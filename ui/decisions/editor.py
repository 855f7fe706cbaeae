"""A vedtak that is being written: saved field by field, the letter beside it, issued once."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.days import clock_time
from app.core.errors import OfficeError, Problem
from app.core.ids import VedtakId
from app.decisions.model import Vedtak, VedtakKind
from app.letters.model import OnPaper
from app.office import Office
from ui.decisions.missing_parts import MissingParts
from ui.decisions.vedtak_form import VedtakForm
from ui.kit.beside import Beside, Desk, FinalDialog, PaperDialog
from ui.kit.buttons import Button, ButtonKind
from ui.kit.chips import Chip, ChipKind
from ui.kit.form import ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.page import Page as Frame
from ui.kit.shell import has_panel_room
from ui.labels import day, done, message, problem, title_word
from ui.navigation import Navigator


class VedtakEditor(QWidget):
    """Form left, letter right. `issued` and `discarded` tell that there is no draft any more."""

    issued = Signal(object)  # VedtakId
    discarded = Signal()

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self._known: Vedtak | None = None
        self._saved_at = ""
        self.form = VedtakForm(office, self.suggest)
        self.issue_button = Button(
            self.tr("Fatt vedtak"),
            self.ask,
            kind=ButtonKind.PRIMARY,
            icon=Icon.SIGN,
            key=Key.FINISH.sequence,
        )
        self.header = PageHeader(
            self.tr("Vedtak"),
            primary=self.issue_button,
            secondary=(Button(self.tr("Kast utkastet"), self.discard, icon=Icon.DELETE),),
            extra=(ProblemChip(self.form),),
        )
        self.desk = Desk(self.tr("Brevet"), self.tr("Brevet kommer straks."))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self.header)
        words = (self.tr("Skjemaet"), self.tr("Brevet"))
        self._beside = Beside(self.form, self.desk, words)
        frame.add(self._beside, stretch=True)
        outer.addWidget(frame)
        self.missing = MissingParts()
        self.missing.wanted.connect(self._stand_on)
        self.desk.column.insertWidget(1, self.missing)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.show_letter)
        self.form.left.connect(lambda _name: self.save())
        for part in self.form.lines_parts:
            part.left.connect(self.save)

    @property
    def vedtak(self) -> VedtakId | None:
        """The draft that is written on."""
        return self._known.id if self._known else None

    def show_vedtak(self, known: Vedtak) -> None:
        """Write on this draft."""
        if self._known is None or self._known.id != known.id:
            self._saved_at = ""
            self.form.forget_touched()
            self.desk.clear()
            self.desk.say(self.tr("Brevet kommer straks."))
        self._known = known
        self.form.show_draft(known.draft)
        self._tell()
        self._soon.start()

    def begin(self) -> None:
        """Put the cursor in the first field."""
        self.form.field("result").control.setFocus()

    def _tell(self) -> None:
        known = self._known
        if known is None:
            return
        application = self._office.applications.get(known.application)
        self.header.set_title(self.tr("Vedtak"))
        self.header.set_chips((Chip(ChipKind.NOT_STARTED, self.tr("Utkast")),))
        saved = self.tr("lagret {}").format(self._saved_at) if self._saved_at else ""
        kind = known.draft.kind
        received = self.tr("søknad mottatt {}").format(day(application.received_on))
        facts = (
            application.name,
            known.number,
            "" if kind is VedtakKind.MUNICIPAL_DWELLING else title_word(kind),
            saved or self.tr("alt lagres mens du skriver"),
            received if has_panel_room(self) else "",
        )
        self.header.set_subtitle(" · ".join(fact for fact in facts if fact))
        self._tell_off(self._office.decisions.check(known.id))

    def _tell_off(self, problems: tuple[Problem, ...]) -> None:
        """The primary is off while something is missing; the first thing is said."""
        blocking = [each for each in problems if each.blocks]
        self.form.tell(problems)
        self.missing.show_parts(
            [(self.form.part_name(each), problem(each), each) for each in blocking]
        )
        if self.form.unreadable:
            self._off(self.tr("Rett det som ikke kan leses, først."))
        elif blocking:
            more = len(blocking) - 1
            first = problem(blocking[0]).partition("\n")[0]
            rest = self.tr(" {} til mangler.").format(more) if more else ""
            self._off(first + rest)
        else:
            self._off("")

    def _off(self, why: str) -> None:
        self.issue_button.set_off(why)
        self.desk.lacks(self.tr("Kan ikke fattes ennå. {}").format(why) if why else "")

    def _stand_on(self, found: Problem) -> None:
        """Stand on the field that puts it right, also where only the letter is in sight."""
        if not self.form.isVisible():
            choice = self._beside.choice
            choice.set_value("form")
            choice.chosen.emit("form")
        self.form.stand_on(found)

    # saving and showing

    def save(self) -> None:
        """Keep what the form holds, right or not; the letter follows."""
        known = self._known
        if known is None:
            return
        if self.form.unreadable:
            self._off(self.tr("Rett det som ikke kan leses, først."))
            return
        draft = self.form.draft(known.draft)
        if draft == known.draft:
            self._tell_off(self._office.decisions.check(known.id))
            return
        if self._navigator.attempt(lambda: self._office.decisions.save_draft(known.id, draft)):
            self._saved_at = clock_time(self._office.clock.now().time())
            self._known = self._office.decisions.get(known.id)
            self._tell()
            self._soon.start()

    def suggest(self) -> None:
        """Fill the empty blocks of the reasons with what the evaluation says, to be edited."""
        self.save()
        known = self._known
        if known is None:
            return
        suggested: list[dict[str, str]] = []
        if not self._navigator.attempt(
            lambda: suggested.append(self._office.decisions.suggested_reasons(known.id))
        ):
            return
        if self.form.insert(suggested[0]):
            self.save()
        else:
            self._navigator.tell(self.tr("Begrunnelsen er alt skrevet"), undo=False)

    def _preview(self) -> bytes:
        if self._known is None:
            raise RuntimeError("no vedtak is shown")
        return self._office.letters.preview(self._office.decisions.preview(self._known.id))

    def show_letter(self) -> None:
        """The letter as the draft would have it."""
        if self._known is None:
            return
        try:
            self.desk.show_data(self._preview())
        except OfficeError as error:
            self.desk.say(message(error))

    # finishing

    def ask(self) -> FinalDialog | None:
        """Show the letter once more before the vedtak is made."""
        self.save()
        known = self._known
        if known is None:
            return None
        problems = self._office.decisions.check(known.id)
        if any(each.blocks for each in problems):
            self.form.tell(problems, all_of_them=True)
            self.form.jump_to_first()
            return None
        dialog = FinalDialog(
            self.tr("Skal vedtaket fattes slik?"),
            self.tr("Et vedtak kan ikke endres etterpå. Brevet legges under «Brev»."),
            self._preview(),
            self.tr("Fatt vedtak"),
            self.window(),
        )
        dialog.accepted.connect(self.issue)
        dialog.open()
        return dialog

    def issue(self) -> None:
        """Decide. For strengt fortrolig the letter must be printed here and now."""
        known = self._known
        if known is None:
            return
        made: list[object] = []
        if not self._navigator.attempt(lambda: made.append(self._office.decisions.issue(known.id))):
            return
        if isinstance(made[0], OnPaper):
            PaperDialog(self.tr("Vedtak"), made[0].content, self.window()).open()
        self.close_draft()
        words = done("vedtak.issued")
        told = self.tr("{}. Brevet ligger under «Brev»").format(words)
        self._navigator.tell(told, undo=False)
        self.issued.emit(known.id)

    def discard(self) -> None:
        """Throw the draft away; it can be undone."""
        known = self._known
        if known is None:
            return
        if self._navigator.attempt(lambda: self._office.decisions.discard(known.id)):
            self.close_draft()
            self._navigator.tell(done("vedtak.draft_discarded"))
            self.discarded.emit()

    def close_draft(self) -> None:
        """Let the draft and its letter go."""
        self._known = None
        self._soon.stop()
        self.desk.clear()
