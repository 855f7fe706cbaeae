"""«Kontakt og hendelser»: a new note on top, and all that has happened, newest first."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.days import short_day
from app.core.errors import Invalid
from app.core.money import format_kroner
from app.evictions.model import EvictionCase, EvictionStage
from app.followup.contact_notes.model import (
    ContactChannel,
    ContactNoteDraft,
    ContactOutcome,
)
from app.office import Office
from ui.evictions.part import EvictionPart
from ui.evictions.units.words import unit_name
from ui.kit.ask import BareForm
from ui.kit.buttons import Button, ButtonKind, button_line
from ui.kit.cards import Card
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape
from ui.labels import done, problem, title_word, word
from ui.navigation import Navigator
from ui.note_words import NoteWords

LOG = "log"
Told = tuple[date, int, Row]


class LogPart(EvictionPart):
    """One line for each message, stage, day and talk."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        case: EvictionCase,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(office, navigator, case, parent)
        self.form = BareForm(self.tr("Nytt notat"), problem)
        self._add_fields()
        self.save_button = Button(
            self.tr("Lagre notatet"),
            self.write,
            kind=ButtonKind.PRIMARY,
            key=Key.FINISH.sequence,
        )
        self.list = RowList(self.tr("Hendelser"), Shape.TIMELINE, whole=True)
        note = Card(self.tr("Nytt notat"), icon=Icon.NOTE)
        note.add(self.form, button_line(self.save_button))
        log = Card(self.tr("Hendelser"), icon=Icon.HISTORY, flush=True)
        told = sorted(self._told(), key=lambda each: each[:2], reverse=True)
        log.set_count(len(told))
        self.list.set_rows([row for _, _, row in told])
        log.add(self.list)
        self.add(note, log)

    def begin(self) -> None:
        self.form.field("words").setFocus()

    def _add_fields(self) -> None:
        today = self.office.clock.today
        self.form.line(
            DateField("happened_on", self.tr("Dag"), today=today),
            ChoiceField(
                "channel", self.tr("Hvordan"), [(each, title_word(each)) for each in ContactChannel]
            ),
            ChoiceField(
                "outcome",
                self.tr("Hva det førte til"),
                [(each, title_word(each)) for each in ContactOutcome],
            ),
        )
        self.words = NoteWords("words", self.tr("Hva som ble sagt"), lines=2)
        self.words.set_hint(self.tr("Enter lagrer. Shift og Enter gir ny linje."))
        self.words.entered.connect(self.write)
        self.form.line(
            self.words,
            DateField("follow_up_on", self.tr("Neste steg"), optional=True, today=today, width=150),
        )
        self.form.set_values(
            {
                "happened_on": today(),
                "channel": ContactChannel.PHONE,
                "outcome": ContactOutcome.REACHED,
            }
        )

    def write(self) -> None:
        """Keep the note; what is wrong stands beside its field."""
        values = self.form.values()
        happened, ahead = values["happened_on"], values["follow_up_on"]
        channel, outcome = values["channel"], values["outcome"]
        draft = ContactNoteDraft(
            happened_on=happened if isinstance(happened, date) else None,
            channel=channel if isinstance(channel, ContactChannel) else None,
            outcome=outcome if isinstance(outcome, ContactOutcome) else None,
            words=str(values["words"] or ""),
            follow_up_on=ahead if isinstance(ahead, date) else None,
        )
        try:
            self.office.contact_notes.add(self.case.person, draft)
        except Invalid as error:
            self.form.show_problems(error.problems)
            self.form.jump_to_first()
            return
        self.navigator.tell(done("contact_note.added"))

    # what has happened

    def _told(self) -> Iterator[Told]:
        yield from self._messages()
        yield from self._stages()
        yield from self._days()
        yield from self._outcomes()
        yield from self._units()
        yield from self._children()
        yield from self._notes()

    def _messages(self) -> Iterator[Told]:
        for each in self.office.eviction_cases.messages(self.case.id):
            facts = [each.reference]
            if each.sums.total:
                facts.append(format_kroner(each.sums.total))
            if each.comment_until:
                facts.append(self.tr("frist {}").format(short_day(each.comment_until)))
            facts.append(each.words)
            title = self.tr("Melding fra {}").format(title_word(each.sender).lower())
            yield self._line(each.received_on, 1, title, *facts, icon=Icon.LETTER)

    def _stages(self) -> Iterator[Told]:
        days = {each.since for each in self.office.eviction_cases.days(self.case.id)}
        for each in self.office.eviction_cases.stages(self.case.id):
            if each.stage is EvictionStage.DATE_SET and each.since in days:
                continue  # the day itself says more
            title = title_word(each.sale_stage or each.stage)
            yield self._line(each.since, 2, title, each.reason, icon=Icon.NEXT_STEPS)

    def _days(self) -> Iterator[Told]:
        for each in self.office.eviction_cases.days(self.case.id):
            title = self.tr("Dato for utkastelse {}").format(word(each.change))
            on = short_day(each.eviction_on) if each.eviction_on else ""
            at = self.tr("kl. {}").format(each.eviction_at) if each.eviction_at else ""
            when = " ".join(filter(None, (on, at)))
            yield self._line(each.since, 3, title, when, each.reason, icon=Icon.CALENDAR)

    def _outcomes(self) -> Iterator[Told]:
        for each in self.office.eviction_cases.outcomes(self.case.id):
            title = title_word(each.outcome) if each.outcome else self.tr("Tatt opp igjen")
            yield self._line(each.since, 4, title, each.words, icon=Icon.OK)

    def _units(self) -> Iterator[Told]:
        """The notes to units: when each went out, and when somebody there had read it."""
        for each in self.office.unit_notes.of(self.case.id):
            name = unit_name(self.office, each.unit)
            on = each.sent_on or each.issued_on
            words = self.tr("Beskjed til {}") if each.sent_on else self.tr("Beskjed laget til {}")
            yield self._line(on, 6, words.format(name), icon=Icon.SEND)
            if each.read_on is not None:
                by = self.tr("av {}").format(each.read_by) if each.read_by else ""
                words = self.tr("{} har lest beskjeden").format(name)
                yield self._line(each.read_on, 7, words, by, icon=Icon.CHECK)

    def _children(self) -> Iterator[Told]:
        first = self.office.childhood.of(self.case.id)
        for each, title in (
            (first.best_interest, self.tr("Barnas beste vurdert")),
            (first.meeting, self.tr("Krisemøte holdt")),
        ):
            if each is not None:
                yield self._line(each.since, 8, title, each.words, icon=Icon.CHILD)

    def _notes(self) -> Iterator[Told]:
        for each in self.office.contact_notes.of(self.case.person):
            now = each.now
            if now.happened_on < self.case.opened_on:
                continue
            title = f"{title_word(now.channel)}: {title_word(now.outcome).lower()}"
            yield self._line(now.happened_on, 5, title, now.words, icon=Icon.NOTE)

    def _line(self, on: date, order: int, title: str, *facts: str, icon: Icon) -> Told:
        why = " · ".join(each.strip() for each in (short_day(on), *facts) if each.strip())
        return on, order, Row(f"{order}-{on}-{title}-{why}", title, why, icon=icon)
