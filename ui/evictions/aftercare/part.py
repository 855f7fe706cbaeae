"""«Etterpå»: where they sleep, the things, what is to be done, and looking back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.evictions.aftercare.model import Aftercare, AftercareTask
from app.evictions.model import EvictionCase, EvictionStage
from app.office import Office
from ui.evictions.aftercare.desk import AFTERCARE_LETTER
from ui.evictions.aftercare.dialogs import AftercareDialogs
from ui.evictions.aftercare.words import early_facts, fetch_fact, task_words
from ui.evictions.part import EvictionPart
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import Chip, ChipKind, Tone
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import day, done, title_word, until, word
from ui.navigation import Navigator, PageId

AFTERCARE = "aftercare"


class AftercarePart(EvictionPart):
    """Nothing until the home is lost; then one card for each thing that must be seen to."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        case: EvictionCase,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(office, navigator, case, parent)
        self.dialogs = AftercareDialogs(office, navigator, self, case.id)
        self.care = office.aftercare.of(case.id)
        self.tasks = RowList(self.tr("Det som skal gjøres"), Shape.TODAY, whole=True)
        self.tasks.activated_key.connect(self._turn)
        self.verbs: list[Button] = []
        if self.care is None:
            self.tasks.setParent(self)
            self.tasks.hide()
            self.add(self._nothing())
            return
        self._show(self.care)

    def begin(self) -> None:
        if self.verbs:
            self.verbs[0].setFocus()

    def _button(
        self,
        words: str,
        act: Callable[[], object],
        icon: Icon | None = None,
        *,
        primary: bool = False,
    ) -> Button:
        kind = ButtonKind.PRIMARY if primary else ButtonKind.SECONDARY
        button = Button(words, act, kind=kind, icon=icon, size=ButtonSize.SMALL)
        self.verbs.append(button)
        return button

    def _nothing(self) -> Card:
        card = Card(flush=True)
        way = self._button(
            self.tr("Til saken"), partial(self.go, "case"), Icon.EVICTIONS, primary=True
        )
        kept = self.case.outcome is not None and self.case.outcome.home_kept
        words = (
            self.tr("Boligen er beholdt, så det er ingenting å følge opp her.")
            if kept
            else self.tr(
                "Denne siden er for dagene etter at en bolig er mistet:"
                " et sted å sove, tingene, barna, og hva vi kunne sett før."
                " Saken kan fortsatt stanses."
            )
        )
        card.add(EmptyState(self.tr("Boligen er ikke mistet"), words, primary=way))
        return card

    def _show(self, care: Aftercare) -> None:
        if care.case.stage is EvictionStage.CARRIED_OUT:
            self.add(self._begin_callout(care))
        self.add(self._roof(care), self._things(care), self._tasks_card(care), self._back(care))
        if care.case.open and care.case.stage is EvictionStage.AFTERCARE:
            self.add(self._close_card(care))

    def _begin_callout(self, care: Aftercare) -> Callout:
        begin = self._button(self.tr("Begynn oppfølgingen"), self.start, Icon.OPEN, primary=True)
        return Callout(
            ChipKind.URGENT,
            self.tr("Boligen ble mistet {}.").format(day(care.lost_on)),
            self.tr("Da får hver oppgave en dag og én som gjør den: et sted å bo, barna, tingene."),
            begin,
        )

    def start(self) -> None:
        """Follow-up begins, with the first tasks."""
        if self.navigator.attempt(lambda: self.office.aftercare.begin(self.case.id)):
            self.navigator.tell(done("aftercare.begun"))

    # a roof and the letter

    def _roof(self, care: Aftercare) -> Card:
        card = Card(self.tr("Et sted å sove"), icon=Icon.BED)
        stay = care.stay
        if stay is None:
            where = self.tr("Ikke ført inn. Kommunen skal hjelpe den som ikke har et sted å sove.")
        elif stay.where:
            where = self.tr("{}, fra {}").format(stay.where, day(stay.stay.began_on))
        else:
            where = self.tr("Et sted som ikke vises her, fra {}").format(day(stay.stay.began_on))
        letter = day(care.letter_on) if care.letter_on else self.tr("ikke laget")
        card.add(
            Facts([Fact(self.tr("I natt"), where), Fact(self.tr("Brev til husstanden"), letter)])
        )
        person = Ref("person", care.case.person)
        card.add(
            button_line(
                self._button(
                    self.tr("Lag brevet om hjelp etterpå"),
                    partial(self.go, AFTERCARE_LETTER),
                    Icon.LETTER,
                ),
                self._button(
                    self.tr("Før inn opphold") if stay is None else self.tr("Til oppholdet"),
                    partial(self.navigator.open, PageId.STAYS, person, "new" if not stay else ""),
                    Icon.BED,
                ),
            )
        )
        return card

    # the things

    def _things(self, care: Aftercare) -> Card:
        settled = care.settled
        card = Card(
            self.tr("Tingene"),
            icon=Icon.FOLDER,
            fact=self.tr("i orden {}").format(day(settled.since)) if settled else "",
        )
        if settled is not None:
            card.add(Label(settled.words, Type.BODY, wrap=True))
            card.add(button_line(self._button(self.tr("Ikke i orden likevel"), self._unsettle)))
            return card
        card.add(Facts([fetch_fact(each) for each in care.fetch]))
        card.add(
            Label(
                self.tr(
                    "To runder på to uker: den første etter loven, den andre slik politiet gjør."
                ),
                Type.HELP,
                Token.TEXT2,
                wrap=True,
            )
        )
        card.add(
            button_line(
                self._button(
                    self.tr("Før inn beskjed …"), lambda: self.dialogs.told_to_fetch(care)
                ),
                self._button(self.tr("Tingene er i orden …"), self.dialogs.settle, Icon.CHECK),
            )
        )
        return card

    def _unsettle(self) -> None:
        if self.navigator.attempt(lambda: self.office.aftercare.unsettle(self.case.id)):
            self.navigator.tell(done("fetching.reopened"))

    # what is to be done

    def _tasks_card(self, care: Aftercare) -> Card:
        waiting = sum(1 for each in care.tasks if each.open)
        card = Card(
            self.tr("Det som skal gjøres"),
            icon=Icon.LIST,
            fact=self.tr("{} venter").format(waiting) if care.tasks else "",
            flush=True,
        )
        new = self._button(self.tr("Ny oppgave …"), self.dialogs.task, Icon.NEW)
        if not care.tasks:
            self.tasks.setParent(self)
            self.tasks.hide()
            card.add(
                EmptyState(
                    self.tr("Ingen oppgaver ennå"),
                    self.tr("Legg til det som skal gjøres, hvem som gjør det, og når."),
                    primary=new,
                    drawing=False,
                )
            )
            return card
        self.tasks.set_rows([self._row(each) for each in care.tasks])
        self.tasks.select_end(last=False)
        card.add(button_line(new, inset=True), self.tasks)
        return card

    def _row(self, task: AftercareTask) -> Row:
        today = self.office.clock.today()
        if not task.open:
            chip = Chip(ChipKind.OK, self.tr("Gjort {}").format(day(task.done_on)))
            action = self.tr("Ikke gjort likevel")
        else:
            late = task.due_on < today
            kind = ChipKind.URGENT if late else ChipKind.SOON
            waits = ChipKind.NOT_STARTED if task.due_on > today else kind
            words = self.tr("Skulle vært gjort") if late else self.tr("Venter")
            chip, action = Chip(waits, words), self.tr("Kryss av")
        about = title_word(task.kind) if task.words else ""
        return Row(
            task.id,
            task_words(task),
            " · ".join(part for part in (task.owner, about) if part),
            chip,
            when=day(task.due_on),
            how_long=until(today, task.due_on) if task.open else "",
            tone=Tone.RED if task.open and task.due_on < today else None,
            action=action,
        )

    def _turn(self, key: object) -> None:
        """At once: a tick can be taken back by «Angre»."""
        task = next((e for e in self.care.tasks if e.id == key), None) if self.care else None
        if task is None:
            return
        act = self.office.aftercare.tick if task.open else self.office.aftercare.untick
        if self.navigator.attempt(lambda: act(task.id)):
            verb = "aftercare_task.done" if task.open else "aftercare_task.reopened"
            self.navigator.tell(done(verb))

    # looking back

    def _back(self, care: Aftercare) -> Card:
        review = care.review
        card = Card(
            self.tr("Hva kunne vært sett tidligere"),
            icon=Icon.HISTORY,
            fact=self.tr("sett på {}").format(day(review.since)) if review else "",
        )
        facts = early_facts(care.early)
        if review is not None:
            facts.append(Fact(self.tr("Det vi så"), review.seen_earlier))
            facts.append(Fact(self.tr("Det vi endrer"), review.to_change))
        card.add(Facts(facts))
        words = self.tr("Se tilbake på nytt …") if review else self.tr("Se tilbake på saken …")
        card.add(button_line(self._button(words, self.dialogs.review, Icon.EDIT)))
        return card

    def _close_card(self, care: Aftercare) -> Card:
        card = Card(self.tr("Før saken avsluttes"), icon=Icon.CHECK)
        if care.lacks:
            for each in care.lacks:
                card.add(Label(f"• {word(each)}", Type.BODY, wrap=True))
        else:
            card.add(Label(self.tr("Alt er gjort."), Type.BODY))
        close = self._button(self.tr("Avslutt saken …"), lambda: self.dialogs.close(care))
        card.add(button_line(close))
        return card
