"""The main jobs, by keyboard alone: take in dwellings, an application, letters, search, undo."""

from tests.screen.desk import Desk
from tests.screen.first_run import hears

SHEET = "boliger.csv"
NAME = "Ragnhild Ødegård"
NUMBER = "12848810000"
STREET = "Øvre Ålgata 12"


def order(desk: Desk, letters: str) -> None:
    """Ctrl+K, the first letters of what shall be done, Enter."""
    desk.keys.press("ctrl+k")
    desk.on("Søk eller gjør")
    desk.keys.decide()
    desk.keys.type(letters)
    desk.sees("1 treff", "label")
    desk.keys.press("Return")


def take_in(desk: Desk, sheet: str = SHEET) -> None:
    """The municipality's own sheet, good rows at one stroke."""
    desk.keys.begin("Hent inn boliger fra regneark")
    order(desk, "hent inn boliger")
    desk.on("Velg fil")
    desk.keys.press("space")
    desk.on("Filnavn:")
    desk.keys.decide()
    desk.keys.type(sheet)
    desk.keys.press("Return")
    desk.sees("Steg 2 av 5")
    desk.do("Fortsett")
    desk.sees("Steg 4 av 5")
    desk.do("Ta inn 55 boliger")
    desk.sees("55 boliger er hentet inn")
    desk.do("Se boligene")
    desk.sees("Boliger", "table")


def apply(desk: Desk) -> None:
    """A new application from someone who is not in the register."""
    desk.keys.begin("Ny søknad")
    order(desk, "ny søknad")
    desk.on("Finn på navn eller fødselsnummer")
    desk.keys.decide()
    desk.keys.type(NAME)
    desk.sees(f"Ny person: {NAME}")
    desk.keys.press("Return")
    for name, text in (
        ("Fødselsnummer", NUMBER),
        ("Gate og nummer", STREET),
        ("Postnummer", "2211"),
        ("Poststed", "Lia"),
    ):
        desk.write(name, text)
    desk.choose("Gruppe", "uten", "Uten bolig")
    desk.write("Hvor bor de nå", "Hos venner, på sofaen.")
    desk.keys.press("ctrl+Return")
    desk.sees("Søknad registrert", "panel")


def reply(desk: Desk) -> None:
    """The preliminary reply, seen before it is made."""
    desk.keys.begin("Foreløpig svar")
    desk.do("Foreløpig svar")
    desk.on("Svar senest")
    desk.keys.decide()
    desk.keys.type("+28")
    desk.choose("Grunn", "det", "Det er mange søknader i kø")
    desk.keys.press("Tab")
    desk.ready("Lag brevet")
    make_letter(desk, "Lag brevet")
    hears(desk, "Foreløpig svar laget")


def make_letter(desk: Desk, words: str) -> None:
    """Ctrl+Enter, look at the letter once more, and make it."""
    desk.keys.press("ctrl+Return")
    desk.tree.until(
        lambda: any(one.role == "dialog" for one in desk.program.children()), "the last look"
    )
    desk.on(words)
    desk.keys.decide()
    desk.keys.press("Return")


def find(desk: Desk) -> None:
    """Ctrl+K finds Ødegård by «odegard»."""
    desk.keys.begin("Finn en person")
    desk.keys.press("ctrl+k")
    desk.on("Søk eller gjør")
    desk.keys.decide()
    desk.keys.type("odegard")
    desk.sees(f"{NAME}. 128488", "list item")
    desk.keys.press("Return")
    desk.sees(NAME, "label")


def undo(desk: Desk) -> None:
    """Ctrl+Z takes back the last thing done, and says what."""
    desk.keys.begin("Angre")
    desk.keys.press("ctrl+z")
    hears(desk, "Angret")
