"""«Maler for plan»: what a plan can begin from, changed by those who use it."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.ids import ServiceUnitId
from app.core.text import plural
from app.followup.model import MeasureKind
from app.followup.templates.model import PlanTemplate, TemplateGoal, TemplateMeasure
from app.office import Office
from ui.followup.templates.dialogs import TemplateDialogs
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize, Segments
from ui.kit.cards import Callout, Card, clear
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import done, title_word
from ui.navigation import Navigator, Page, PageId, Place


class PlanTemplatesPage(Page):
    """One template at a time; those that are put away stand last."""

    page_id = PageId.PLAN_TEMPLATES
    watches: ClassVar[frozenset[str]] = frozenset(
        {"plan_template", "template_goal", "template_measure", "service_unit"}
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._shown: int | None = None
        self.dialogs = TemplateDialogs(office, navigator, self)
        self.header = PageHeader(
            self.tr("Maler for plan"),
            self.tr("Mål, behov og tiltak som en plan kan begynne med"),
            primary=Button(
                self.tr("Ny mal …"),
                partial(self.dialogs.new, self.show_template),
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
        )
        body, inside = ScrollBody(), QWidget()
        self._shelf = QVBoxLayout(inside)
        self._shelf.setContentsMargins(0, 0, 0, 0)
        self._shelf.setSpacing(fonts.px(12))
        body.add(inside)
        self.choice: Segments | None = None
        self.begin(self.header).add(body, stretch=True)

    def show_place(self, place: Place) -> None:
        if place.task == "new":
            self.dialogs.new(self.show_template)
        elif place.ref is not None:
            self.show_template(place.ref.id)

    def show_template(self, template: int) -> None:
        """Have one of them in sight."""
        self._shown = template
        self.reload()

    def reload(self) -> None:
        clear(self._shelf)
        templates = self._in_order()
        if not templates:
            return
        shown = next((each for each in templates if each.id == self._shown), templates[0])
        self._shown = shown.id
        self.choice = Segments(
            self.tr("Mal"),
            [(str(each.id), each.name) for each in templates],
            str(shown.id),
            wraps=True,
        )
        self.choice.chosen.connect(self._turn)
        goals = [self._goal(shown, goal) for goal in shown.goals]
        for part in (self.choice, *self._about(shown), *goals):
            self._shelf.addWidget(part)

    def _turn(self, template: object) -> None:
        """At once, before the next key: it is meant for the template that is to be shown."""
        self.show_template(int(str(template)))
        if self.choice is not None:
            self.choice.setFocus()

    def _in_order(self) -> tuple[PlanTemplate, ...]:
        everyone = self.office.plan_templates.all()
        return tuple(sorted(everyone, key=lambda each: each.put_away_on is not None))

    def _about(self, template: PlanTemplate) -> list[QWidget]:
        """What can be done with the template itself."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        goal = Button(
            self.tr("Nytt mål …"), partial(self.dialogs.goal, template, None), icon=Icon.NEW
        )
        name = Button(self.tr("Nytt navn …"), partial(self.dialogs.rename, template))
        copy = Button(
            self.tr("Kopier …"),
            partial(self.dialogs.new, self.show_template, template),
            icon=Icon.DOUBLE,
        )
        away = template.put_away_on is not None
        words = self.tr("Ta i bruk igjen") if away else self.tr("Legg bort")
        put = Button(words, partial(self._put, template))
        for button in (goal, name, copy, put):
            line.addWidget(button)
        line.addStretch(1)
        parts: list[QWidget] = [row]
        if away:
            told = self.tr("Den blir ikke tilbudt når en plan begynnes.")
            parts.insert(0, Callout(ChipKind.INFO, self.tr("Malen er lagt bort"), told))
        elif not template.goals:
            told = self.tr("Legg inn det første målet. Tiltakene legges under målet.")
            parts.insert(0, Callout(ChipKind.INFO, self.tr("Malen er tom"), told))
        return parts

    def _put(self, template: PlanTemplate) -> None:
        away = template.put_away_on is not None
        templates = self.office.plan_templates
        act = templates.take_out if away else templates.put_away
        if self.navigator.attempt(partial(act, template.id)):
            self.navigator.tell(done("template.taken_out" if away else "template.put_away"))

    def _goal(self, template: PlanTemplate, goal: TemplateGoal) -> Card:
        said = goal.draft.words
        more = Button(
            self.tr("Nytt tiltak …"),
            partial(self.dialogs.measure, goal, None),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        )
        more.setAccessibleName(self.tr("Nytt tiltak for målet {}").format(said))
        card = Card(f"«{said}»", icon=Icon.FOLLOWUP, link=more)
        told = self.tr("{} · Behov: {}").format(title_word(goal.draft.area), goal.draft.need)
        card.add(Label(told, Type.HELP, Token.TEXT2, wrap=True))
        if goal.measures:
            rows = RowList(self.tr("Tiltak for målet {}").format(said), Shape.TIMELINE, whole=True)
            rows.set_rows([self._measure(each) for each in goal.measures])
            known = {each.id: each for each in goal.measures}
            rows.activated_key.connect(lambda key: self.dialogs.measure(goal, known[int(str(key))]))
            card.add(rows)
        else:
            card.add(Label(self.tr("Ingen tiltak ennå."), Type.HELP, Token.TEXT2))
        change = Button(
            self.tr("Endre målet …"),
            partial(self.dialogs.goal, template, goal),
            size=ButtonSize.SMALL,
        )
        change.setAccessibleName(self.tr("Endre målet {}").format(said))
        line = QHBoxLayout()
        line.addWidget(change)
        line.addStretch(1)
        card.add(line)
        return card

    def _measure(self, measure: TemplateMeasure) -> Row:
        draft = measure.draft
        who = self.tr("personen selv")
        if not draft.own_task:
            who = self.tr("ingen ennå") if draft.unit is None else self._unit(draft.unit)
        days = "" if draft.due_after is None else plural(draft.due_after, "dag", "dager")
        kind = title_word(draft.kind)
        known = draft.kind is not MeasureKind.OTHER and kind.casefold() != draft.words.casefold()
        does = self.tr("gjøres av {}").format(who)
        parts = [kind, does] if known else [does[0].upper() + does[1:]]
        if days:
            parts.append(self.tr("innen {}").format(days))
        return Row(measure.id, draft.words, " · ".join(parts), icon=Icon.LIST, action="Endre …")

    def _unit(self, unit: ServiceUnitId) -> str:
        return {each.id: each.name() for each in self.office.service_units.all()}[unit]
