"""«Kontakt»: a new note on top, where contact stands, and the log with the newest first."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.errors import Invalid
from app.core.text import plural
from app.followup.contact_notes.model import ContactChannel, ContactNote, ContactOutcome
from app.office import Office
from app.people.model import Person
from ui.followup.contact.fields import HalfTyped, add_note_fields, blank, draft_of, hint_for
from ui.followup.contact.quick import CorrectNote
from ui.followup.part import FollowupPart
from ui.kit import fonts
from ui.kit.ask import BareForm
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape
from ui.labels import day, done, near_day, problem, title_word
from ui.navigation import Navigator

LOG = "contact_log"
PAUSE_MS = 400
LONG = 48  # a title that is longer would be cut
CHIPS = {
    ContactOutcome.REACHED: ChipKind.OK,
    ContactOutcome.AGREED_NEW: ChipKind.OK,
    ContactOutcome.LEFT_MESSAGE: ChipKind.INFO,
    ContactOutcome.NOT_REACHED: ChipKind.SOON,
    ContactOutcome.CANCELLED_BY_PERSON: ChipKind.WAITING,
}


class ContactPart(FollowupPart):
    """Write, see how contact stands, and read what was written."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        person: Person,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(office, navigator, person, parent)
        self._notes = {note.id: note for note in office.contact_notes.of(person.id)}
        waits = office.contact_notes.waiting(tuple(self._notes.values()))
        self._waiting = frozenset(note.id for note in waits)
        self.standing = office.contact_notes.standing(person.id)
        self.form = BareForm(self.tr("Nytt notat"), problem)
        self.words = add_note_fields(self.form, office)
        self.words.set_hint(hint_for(office, person.id))
        self.words.entered.connect(partial(self.write, nav_only=False))
        self.save_button = Button(
            self.tr("Lagre"), partial(self.write, nav_only=False), kind=ButtonKind.PRIMARY
        )
        self.nav_button = Button(self.tr("Lagre for bare Nav"), partial(self.write, nav_only=True))
        self._half_typed = HalfTyped(office, self.form, person.id)
        self._half_typed.load()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._half_typed.keep)
        self.form.changed.connect(lambda _name: self._pause.start())
        self._make_log()
        alarm = self._alarm()
        self.add(*((alarm,) if alarm else ()), self._new_card(), self._log_card())

    def _make_log(self) -> None:
        self.list = RowList(self.tr("Logg over kontakt"), Shape.TODAY, whole=True)
        self.list.activated_key.connect(self.correct)
        self.list.current_key.connect(lambda _key: self._tell())
        self.done_button = Button(
            self.tr("Neste steg er gjort"), self.followed_up, size=ButtonSize.SMALL
        )
        self.print_button = Button(
            self.tr("Skriv ut loggen …"),
            partial(self.go, LOG),
            icon=Icon.PRINT,
            size=ButtonSize.SMALL,
        )
        channels = [Choice(each, title_word(each)) for each in ContactChannel]
        outcomes = [Choice(each, title_word(each)) for each in ContactOutcome]
        self.channel = Pill(self.tr("Hvordan"), channels)
        self.outcome = Pill(self.tr("Hva det førte til"), outcomes)
        self.filters = FilterRow(None, (self.channel, self.outcome))
        self.filters.changed.connect(self._show_rows)

    def begin(self) -> None:
        self.words.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  Qt's name
        """Another part, page or a lock: what is typed in this breath is kept too."""
        if self._pause.isActive():
            self._pause.stop()
            self._half_typed.keep()
        super().hideEvent(event)

    # what is shown

    def _alarm(self) -> Callout | None:
        if not self.office.contact_notes.alarming(self.standing):
            return None
        return Callout(
            ChipKind.SOON,
            self._missed_words(),
            self.tr(
                "Prøv på en annen måte: skriv et brev, møt opp, eller spør dem personen har sagt"
                " ja til at dere kan ringe."
            ),
        )

    def _missed_words(self) -> str:
        count = plural(self.standing.missed, self.tr("gang"), self.tr("ganger"))
        return self.tr("Ikke nådd {} på rad").format(count)

    def _new_card(self) -> Card:
        card = Card(self.tr("Nytt notat"), icon=Icon.NOTE)
        buttons = QHBoxLayout()
        buttons.setSpacing(fonts.px(8))
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.nav_button)
        buttons.addStretch(1)
        card.add(self.form, buttons)
        return card

    def _log_card(self) -> Card:
        card = Card(self.tr("Logg"), icon=Icon.HISTORY, flush=True)
        card.add(self._facts())
        if not self._notes:
            for unused in (self.list, self.done_button, self.print_button, self.filters):
                unused.setParent(self)
                unused.hide()
            card.add(
                EmptyState(
                    self.tr("Ingen kontakt er skrevet ned"),
                    self.tr(
                        "Skriv et notat over når du har ringt, møtt eller skrevet til personen."
                        " Ctrl J gjør det samme fra alle sider."
                    ),
                )
            )
            return card
        card.set_count(len(self._notes))
        card.add(
            button_line(self.filters, inset=True),
            self.list,
            button_line(self.done_button, self.print_button, inset=True),
        )
        self._show_rows()
        self.list.select_end(last=False)
        self._tell()
        return card

    def _facts(self) -> QHBoxLayout:
        known, today = self.standing, self.office.clock.today()
        last = self.tr("Ingen ennå")
        if known.last_on is not None:
            days = (today - known.last_on).days
            ago = self.tr("i dag") if not days else plural(days, "dag siden", "dager siden")
            last = f"{day(known.last_on)} ({ago})"
        facts = [Fact(self.tr("Siste kontakt"), last)]
        if known.follow_up_on is not None:
            facts.append(Fact(self.tr("Neste steg"), near_day(known.follow_up_on, today)))
        row = QHBoxLayout()
        side = fonts.px(16)
        row.setContentsMargins(side, fonts.px(4), side, fonts.px(4))
        row.addWidget(Facts(facts), 1)
        if known.missed and not self.office.contact_notes.alarming(known):
            row.addWidget(ChipLabel(Chip(ChipKind.WAITING, self._missed_words())))
        return row

    def _show_rows(self) -> None:
        channel, outcome = self.channel.value, self.outcome.value
        self.list.set_rows(
            [
                self._row(note)
                for note in self._notes.values()
                if channel in (None, note.now.channel) and outcome in (None, note.now.outcome)
            ]
        )

    def _row(self, note: ContactNote) -> Row:
        now, today = note.now, self.office.clock.today()
        words = " ".join(now.words.split())
        way = title_word(now.channel)
        rest = f"{words.rstrip('.')}." if len(words) > LONG else ""
        if now.follow_up_on is None:
            ahead = ""
        elif self._waits(note):
            ahead = self.tr("Neste steg: {}").format(near_day(now.follow_up_on, today))
            ahead = f"{ahead.rstrip('.')}."
        else:
            ahead = self.tr("Neste steg er gjort.")
        wrote = self.tr("Skrevet av {}.").format(now.written_by) if now.written_by else ""
        right = self.tr("Rettet {}.").format(day(now.recorded_on)) if note.corrected else ""
        return Row(
            note.id,
            f"{way}: {words}" if words and not rest else way,
            " ".join(filter(None, (rest, ahead, wrote, right))),
            Chip(CHIPS[now.outcome], title_word(now.outcome)),
            when=near_day(now.happened_on, today),
            how_long=self.tr("Bare Nav") if now.nav_only else "",
            action=self.tr("Rett …"),
        )

    def _waits(self, note: ContactNote) -> bool:
        return note.id in self._waiting

    # what is done

    def write(self, *, nav_only: bool) -> None:
        """Write the note down; what is missing stands beside its field."""
        self.form.show_problems(())
        if self.form.problem_count:
            self.form.jump_to_first()
            return
        self._pause.stop()
        values = self.form.values()
        self._half_typed.drop()
        try:
            self.office.contact_notes.add(self.person.id, draft_of(values, nav_only=nav_only))
        except Invalid as error:
            self._half_typed.keep()
            self.form.show_problems(error.problems)
            self.form.jump_to_first()
            return
        self.form.set_values(blank(self.office))
        self.navigator.tell(done("contact_note.added"))

    def correct(self, key: object) -> CorrectNote | None:
        """What the note should have said."""
        note = self._notes.get(key) if isinstance(key, int) else None
        if note is None:
            return None
        dialog = CorrectNote(self.office, self.navigator, note, self.window())
        dialog.open()
        return dialog

    def followed_up(self) -> None:
        """The next step of the chosen note is taken."""
        note = self._chosen()
        if note is None:
            return
        if self.navigator.attempt(lambda: self.office.contact_notes.followed_up(note.id)):
            self.navigator.tell(done("contact_note.followed_up"))

    def _chosen(self) -> ContactNote | None:
        row = self.list.current
        return None if row is None else self._notes.get(int(str(row.key)))

    def _tell(self) -> None:
        note = self._chosen()
        waits = note is not None and self._waits(note)
        self.done_button.set_off("" if waits else self.tr("Notatet har ikke noe steg som venter."))
