"""«Utgaver»: every printed plan as it was, and what is other since the one before (D7)."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget

from app.core.ids import DocumentId, Ref
from app.followup.plans.model import Edition, Plan, PlanContent
from app.office import Office
from ui.kit.ask import Fields, fit
from ui.kit.cards import Card, Fact, Facts, Section
from ui.kit.chips import Chip, ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import BETWEEN, Label
from ui.labels import capital, day, near_day, title_word, word
from ui.level_words import numbered
from ui.navigation import Navigator, PageId


class EditionCard(Card):
    """The newest first; Enter opens the document, or what it said where it is on paper only."""

    def __init__(
        self, office: Office, navigator: Navigator, plans: tuple[Plan, ...], parent: QWidget
    ) -> None:
        super().__init__("Utgaver", icon=Icon.DOCUMENT, flush=True, parent=parent)
        self._office, self._navigator = office, navigator
        self._editions: dict[str, Edition] = {}
        rows = [row for plan in plans for row in self._rows(plan)]
        self.list = RowList("Utgaver", Shape.TODAY, whole=True)
        self.list.activated_key.connect(self.open)
        if rows:
            self.set_count(len(rows))
            self.list.set_rows(rows)
            self.add(self.list)
        else:
            self.list.setParent(self)
            self.list.hide()
            words = "Ingen ennå. Hver gang planen skrives ut, blir den stående her som den var."
            none = Label(words, Type.HELP, Token.TEXT2, wrap=True)
            none.setContentsMargins(16, 0, 16, 6)
            self.add(none)

    def _rows(self, plan: Plan) -> list[Row]:
        """Of one plan, the newest first, each with what is other since the one before."""
        editions = self._office.plans.editions(plan.id)
        before: dict[int, Edition] = {}
        for earlier, later in pairwise(editions):
            before[later.number] = earlier
        return [
            self._row(plan, edition, before.get(edition.number)) for edition in reversed(editions)
        ]

    def _row(self, plan: Plan, edition: Edition, before: Edition | None) -> Row:
        key = f"{plan.id}-{edition.number}"
        self._editions[key] = edition
        paper = edition.document is None
        return Row(
            key,
            f"{title_word(edition.content.kind)}, utgave {edition.number}",
            self._news(edition, before),
            Chip(ChipKind.INFO, "På papir") if paper else Chip(ChipKind.OK, "Lagret"),
            when=near_day(edition.made_on, self._office.clock.today()),
            action="Se innholdet" if paper else "Se planen",
            action_icon=Icon.DOCUMENT,
        )

    def _news(self, edition: Edition, before: Edition | None) -> str:
        if before is None:
            return "Den første."
        found = self._office.plans.differences(before, edition)
        if not found:
            return f"Det samme som i utgave {before.number}."
        told = dict.fromkeys(word(each.kind) for each in found)
        return f"Nytt siden utgave {before.number}: {', '.join(told)}."

    def open(self, key: object) -> None:
        """The document under «Brev», or what it said."""
        edition = self._editions.get(str(key))
        if edition is None:
            return
        if edition.document is not None:
            document = DocumentId(edition.document)
            self._navigator.open(PageId.LETTERS, Ref("document", document))
        else:
            EditionDialog(edition, self.window()).open()


class EditionDialog(Dialog):
    """What an edition said, where only the paper has it."""

    def __init__(self, edition: Edition, parent: QWidget | None = None) -> None:
        content = edition.content
        super().__init__(
            f"{title_word(content.kind)}, utgave {edition.number}",
            f"Laget {day(edition.made_on)}. Slik sto det, og slik blir det stående.",
            leave="Lukk",
            width=640,
            parent=parent,
        )
        body = Fields()
        body.add(Facts(_facts(content)), *_goals(content))
        self.add(body)
        fit(self)


def _facts(content: PlanContent) -> list[Fact]:
    draft = content.draft
    owner = ", ".join(part for part in (content.coordinator, content.unit) if part)
    facts = [
        ("Nivå", "" if content.level is None else numbered(content.level)),
        ("Koordinator", owner),
        ("Min kontakt", ", ".join(filter(None, (draft.contact_name, draft.contact_phone)))),
        ("Reserve", ", ".join(filter(None, (draft.backup_name, draft.backup_phone)))),
        ("Tegn", draft.warning_signs),
        ("Da kan disse snakke sammen", draft.warning_people),
        ("Det første vi gjør", draft.warning_first),
        ("Neste bolig", draft.next_step),
        ("Neste samtale", day(draft.next_talk_on) if draft.next_talk_on else ""),
        ("Planen evalueres", day(draft.evaluation_on) if draft.evaluation_on else ""),
        ("Samtykker", "\n".join(content.consents)),
    ]
    return [Fact(name, value) for name, value in facts if value]


def _goals(content: PlanContent) -> list[Section]:
    made = []
    for number, goal in enumerate(content.goals, start=1):
        section = Section(f"{number}. {capital(word(goal.area))}", fact=title_word(goal.state))
        section.add(Label(f"«{goal.words}»", Type.LABEL_STRONG, wrap=True))
        for line in goal.measures:
            parts = (line.words, line.who, line.when, word(line.state), line.result)
            words = BETWEEN.join(part for part in parts if part)
            section.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        made.append(section)
    if content.loose:
        section = Section("Vilkår uten mål")
        for line in content.loose:
            words = BETWEEN.join(filter(None, (line.words, line.who, line.when)))
            section.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        made.append(section)
    return made
