"""The life of the lease that was signed: moving in, what is reported, the talk, the rent."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.screen.casework import DWELLING, NAME, make_letter
from tests.screen.desk import Desk
from tests.screen.first_run import hears
from tests.screen.refusal import post
from tests.screen.tree import Node

NUMBER = "L2026-032"
BASE, NEW = "138,2", "146,9"
# 8 150 kr × 146,9 / 138,2, down to a whole krone
NEW_RENT = "8 663 kr"
PARTS = "Del av leieforholdet"
BEGINS = "Leietiden begynner"
HALF_WAY, TELL, LAST = "Samtale halvveis", "Skriv til leietakeren", "Siste dag i leietiden"
_IN_ORDER = (
    "Leietiden",
    "Avtalen",
    "Innflytting",
    "Beboere",
    "Husleie",
    "Meldinger",
    "Avslutning",
)
_MOST_ROWS, _MOST_TABS = 60, 20
_DAY = re.compile(r"([\w ]+?) (\d\d)\.(\d\d)\.(\d{4})")


@dataclass(slots=True)
class Term:
    """The days of the lease as they are read aloud on its page."""

    days: dict[str, list[date]] = field(default_factory=dict)
    signed: date = field(default_factory=date.today)

    def read(self, desk: Desk) -> None:
        """«Siste dag i leietiden 30.11.2029», and the other steps."""
        desk.keys.begin("Se leietiden")
        open_lease(desk)
        desk.tree.until(lambda: self._heard(desk), "the ladder of the lease")

    def _heard(self, desk: Desk) -> bool:
        for one in desk.program.walk():
            if one.name == "Leietiden" and "Siste dag i leietiden" in one.description:
                for name, day, month, year in _DAY.findall(one.description):
                    found = self.days.setdefault(name.strip(), [])
                    found.append(date(int(year), int(month), int(day)))
        return bool(self.days)

    def on(self, step: str) -> date:
        """The first day of a step."""
        return self.days[step][0]


TERM = Term()


def open_lease(desk: Desk) -> None:
    """By its number."""
    desk.search(NUMBER.lower(), NAME)
    desk.sees(f"Leieavtale {NUMBER}", "label")


def part(desk: Desk, name: str, parts: str = PARTS, in_order: tuple[str, ...] = _IN_ORDER) -> None:
    """To a part of the lease's page, or of another, by the arrows among them."""
    desk.tree.until(lambda: _stands_there(desk, parts), f"a page with «{parts}»")
    if not _on_one_of(desk, parts):  # from the page's beginning, wherever the keyboard was
        desk.step("Tab", parts)
        desk.go("shift+Tab", lambda: _on_one_of(desk, parts), parts, _MOST_TABS)
    # the page is made anew under an arrow: for a moment the keyboard is in the part itself
    here = desk.tree.until(lambda: _among(desk, in_order), f"the keyboard is among «{parts}»")
    while here != name:
        desk.keys.press("Right" if in_order.index(here) < in_order.index(name) else "Left")
        here = desk.tree.until(
            lambda seen=here: _among(desk, in_order, seen),  # type: ignore[misc]  # bound at once
            f"an arrow moves on from «{here}» on the way to «{name}»",
        )
    desk.on(name)
    desk.keys.press("space")


def _stands_there(desk: Desk, parts: str) -> bool:
    return any(one.description == parts for one in desk.program.walk())


def _on_one_of(desk: Desk, parts: str) -> bool:
    return desk.tree.focused.description == parts


def _among(desk: Desk, parts: tuple[str, ...], but: str = "") -> str:
    """The part the keyboard is on; empty when it is on none of them, or on `but`."""
    here = desk.tree.focused.name
    return here if here in parts and here != but else ""


def act_on(desk: Desk, group: str, row: str) -> None:
    """Down the rows of a group on I dag to one of them, and what its button says."""
    desk.turn_to("I dag")
    desk.to(group)
    if not any(row in one.name for one in desk.tree.focused.children()):
        desk.do("Vis ")
        desk.on(group)
    desk.go("Down", lambda: row in row_of(desk.tree.focused), row, _MOST_ROWS)
    desk.keys.decide()
    desk.keys.press("Return")


def row_of(here: Node) -> str:
    """The row the keyboard is on: Down tells of the row itself, Tab of its list."""
    rows = (one.name for one in here.children() if one.has("focused"))
    return next(rows, here.name)


# moving in


def hand_out_keys(desk: Desk) -> None:
    """Registered, handed out, and a receipt."""
    desk.keys.begin("Nøkler ut, med kvittering")
    open_lease(desk)
    part(desk, "Innflytting")
    desk.do("Registrer nøkler")
    desk.on("Merke")
    desk.keys.type("1-2")
    desk.keys.press("Return")
    hears(desk, "Nøkler registrert")
    desk.do("Lever ut")
    desk.on("1, ")
    desk.keys.press("Return")
    hears(desk, "Nøkler utlevert")
    desk.do("Kvittering")
    desk.on("Lag kvitteringen")
    desk.look("nøkkelkvittering")
    desk.keys.press("Return")
    hears(desk, "Nøkkelkvittering laget")


def tell_information(desk: Desk) -> None:
    """What makes the exceptions of § 11-1 hold was given before the signing."""
    desk.keys.begin("Opplysninger etter § 11-1")
    desk.do("Opplysningene er gitt")
    desk.on("Gitt")
    desk.keys.press("Return")
    hears(desk, "Opplysninger etter § 11-1 gitt")


def report_moving_in(desk: Desk) -> None:
    """All is good but one window."""
    desk.keys.begin("Innflyttingsprotokoll med én merknad")
    desk.to("Protokoller")
    desk.keys.press("Return")
    desk.on("Legg til merknad")
    desk.keys.press("space")
    desk.on("Rom")
    desk.choose("Rom", "stu", "Stue")
    desk.choose("Hva", "vind", "Vinduer")
    desk.write("Hva er galt", "Håndtaket er løst.")
    desk.choose("Røykvarsleren", "pr", "Prøvd og virker")
    desk.write("Strømmåler", "10432")
    desk.keys.press("Tab")
    desk.ready("Lag protokollen")
    desk.look("innflyttingsprotokoll, utkast")
    make_letter(desk, "Lag protokollen")
    hears(desk, "Protokoll laget")


def begin_package(desk: Desk) -> None:
    """What the vedtak asked for is there; one part is done, one is added."""
    desk.keys.begin("Startpakke")
    desk.to("Startpakke")
    desk.keys.press("Return")
    hears(desk, "Del av startpakken gjort")
    desk.look("innflytting")


def report_defect(desk: Desk) -> None:
    """Said by the tenant, passed to the caretaker, answered."""
    desk.keys.begin("Mangel meldt, sendt videre og besvart")
    part(desk, "Meldinger")
    desk.do("Registrer melding")
    desk.choose("Hva det gjelder", "man", "Mangel")
    desk.write("Hva som er meldt", "Det trekker fra vinduet i stua.")
    desk.choose("Hvem som sa det", "lei", "Leietakeren")
    desk.keys.press("Return")
    hears(desk, "Melding registrert")
    _step(desk, "Sendt videre", ("Til hvem", "vaktmesteren"), "Melding sendt videre")
    _step(desk, "Besvart", ("Hva som ble sagt", "Lista er byttet."), "Melding besvart")
    _step(desk, "Avsluttet", ("Hva som ble sagt", "Det trekker ikke nå."), "Melding avsluttet")
    desk.look("meldinger")


def _step(desk: Desk, step: str, words: tuple[str, str], told: str) -> None:
    desk.to("Meldinger")
    desk.keys.press("Return")
    desk.to("Hva er gjort: ")
    desk.go("Down", lambda: desk.tree.focused.name.endswith(step), step)
    desk.write(*words)
    desk.do("Før inn")
    hears(desk, told)


# in the middle


def hold_talk(desk: Desk) -> None:
    """I dag knows that the term is half over."""
    desk.keys.begin("Samtale halvveis")
    act_on(desk, "Samtaler i leietiden", f"{DWELLING}: halvveissamtale")
    desk.do("Registrer")
    desk.on("Dag")
    desk.write("Hva dere fant og snakket om", "Trives, og leter etter større bolig.")
    desk.to("Peker mot: ")
    desk.keys.press("space")
    desk.look("samtale halvveis")
    desk.do("Lagre samtalen")
    hears(desk, "Samtale i leietiden registrert")


def raise_rent(desk: Desk) -> None:
    """The index typed, the letter made of it and sent."""
    desk.keys.begin("KPI og varsel om ny husleie")
    part(desk, "Husleie")
    desk.do("Legg inn KPI")
    desk.on("Grunnlag")
    desk.write("Grunnlag", "2015")
    half = TERM.on(HALF_WAY)
    known = half.replace(day=1) - timedelta(days=40)
    desk.write("Måneder og verdier", f"{TERM.signed:%YM%m} {BASE}")
    desk.keys.press("Return")
    desk.keys.type(f"{known:%YM%m} {NEW}")
    desk.write("Kilde", "SSB tabell 05327")
    desk.do("Legg inn")
    hears(desk, "Konsumprisindeks lagt inn")
    desk.to("Neste endring")
    desk.keys.press("Return")
    desk.on("Gjelder fra")
    desk.ready("Lag brevet")
    desk.look("varsel om ny husleie, utkast")
    make_letter(desk, "Lag brevet")
    hears(desk, "Varsel om ny husleie laget")
    post(desk)


# before the end


def tell_of_the_end(desk: Desk) -> None:
    """The ladder's row on I dag leads to the term; the letter is made and sent."""
    desk.keys.begin("Brev om at leietiden går ut")
    act_on(desk, "Leieforhold som går ut", f"{DWELLING}: leietiden går ut")
    desk.do("Skriv at leietiden går ut")
    desk.on("Svar senest")
    desk.ready("Lag brevet")
    desk.look("leietiden går ut, utkast")
    make_letter(desk, "Lag brevet")
    hears(desk, "Brev om at leietiden går ut, laget")


def see_new_rent(desk: Desk) -> None:
    """It changed on its day, by the index and no more."""
    desk.keys.begin("Se den nye leien")
    part(desk, "Husleie")
    desk.sees(f"Per måned: {NEW_RENT}", part=True)
    desk.look("husleie etter regulering")
    post(desk)


MOVING_IN = (hand_out_keys, tell_information, report_moving_in, begin_package, report_defect)
HALF_OVER = (hold_talk, raise_rent)
NEAR_THE_END = (tell_of_the_end, see_new_rent)
