"""The main jobs, by keyboard alone: take in dwellings, an application, letters, search, undo."""

from tests.screen.desk import Desk
from tests.screen.first_run import hears

SHEET = "boliger.csv"
NAME = "Ragnhild Ødegård"
NUMBER = "12848810000"
STREET = "Øvre Ålgata 12"
DWELLING = "Bjørkelia 2, H0101"
SCAN = "avtale.pdf"
DEPOSIT_ACCOUNT = "15030000002"


def take_in(desk: Desk, sheet: str = SHEET) -> None:
    """The municipality's own sheet, good rows at one stroke."""
    desk.keys.begin("Hent inn boliger fra regneark")
    desk.search("hent inn boliger", "Hent inn boliger")
    desk.on("Velg fil")
    desk.keys.press("space")
    desk.on("Filnavn:")
    desk.keys.decide()
    desk.keys.type(sheet)
    desk.keys.press("Return")
    desk.sees("Steg 2 av 5")
    desk.look("import, lesing")
    desk.do("Fortsett")
    desk.sees("Steg 4 av 5")
    desk.look("import, kontroll")
    desk.do("Ta inn 55 boliger")
    desk.sees("55 boliger er hentet inn")
    desk.look("import, resultat")
    desk.do("Se boligene")
    desk.sees("Boliger", "table")


def apply(desk: Desk) -> None:
    """A new application from someone who is not in the register."""
    desk.keys.begin("Ny søknad")
    desk.search("ny søknad", "Ny søknad")
    desk.on("Finn på navn eller fødselsnummer")
    desk.keys.decide()
    desk.keys.type(NAME)
    desk.sees(f"Ny person: {NAME}")
    desk.keys.press("Return")
    desk.on("Fødselsnummer")
    for name, text in (
        ("Fødselsnummer", NUMBER),
        ("Gate og nummer", STREET),
        ("Postnummer", "2211"),
        ("Poststed", "Lia"),
    ):
        desk.write(name, text)
    desk.choose("Gruppe", "uten", "Uten bolig")
    desk.write("Hvor bor de nå", "Hos venner, på sofaen.")
    desk.look("ny søknad")
    desk.keys.press("ctrl+Return")
    hears(desk, "Søknad registrert")


def reply(desk: Desk) -> None:
    """The preliminary reply, seen before it is made."""
    desk.keys.begin("Foreløpig svar")
    desk.to("Foreløpig svar", "shift+Tab")
    desk.keys.decide()
    desk.keys.press("space")
    desk.on("Svar senest")
    desk.keys.decide()
    desk.keys.type("+28")
    desk.choose("Grunn", "det", "Det er mange søknader i kø")
    desk.keys.press("Tab")
    desk.ready("Lag brevet")
    desk.look("foreløpig svar")
    make_letter(desk, "Lag brevet")
    hears(desk, "Foreløpig svar laget")


def make_letter(desk: Desk, words: str) -> None:
    """Ctrl+Enter, look at the letter once more, and make it."""
    desk.keys.press("ctrl+Return")
    desk.tree.until(
        lambda: any(one.role == "dialog" and one.has("active") for one in desk.program.children()),
        "the last look",
    )
    desk.on(words)
    desk.look(words.lower())
    desk.keys.decide()
    desk.keys.press("Return")


def take_up_and_undo(desk: Desk) -> None:
    """Begin on the application, take it back with Ctrl+Z, and begin again."""
    desk.keys.begin("Ta til behandling, angre, og gjør det likevel")
    desk.do("Ta til behandling")
    desk.sees("Skriv vedtak", "button")
    desk.keys.press("ctrl+z")
    hears(desk, "Angret")
    desk.sees("Ta til behandling", "button")
    desk.do("Ta til behandling")
    desk.sees("Skriv vedtak", "button")


def decide(desk: Desk) -> None:
    """A yes, with a dwelling that is vacant."""
    desk.keys.begin("Vedtak")
    desk.do("Skriv vedtak")
    desk.on("Svar på søknaden")
    desk.do("Jeg har vurdert at jeg er habil")
    desk.choose("Bolig", "bj", DWELLING)
    desk.write("Hva slags bolig", "ett soverom i første etasje")
    desk.keys.press("Tab")
    desk.ready("Fatt vedtak")
    desk.look("vedtak, utkast")
    make_letter(desk, "Fatt vedtak")
    hears(desk, "Vedtak fattet")


def lease(desk: Desk) -> None:
    """The lease, first with a term that is too short, then with what the program offers."""
    desk.keys.begin("Leieavtale med for kort tid som rettes")
    desk.do("Lag leieavtale")
    desk.ready("Lag leieavtalen")
    end = desk.sees("Til", "text").text
    desk.write("Til", f"{end[:6]}{int(end[6:]) - 1}")
    desk.keys.press("Tab")
    desk.sees("Haster: Kortere enn tre år")
    desk.look("leieavtale, for kort")
    desk.do(f"Bruk {end}")
    desk.write("Depositum", "16000")
    desk.write("Depositumskonto", DEPOSIT_ACCOUNT)
    desk.keys.press("Tab")
    desk.ready("Lag leieavtalen")
    make_letter(desk, "Lag leieavtalen")
    hears(desk, "Leieavtalen er laget")


def sign(desk: Desk) -> None:
    """Both have signed, and the scan is kept on the lease."""
    desk.keys.begin("Registrer underskrift med skannet avtale")
    desk.do("Registrer underskrift")
    desk.sees("Begge skrev under", "text")
    desk.look("underskrift")
    desk.do("Velg fil: Skannet avtale")
    desk.on("Filnavn:")
    desk.keys.type(SCAN)
    desk.keys.press("Return")
    desk.on("Velg fil: Skannet avtale")
    desk.do("Registrer underskrift", "Return")
    hears(desk, "Leieavtale underskrevet")


def send(desk: Desk) -> None:
    """All three letters went with today's post."""
    desk.keys.begin("Send tre brev")
    desk.turn_to("Brev")
    desk.sees("3 skal sendes")
    desk.do("Registrer som sendt")
    desk.sees("Bevis", "text")
    desk.look("sending")
    desk.write("Bevis", "Postet av Siri")
    desk.keys.press("Return")
    desk.sees("0 skal sendes")


def today(desk: Desk) -> None:
    """I dag says what is left, and that no letter waits."""
    desk.keys.begin("Se hva som haster i dag")
    desk.turn_to("I dag")
    desk.sees("Det finnes ingen kopi utenfor maskinen", "list item", part=True)
    if desk.program.find("Brev som ikke er sendt"):
        raise AssertionError("every letter is sent, yet I dag says otherwise")


def find(desk: Desk) -> None:
    """Ctrl+K finds Ødegård by «odegard»."""
    desk.keys.begin("Finn en person")
    desk.keys.press("ctrl+k")
    desk.on("Søk eller gjør")
    desk.keys.decide()
    desk.keys.type("odegard")
    desk.sees(f"{NAME}. 128488", "list item")
    desk.look("søk")
    desk.keys.press("Return")
    desk.sees(NAME, "label")
