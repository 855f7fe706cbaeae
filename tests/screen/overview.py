"""What the municipality owes an answer to: lists, indicators, KOSTRA, week 48, pack, handover."""

from datetime import date
from functools import partial
from pathlib import Path

from tests.screen.casework import NAME
from tests.screen.desk import Desk
from tests.screen.first_run import hears, lock
from tests.screen.morning import is_left, pick, saves
from tests.screen.tenancy import part, row_of
from tests.screen.whole_form import NAME as OTHER

NEVER = (*NAME.split(), *OTHER.split())
"""What the pages, the papers and the boxes have held, and must not hold when it is locked."""
LIST, SHEET = "Ledige hos oss", "ledige.csv"
STOCK_PARTS = ("Boliger", "Behov", "Hus for hus", "Midlertidige opphold", "Bosatte flyktninger")
RETURN_PARTS = ("KOSTRA 13", "Husbanken", "Utkastelser", "Rådgivning", "Boligbehov", "Bostedsløse")
PRINTED = "printed.pdf"
"""What the printer of the story was given last."""
PACK, PACK_FILE = "Kvartalspakke", "pakke.pdf"
CENSUS = "Tellingen i uke 48, lagt til og bekreftet"
KOSTRA = "KOSTRA 13, saken bak et tall, og øyeblikksbilde"
QUARTER = "Kvartalspakken, lest, lagret og tatt vare på"
MOST_SECONDS = {CENSUS: 120, KOSTRA: 60, QUARTER: 120}
"""Each by the keystroke model; together they are an hour by hand (practice 5a no. 12)."""


def week_after(day: date) -> date:
    """Thursday of the first week 48 after a day: the homeless are counted then."""
    found = (date.fromisocalendar(year, 48, 4) for year in (day.year, day.year + 1))
    return next(one for one in found if one > day)


def keep_list(desk: Desk) -> None:
    """Vacant dwellings under a name of its own, found in the sidebar, out as a file for Excel."""
    desk.keys.begin("Et eget utvalg, lagret, gjenfunnet og eksportert")
    desk.turn_to("Boliger")
    pick(desk, "Status", "Klar")
    pick(desk, "Visning", "Lagre utvalget")
    desk.on("Navn på listen")
    desk.keys.decide()
    desk.keys.type(LIST)
    desk.look("lagre utvalget")
    desk.keys.press("Return")
    hears(desk, "Utvalg lagret som liste")
    desk.do("Nullstill")
    desk.do(LIST)
    desk.sees("Status: filter Klar", "button")
    desk.look("eget utvalg")
    desk.keys.press("ctrl+e")
    lines = saves(desk, SHEET, "Listen er lagret").decode("utf-8-sig").splitlines()
    if "Status" not in lines[0] or not all("Klar" in one for one in lines[1:]) or len(lines) < 2:
        raise AssertionError(f"{len(lines)} lines in the sheet, not only those that were seen")


def see_indicators(desk: Desk) -> None:
    """The cards, a target for one, and the cases behind a number."""
    desk.keys.begin("Nøkkeltall, et mål, og sakene bak et tall")
    desk.turn_to("Oversikt")
    desk.look("oversikt, uke 48")
    desk.to("Perioden før")
    desk.to("Venter på bolig")
    along(desk, "Down", "Med plan")
    desk.do("Sett mål")
    desk.on("Mål")
    desk.write("Mål", "80")
    desk.look("sett mål")
    desk.keys.press("Return")
    hears(desk, "Mål for et nøkkeltall satt")
    desk.sees("mål 80 %", part=True)
    desk.do("Vis sakene bak tallet")
    if not open_first(desk).startswith(NAME):
        raise AssertionError("the one with a plan is not the case behind the number")
    desk.sees(NAME, "label")


def along(desk: Desk, key: str, name: str) -> None:
    """By an arrow from one to the next, until one that begins so."""
    desk.go(key, lambda: desk.tree.focused.name.startswith(name), name)


def open_first(desk: Desk) -> str:
    """The cases behind a number: the first has the keyboard, and Enter opens it."""
    row = desk.tree.until(
        lambda: _openable(row_of(desk.tree.focused)), "the keyboard is on the first case"
    )
    desk.look("sakene bak tallet")
    desk.keys.press("Return")
    return row


def _openable(row: str) -> str:
    return row if row.endswith("Enter: Åpne") else ""


def see_stock(desk: Desk) -> None:
    """What there is, who needs it, and how many live in each building."""
    desk.keys.begin("Boliger og behov, del for del")
    desk.search("boliger og b", "Boliger og behov")
    desk.to("Skriv ut")
    for name in STOCK_PARTS:
        part(desk, name, "Vis", STOCK_PARTS)
        desk.tree.settle()
        desk.look(f"boliger og behov, {name.lower()}")


def answer_kostra(desk: Desk) -> None:
    """The year that was, a line's cases, and the answer as it stood."""
    desk.keys.begin(KOSTRA)
    desk.search("kostra", "KOSTRA 13")
    desk.sees("Linjene i skjemaet", "table")
    desk.look("kostra 13")
    desk.do("Vis sakene bak tallet")
    dwelling = open_first(desk).partition(". ")[0]
    desk.sees(dwelling, "label")
    desk.keys.press("alt+Left")
    desk.sees("Linjene i skjemaet", "table")
    desk.do("Ta vare på …")
    desk.sees("Ta vare på tallene", "dialog")
    desk.tree.until(lambda: not desk.tree.focused.name.endswith("…"), "the dialog has the keyboard")
    desk.keys.decide()
    desk.keys.press("Return")
    hears(desk, "Tallene er tatt vare på")
    desk.sees("som øyeblikksbildet", part=True)
    _cheap(desk)


def see_returns(desk: Desk) -> None:
    """The other answers, one beside the other."""
    desk.keys.begin("De andre rapportene")
    desk.to("Ta vare på")
    for name in RETURN_PARTS[1:]:
        part(desk, name, "Rapport", RETURN_PARTS)
        desk.tree.settle()
        desk.look(f"rapport, {name.lower()}")


def count_homeless(desk: Desk) -> None:
    """Someone who sleeps at friends' is added and confirmed; the number is no estimate any more."""
    desk.keys.begin(CENSUS)
    desk.search("bostedsl", "Bostedsløse, uke 48")
    desk.keys.press("ctrl+n")
    desk.on("Hvem")
    desk.write("Hvem", OTHER)
    desk.choose("Oppholder seg", "hos", "Hos venner eller familie")
    desk.look("telling, legg til")
    desk.keys.press("Return")
    hears(desk, "Ført som bostedsløs")
    desk.do("Bekreft")
    hears(desk, "Bekreftet bostedsløs i uke 48")
    desk.sees("1 bostedsløs · bekreftet", part=True)
    desk.look("telling, bekreftet")
    _cheap(desk)


def make_pack(desk: Desk) -> None:
    """The officer's own text, the inner edition to read and save, and its numbers kept."""
    desk.keys.begin(QUARTER)
    desk.search("kvartalsp", PACK)
    desk.on("Din tekst til forumet")
    desk.keys.decide()
    desk.keys.type("Færre venter. Vi trenger flere små boliger.")
    desk.look("kvartalspakke")
    desk.do("Lag intern utgave")
    desk.sees("Lagre sider", "button", seconds=40)
    desk.look("kvartalspakke, sider")
    desk.do("Lagre sider")
    if not saves(desk, PACK_FILE, "Filen er lagret").startswith(b"%PDF"):
        raise AssertionError("the pack that was saved is no PDF")
    desk.keys.press("Escape")
    desk.do("Ta vare på tallene")
    hears(desk, "Tallene er tatt vare på")
    desk.keys.press("Escape")
    is_left(desk)
    _cheap(desk)


def hand_over(desk: Desk) -> None:
    """What a stand-in must know, printed; on a day of its own, for `lp` needs a true clock."""
    desk.keys.begin("Overlevering skrevet ut")
    desk.search("overlev", "Overlevering til vikar")
    desk.sees("Dette må gjøres", part=True)
    desk.look("overlevering")
    desk.do("Skriv ut")
    desk.sees("Overlevering", "dialog")
    desk.look("overlevering, ark")
    desk.do("Skriv ut")
    is_left(desk)
    if not (Path.home() / PRINTED).read_bytes().startswith(b"%PDF"):
        raise AssertionError("nothing came to the printer")


def _cheap(desk: Desk) -> None:
    cost = desk.keys.jobs[-1]
    if cost.seconds >= MOST_SECONDS[cost.name]:
        raise AssertionError(f"{cost.name}: {cost.seconds:.0f} s")


RETURNS = (
    keep_list,
    see_indicators,
    see_stock,
    answer_kostra,
    see_returns,
    count_homeless,
    make_pack,
    partial(lock, never=NEVER),
)
