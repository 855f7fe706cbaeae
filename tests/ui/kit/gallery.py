"""Every widget of the kit on a few pages, with invented people; for tests and for looking at."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import Problem
from tests.ui.kit.flats import FLAT_COLUMNS, FLATS, TODAY, Flat
from ui.kit.buttons import Button, ButtonKind, ButtonSize, IconButton, Segments
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import Chip, ChipKind, ChipLabel, Level, LevelBadge, Tone
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.empty import EmptyState
from ui.kit.fields import DateField, MoneyField, MultilineField, NumberField, TextField
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.form import Form, ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.models import RecordModel
from ui.kit.page import Page
from ui.kit.palette_box import Group
from ui.kit.progress import Bar
from ui.kit.row_groups import RowGroup, RowGroups
from ui.kit.rows import Row, Shape
from ui.kit.secret_fields import NationalIdField, PassphraseField
from ui.kit.shell import NavFilter, NavItem, Saved, Shell, WithPanel
from ui.kit.table import RecordTable
from ui.kit.target import Spot, SpotKind, Target
from ui.kit.target_flow import Flow, FlowTarget
from ui.kit.toast import Toast
from ui.kit.wizard import Step, Wizard

NAV = (
    NavItem("today", "I dag", Icon.TODAY, 7),
    NavItem("dwellings", "Boliger", Icon.DWELLINGS),
    NavItem("people", "Personer", Icon.PEOPLE),
    NavItem("form", "Leieforhold", Icon.LEASES),
    NavItem("evictions", "Utkastelser", Icon.EVICTIONS, 3, urgent=True),
    NavItem("blocks", "Byggeklosser", Icon.GRID),
    NavItem("empty", "Søknader", Icon.APPLICATIONS),
)

FILTERS = (NavFilter("all", "Alle boliger", 341), NavFilter("free", "Ledig nå", 9))


def table(flats: Sequence[Flat] = FLATS) -> RecordTable[Flat]:
    """The register of invented dwellings."""
    made: RecordTable[Flat] = RecordTable(
        "gallery.dwellings",
        "Boliger",
        RecordModel(FLAT_COLUMNS, flats),
        empty=EmptyState("Ingen boliger ennå", "Hent inn lista fra Kobo."),
        identity=lambda f: (f.address, f.unit),
    )
    made.set_note("sum leie 45 200 kr per måned")
    return made


def table_page() -> Page:
    """A register with header, filters, table and side panel."""
    columns = Button("Kolonner", icon=Icon.COLUMNS)
    page = Page(
        PageHeader(
            "Boliger",
            "341 boliger · 9 ledige · 27 leieforhold går ut innen seks måneder",
            chips=[Chip(ChipKind.DEMO)],
            primary=Button("Ny bolig", kind=ButtonKind.PRIMARY, icon=Icon.NEW, key="Ctrl+N"),
            secondary=[columns, Button("Eksporter", icon=Icon.EXPORT)],
        )
    )
    owner = Pill("Eier", [Choice("s", "Stiftelsen"), Choice("k", "Kommunen")])
    owner.set_value("s")
    search = SearchField("Finn adresse eller leietaker")
    row = FilterRow(search, [owner, Pill("Status", [Choice(1, "Utleid")])])
    page.add(row)
    register = table()
    columns.clicked.connect(lambda _=False: register.open_columns_menu(columns))
    search.searched.connect(register.search)
    row.changed.connect(lambda: register.search(search.text()))
    panel = Card("Eksempelvegen 43", fact="2211 Lia")
    panel.add(
        Facts(
            [
                Fact("Eier", "Lia boligstiftelse (eks.)"),
                Fact("Tomgang i år", "14 960 kr"),
                Fact("Fakturerer", ""),
                Fact("Ikke betalt", "28 dager", Tone.RED),
            ]
        ),
        Button("Åpne boligen", size=ButtonSize.SMALL),
    )
    panel.body.addStretch(1)
    page.add(WithPanel(register, panel), stretch=True)
    register.select(("Eksempelvegen 43", "H0101"))
    return page


def today_rows() -> list[Row]:
    """Two rows that need somebody."""
    return [
        Row(
            "a",
            "Leyla Demirova og to barn kan miste boligen",
            "Namsfogden varslet utkastelse til 10. desember. 27 654 kr stopper saken.",
            Chip(ChipKind.URGENT),
            when="man. 30. nov.",
            how_long="om 7 dager",
            paragraph="tvangsl. § 13-6",
            tone=Tone.RED,
            action="Åpne saken",
            action_icon=Icon.OPEN,
        ),
        Row(
            "b",
            "Klagen fra Petter Øvrelid er ikke sendt videre",
            "Kom i tide 12. november. Vurderingen er skrevet.",
            Chip(ChipKind.SOON),
            when="tor. 26. nov.",
            how_long="om 3 dager",
            paragraph="forvaltningsl. § 33",
            action="Se brevet",
            action_icon=Icon.LETTER,
        ),
    ]


def today_page() -> Page:
    """Groups of rows and a timeline."""
    page = Page(
        PageHeader(
            "I dag",
            "mandag 23. november 2026 · uke 48 · 4 haster, 3 snart",
            extra=[Segments("Tidsrom", [("d", "Dag"), ("u", "Uke"), ("m", "Måned")], "d")],
            secondary=[
                IconButton(Icon.PRINT, "Skriv ut dagen", kind=ButtonKind.SECONDARY,
                           size=ButtonSize.NORMAL)
            ],
            primary=Button(
                "Ny henvendelse", kind=ButtonKind.PRIMARY, icon=Icon.NEW, key="Ctrl+N"
            ),
        )
    )  # fmt: skip
    body = page.body()
    groups = RowGroups()
    rows = today_rows()
    note = "Barn først, så minste og ferskeste gjeld"
    groups.set_groups(
        [
            RowGroup("Hindre utkastelse", rows[:1], Icon.EVICTIONS, note),
            RowGroup("Svar i tide", rows[1:], Icon.SEND),
        ]
    )
    timeline = RowList("Tidslinje", Shape.TIMELINE, whole=True)
    timeline.set_rows(
        [
            Row("t1", "Svar sendt til Kari Bakkli", "Kl. 09.12", icon=Icon.OK,
                icon_tone=Tone.GREEN, when="23.11.2026"),
            Row("t2", "Prøvegata 7 signert", icon=Icon.LEASES, when="20.11.2026"),
        ]
    )  # fmt: skip
    card = Card("Gjort i dag", icon=Icon.HISTORY, fact="2", flush=True)
    card.add(timeline)
    body.add(groups, card)
    return page


def words(problem: Problem) -> str:
    """What the gallery's own problems mean."""
    return {
        "too_short": "Kortere enn tre år\nVelg 30.11.2029 eller en grunn. Husleieloven § 9-3.",
        "deposit_high": "Mer enn seks måneders leie",
    }[problem.code]


def form() -> Form:
    """A lease, with every kind of field."""
    made = Form("Leiekontrakt", words)
    made.section("Parter og bolig", "Vedtak 2026-204, godkjent")
    made.line(
        ChoiceField("tenant", "Leietaker", [(1, "Tor Eksemplund"), (2, "Aud Testnes")]),
        TextField("dwelling", "Bolig", optional=True),
    )
    made.section("Leietid")
    made.line(
        DateField("start", "Fra", today=lambda: TODAY, hint="Første dag i leieforholdet"),
        DateField("end", "Til", today=lambda: TODAY),
        ChoiceField("reason", "Grunn til kortere tid", [("r", "Utleier skal bruke boligen")]),
    )
    made.section("Husleie og sikkerhet")
    made.line(
        MoneyField("rent", "Husleie per måned"),
        MoneyField("deposit", "Depositum"),
        NumberField("months", "Måneder", least=1, most=6),
    )
    made.line(NationalIdField("fnr"), PassphraseField("phrase", "Passfrase"))
    made.line(MultilineField("note", "Merknad", optional=True, lines=2))
    made.section("Vilkår")
    made.line(
        CheckField("children", "Barn bor her fast", hint="Tvangsl. § 13-2 tredje ledd a"),
        RadioField(
            "weeks",
            "Samvær",
            [("a", "Annenhver uke"), ("b", "Annet")],
            hint_of={"a": "Fra fredag til fredag"},
        ),
    )
    made.set_values(
        {
            "tenant": 1,
            "start": date(2026, 12, 1),
            "end": date(2028, 11, 30),
            "rent": 820000,
            "deposit": 6000000,
            "children": True,
            "weeks": "a",
        }
    )
    return made


def form_page() -> Page:
    """A form with problems beside their fields."""
    lease = form()
    page = Page(
        PageHeader(
            "Ny leiekontrakt",
            "Alt lagres mens du skriver · lagret kl. 10.42",
            extra=[ProblemChip(lease)],
            secondary=[Button("Legg bort")],
            primary=Button("Skriv ut og send", kind=ButtonKind.PRIMARY, icon=Icon.PRINT),
        )
    )
    page.body().add(lease)
    lease.show_problems(
        [
            Problem("end", "too_short", "HL-43", remedy=date(2029, 11, 30)),
            Problem("deposit", "deposit_high", "HL-20"),
        ]
    )
    lease.show_good("rent", "Under grensa")
    return page


def _row(*parts: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return box


def _target() -> Target:
    spots = (
        Spot(4, SpotKind.EARLIER, "Nivå 4 til mars"),
        Spot(3, SpotKind.NOW, "Nivå 3 nå"),
        Spot(1, SpotKind.GOAL, "Nivå 1 i mai"),
    )
    return Target("Blinken", spots)


def _flows() -> FlowTarget:
    made = FlowTarget("Blinken med bevegelser", 220)
    made.show_flows((5, 36, 39, 24, 16), (Flow(1, 5, 0), Flow(4, 3, 1)), "8 innover, 1 utover.")
    return made


def blocks_page() -> Page:
    """Buttons, chips, levels, callouts, progress."""
    page = Page(PageHeader("Byggeklosser", "alt settet har"))
    body = page.body()
    off = Button("Skriv ut", icon=Icon.PRINT)
    off.set_off("Leietida mangler")
    buttons = Card("Knapper")
    buttons.add(
        _row(
            Button("Send vedtak", kind=ButtonKind.PRIMARY, icon=Icon.SEND),
            Button("Se brevet", icon=Icon.LETTER),
            Button("Leieforhold", kind=ButtonKind.QUIET),
        ),
        _row(off, Button("Slett utkastet", kind=ButtonKind.DANGER, icon=Icon.DELETE)),
        _row(Segments("Tidsrom", [("d", "Dag"), ("u", "Uke")], "u"),
             IconButton(Icon.CLOSE, "Lukk kortet")),
    )  # fmt: skip
    status = Card("Status og nivå", urgent=True)
    kinds = list(ChipKind)
    status.add(
        _row(*(ChipLabel(Chip(kind)) for kind in kinds[:6])),
        _row(*(ChipLabel(Chip(kind)) for kind in kinds[6:])),
        _row(*(LevelBadge(level) for level in Level)),
        _row(_target(), _flows()),
    )
    told = Card("Beskjeder")
    told.add(
        Callout(
            ChipKind.URGENT,
            "Leietida må være minst tre år, eller ha en skriftlig grunn.",
            "Velg 30.11.2029 eller en grunn. Husleieloven § 9-3.",
            Button("Bruk 30.11.2029", size=ButtonSize.SMALL),
        ),
        Callout(ChipKind.SOON, "Sikkerhetskopien er sju dager gammel."),
        Callout(ChipKind.OK, "Alle brev er sendt."),
        Callout(ChipKind.INFO, "Dette er demodata."),
        Bar("Lager brev", 0.62),
    )
    body.add(buttons, status, told)
    return page


def empty_page() -> Page:
    """What stands when nothing is there."""
    page = Page(PageHeader("Søknader", "Registeret er nytt."))
    page.add(
        EmptyState(
            "Ingen søknader ennå",
            "Når noen ber om bolig, registrerer du det her. Da begynner fristene å løpe.",
            Button("Registrer søknad", kind=ButtonKind.PRIMARY, icon=Icon.NEW),
            Button("Hent inn venteliste", icon=Icon.IMPORT),
            Button("Skriv ut blankt skjema", kind=ButtonKind.QUIET, icon=Icon.PRINT),
        ),
        stretch=True,
    )
    return page


PAGES: dict[str, Callable[[], Page]] = {
    "today": today_page,
    "dwellings": table_page,
    "form": form_page,
    "blocks": blocks_page,
    "empty": empty_page,
}


def shell() -> Shell:
    """The whole gallery in its frame."""
    made = Shell("Husrom", "Lia kommune")
    made.sidebar.set_items(NAV, [NavItem("settings", "Innstillinger", Icon.SETTINGS)])
    made.sidebar.set_owner("Lia kommune", demo=True)
    made.sidebar.set_saved(Saved(backup="Sikkerhetskopi i dag 07.58"))
    for key, make in PAGES.items():
        made.add_page(key, make())
    made.show_page("today")
    made.sidebar.set_current("today")
    return made


def toast(window: QWidget) -> Toast:
    """A toast with undo."""
    made = Toast(window)
    made.say("55 boliger er hentet inn", lambda: None)
    return made


def found(words: str) -> list[Group]:
    """What the palette finds."""
    people = (
        Row(1, "Ødegård, Håkon", "f. 1984 · Testbakken 12B", icon=Icon.PERSON, match=(0, 4),
            end_words="Nivå 2"),
        Row(2, "Ødegnes, Turid", "Adressen er sperret og skjult.", icon=Icon.PERSON,
            end_chip=Chip(ChipKind.PROTECTED), match=(0, 4)),
    )  # fmt: skip
    acts = (Row(3, "Nytt notat", icon=Icon.NOTE, key_cap="Ctrl J"),)
    return [Group("Personer", people if words != "ingen" else ()),
            Group("Gjør", acts if words != "ingen" else ())]  # fmt: skip


def wizard() -> Wizard:
    """First run with three steps."""
    pages = [QWidget() for _ in range(3)]
    for page in pages:
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(TextField("name", "Kommunens navn"))
        column.addStretch(1)
    names = (("Kommunen", "Lia kommune"), ("Passfrase", "Fem ord"), ("Nøkkel", "Skriv ut"))
    return Wizard(
        "Husrom",
        [
            Step(name, note, name, "Dette trenger vi for å begynne.", page)
            for (name, note), page in zip(names, pages, strict=True)
        ],
        "Alt blir på denne maskinen. Husrom bruker aldri nettet.",
    )
