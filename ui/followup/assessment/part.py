"""«Kartlegging»: what works and what is wanted, what changed, and what is being written."""

from collections import Counter
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.text import plural
from app.followup.assessments.model import Assessment, AssessmentArea
from app.office import Office
from app.people.model import Person
from ui.followup.assessment.dialogs import BlankAssessmentDialog, print_dialog
from ui.followup.assessment.findings import Findings
from ui.followup.assessment.words import compared
from ui.followup.part import FollowupPart
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Card, Fact, Facts, clear
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.tab_order import stand_on
from ui.kit.words import Label
from ui.labels import day, done, near_day, title_word
from ui.navigation import Navigator

WRITE = "write_assessment"
PLAN = "plan"


class AssessmentPart(FollowupPart):
    """The one being written first, then the last finished, its needs, and those before it."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, person, parent)
        self.known = office.assessments.of(person.id)
        self.open = office.assessments.open(person.id)
        self.shown = self.known[0] if self.known else None
        self.write_button = self._write_button()
        self.blank_button = Button(
            self.tr("Skriv ut tomt skjema"), self.print_blank, icon=Icon.PRINT, size=self._size
        )
        self.findings: Findings | None = None
        self.earlier: RowList | None = None
        self._detail = QVBoxLayout()
        self._detail.setSpacing(fonts.px(14))
        self._build()

    def _write_button(self) -> Button:
        words = self.tr("Ny kartlegging") if self.known else self.tr("Begynn kartlegging")
        return Button(
            self.tr("Fortsett kartleggingen") if self.open else words,
            partial(self.go, WRITE),
            kind=ButtonKind.PRIMARY if self.open or not self.known else ButtonKind.SECONDARY,
            icon=Icon.EDIT if self.open else Icon.NEW,
            size=self._size,
        )

    @property
    def _size(self) -> ButtonSize:
        return ButtonSize.SMALL if self.known or self.open else ButtonSize.NORMAL

    def _build(self) -> None:
        if self.open is not None:
            self.add(self._writing(self.open))
        if self.shown is None:
            if self.open is None:
                self.add(self._nothing())
            return
        holder = QWidget()
        holder.setLayout(self._detail)
        self._detail.setContentsMargins(0, 0, 0, 0)
        self.add(holder)
        self._show(self.shown)
        if len(self.known) > 1:
            self.add(self._all())

    def begin(self) -> None:
        if self.findings is not None and self.open is None:
            self.print_button.setFocus()
        else:
            self.write_button.setFocus()

    # what is shown

    def _nothing(self) -> Card:
        card = Card(flush=True)
        card.add(
            EmptyState(
                self.tr("Ingen kartlegging ennå"),
                self.tr(
                    "Snakk gjennom det som gjelder å bo: hva som fungerer, hva som er vanskelig,"
                    " og hva personen ønsker. Alle får de samme spørsmålene."
                ),
                primary=self.write_button,
                secondary=self.blank_button,
            )
        )
        return card

    def _writing(self, known: Assessment) -> Card:
        card = Card(self.tr("Kartlegging som er begynt"), icon=Icon.EDIT)
        told = sum(each.answer.told for each in known.draft.findings.values())
        words = self.tr("Begynt {}. {} av {} områder er snakket om. Det som er skrevet, er lagret.")
        said = words.format(day(known.held_on), told, len(AssessmentArea))
        self.discard_button = Button(
            self.tr("Fjern utkastet"), partial(self.discard, known.id), size=ButtonSize.SMALL
        )
        buttons = [self.write_button, self.discard_button]
        if self.shown is None:
            buttons.append(self.blank_button)
        card.add(Label(said, Type.BODY, Token.TEXT, wrap=True), button_line(*buttons))
        return card

    def _show(self, known: Assessment) -> None:
        """This one, in place of the one that was in sight."""
        self.shown = known
        for kept in (self.write_button, self.blank_button):
            if self.open is None or kept is self.blank_button:
                kept.setParent(self)
        clear(self._detail)
        self._detail.addWidget(self._finished(known))
        self._detail.addWidget(self._came_of_it(known))

    def _finished(self, known: Assessment) -> Card:
        told = [area for area in AssessmentArea if known.draft.of(area).answer.told]
        fact = self.tr("{} av {} områder").format(len(told), len(AssessmentArea))
        title = self.tr("Kartlegging {}").format(day(known.held_on))
        card = Card(title, icon=Icon.NOTE, flush=True, fact=fact)
        inner = QVBoxLayout()
        inner.setContentsMargins(fonts.px(16), fonts.px(4), fonts.px(16), fonts.px(14))
        inner.setSpacing(fonts.px(8))
        inner.addWidget(Facts(self._facts(known)))
        self.print_button = Button(
            self.tr("Skriv ut …"), self.print_shown, icon=Icon.PRINT, size=ButtonSize.SMALL
        )
        buttons = (self.print_button, *(() if self.open else (self.write_button,)))
        inner.addLayout(button_line(*buttons, self.blank_button))
        self.findings = Findings(known)
        inner.addWidget(self.findings)
        card.add(inner)
        return card

    def _facts(self, known: Assessment) -> list[Fact]:
        draft, before = known.draft, self.office.assessments.before(known)
        facts = [
            Fact(self.tr("Til stede"), draft.present),
            Fact(self.tr("Tolk"), draft.interpreter),
            Fact(self.tr("Viktigst for personen"), draft.wishes),
            Fact(self.tr("Hvem som hjelper nå"), draft.helpers),
        ]
        if before is not None:
            name = self.tr("Siden {}").format(day(before.held_on))
            words = compared(self.office.assessments.changes(known))
            facts.insert(0, Fact(name, words or self.tr("Ingen områder å sammenligne.")))
        return [fact for fact in facts if fact.value]

    def _came_of_it(self, known: Assessment) -> Card:
        """The way from finding to need; goals and measures stand in the plan (D18)."""
        found = self.office.assessments.needs_of(known)
        card = Card(self.tr("Behov som kom av dette"), icon=Icon.FOLLOWUP)
        if not found:
            words = self.tr("Ingen. Behov kan legges til i planen.")
            card.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        else:
            goals = Counter(goal.draft.need for goal in self.office.plans.goals(self.person.id))
            card.set_count(len(found))
            card.add(
                Facts(
                    [
                        Fact(
                            title_word(area),
                            f"{need.draft.words} ({plural(goals[need.id], 'mål', 'mål')})",
                        )
                        for area, need in found
                    ]
                )
            )
        self.plan_button = Button(
            self.tr("Til planen"), partial(self.go, PLAN), size=ButtonSize.SMALL
        )
        card.add(button_line(self.plan_button))
        return card

    def _all(self) -> Card:
        card = Card(self.tr("Alle kartlegginger"), icon=Icon.HISTORY, flush=True)
        card.set_count(len(self.known))
        self.earlier = RowList(self.tr("Alle kartlegginger"), Shape.TIMELINE, whole=True)
        self.earlier.set_rows([self._past(each) for each in self.known])
        self.earlier.activated_key.connect(self._choose)
        card.add(self.earlier)
        return card

    def _past(self, known: Assessment) -> Row:
        words = compared(self.office.assessments.changes(known))
        return Row(
            known.id,
            self.tr("Kartlegging {}").format(day(known.held_on)),
            words or self.tr("Den første."),
            icon=Icon.NOTE,
            when=near_day(known.held_on, self.office.clock.today()),
        )

    def _choose(self, key: object) -> None:
        found = next((each for each in self.known if each.id == key), None)
        if found is not None:
            self._show(found)
            stand_on(self.print_button)

    # what is done

    def discard(self, assessment: int) -> None:
        """Let the one go that is being written; «Angre» brings it back."""
        if self.navigator.attempt(lambda: self.office.assessments.discard(assessment)):
            self.navigator.tell(done("assessment.discarded"))

    def print_blank(self) -> BlankAssessmentDialog:
        """The form to take along."""
        dialog = BlankAssessmentDialog(self.office, self.person.language, self.window())
        dialog.open()
        return dialog

    def print_shown(self) -> AskDialog | None:
        """The one in sight, on paper."""
        if self.shown is None:
            return None
        dialog = print_dialog(self.office, self.navigator, self.shown, self)
        dialog.open()
        return dialog
