"""«Bosetting»: the year's number, who comes, and what falls vacant in six months."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.allocation.settlement.model import QuotaState, SettlementRow, SettlementState
from app.core.ids import Ref
from app.office import Office
from app.overview.vacancies.model import SizeRow, Vacancy
from app.overview.vacancies.model import VacancyCause as Cause
from ui.allocation.settlement.columns import (
    SETTLEMENTS,
    forecast_columns,
    forecast_words,
    vacancy_words,
)
from ui.allocation.settlement.dialogs import SettlementDialogs
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Card, Fact, Facts, clear
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import day
from ui.navigation import Navigator, Page, PageId

HIGH = 230


class SettlementPage(Page):
    """Enter opens the application; the list below opens the dwelling."""

    page_id = PageId.SETTLEMENT
    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "settlement",
            "settlement_quota",
            "reservation",
            "application",
            "application_state",
            "allocation",
            "dwelling",
            "dwelling_status",
            "lease",
            "lease_state",
            "dispatch",
        }
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._year = office.clock.today().year
        self.dialogs = SettlementDialogs(office, navigator, self)
        self._make_buttons()
        link = Button(
            self.tr("Sett tallet …"),
            lambda: self.dialogs.quota(self._year),
            kind=ButtonKind.QUIET,
        )
        self.quota_card = Card(self.tr("Årets bosetting"), icon=Icon.PEOPLE, link=link)
        self._make_tables()
        self.homes = RowList(self.tr("Boligene som blir ledige"), Shape.TIMELINE, whole=True)
        self._build()

    def _make_buttons(self) -> None:
        self.new_button = Button(
            self.tr("Ny bosetting …"),
            lambda: self.dialogs.agree(self._year),
            kind=ButtonKind.PRIMARY,
            icon=Icon.NEW,
        )
        self.settled_button = Button(
            self.tr("Bosatt …"), lambda: self._ask(self.dialogs.settled), icon=Icon.OK
        )
        self.expected_button = Button(
            self.tr("Ny dag …"), lambda: self._ask(self.dialogs.expected), icon=Icon.CALENDAR
        )
        self.cancel_button = Button(
            self.tr("Falt bort …"), lambda: self._ask(self.dialogs.cancelled), icon=Icon.CLOSE
        )
        self.header = PageHeader(
            self.tr("Bosetting"),
            primary=self.new_button,
            secondary=(self.settled_button, self.expected_button),
            extra=(self.cancel_button,),
        )

    def _make_tables(self) -> None:
        self.table: RecordTable[SettlementRow] = RecordTable(
            "settlements",
            self.tr("Avtalte bosettinger"),
            RecordModel(SETTLEMENTS),
            empty=EmptyState(
                self.tr("Ingen bosettinger er avtalt"),
                self.tr("Registrer husstanden som kommer, så teller den mot årets tall."),
                drawing=False,
            ),
            identity=lambda row: row.settlement.id,
        )
        months = self.office.vacancies.months()
        self.forecast: RecordTable[SizeRow] = RecordTable(
            "vacancies",
            self.tr("Ledige boliger de neste seks månedene"),
            RecordModel(forecast_columns(months)),
            empty=EmptyState(
                self.tr("Ingen boliger blir ledige"),
                self.tr("Ingen leietider går ut, og ingen venter."),
                drawing=False,
            ),
            identity=lambda row: row.bedrooms,
        )

    def _build(self) -> None:
        frame = self.begin(self.header)
        body = ScrollBody()
        frame.add(body, stretch=True)
        self._facts = Card(self.tr("Ledige boliger de neste seks månedene"), icon=Icon.CALENDAR)
        self.told = Label("", Type.LABEL, wrap=True)
        self._facts.add(self.told)
        self._facts.add(
            Label(
                self.tr(
                    "Leietider som går ut uten at forlengelse er avgjort, boliger der leieren er"
                    " bedt om å flytte, og boliger under vedlikehold. Uten dag: vi vet ikke når."
                ),
                Type.HELP,
                Token.TEXT2,
                wrap=True,
            )
        )
        self.table.setMinimumHeight(fonts.px(HIGH))
        self.forecast.setMinimumHeight(fonts.px(HIGH + 60))
        homes = Card(self.tr("Boligene"), icon=Icon.DWELLINGS, flush=True)
        homes.add(self.homes)
        for part in (self.quota_card, self.table, self._facts, self.forecast, homes):
            body.add(part)
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(lambda _row: self._tell())
        self.homes.activated_key.connect(self._open_home)

    def reload(self) -> None:
        self._year = self.office.clock.today().year
        state = self.office.settlements.year(self._year)
        clear(self.quota_card.body)
        self.quota_card.add(Facts(_quota_facts(state)))
        self.table.set_rows(self.office.settlements.rows())
        rows = self.table.model
        if self.table.current is None and rows.rowCount():
            self.table.select(rows.record(0).settlement.id)
        found = self.office.vacancies.forecast()
        self.told.setText(forecast_words(found))
        self.forecast.set_rows(found.sizes)
        self.homes.set_rows([_home_row(each) for each in found.vacancies])
        self._tell()

    def _tell(self) -> None:
        here = self.table.current
        closed = here is not None and here.settlement.state is not SettlementState.AGREED
        off = self.tr("Velg en bosetting på listen først.") if here is None else ""
        off = self.tr("Den er allerede avsluttet.") if closed else off
        for button in (self.settled_button, self.expected_button, self.cancel_button):
            button.set_off(off)

    def _ask(self, ask: Callable[[SettlementRow], object]) -> None:
        here = self.table.current
        if here is not None:
            ask(here)

    def _open(self, row: object) -> None:
        if isinstance(row, SettlementRow):
            self.navigator.open_ref(Ref("application", row.settlement.draft.application))

    def _open_home(self, key: object) -> None:
        if isinstance(key, int):
            self.navigator.open_ref(Ref("dwelling", key))


def _quota_facts(state: QuotaState) -> list[Fact]:
    quota = state.quota
    decided = "Ikke satt" if quota is None else f"{quota.persons} personer ({quota.source})"
    return [
        Fact(f"Tallet for {state.year}", decided),
        Fact("Bosatt", f"{state.settled} personer"),
        Fact("Avtalt, ikke kommet", f"{state.agreed} personer"),
        Fact("Plass til", "" if state.left is None else f"{state.left} personer"),
        Fact("Boliger holdt av", str(state.reserved)),
    ]


def _home_row(vacancy: Vacancy) -> Row:
    when = day(vacancy.day) if vacancy.day else ""
    if not when and vacancy.cause is not Cause.VACANT:
        when = "Uten dag"
    return Row(vacancy.dwelling, vacancy.address, vacancy_words(vacancy), icon=Icon.HOME, when=when)
