"""The morning of an officer: I dag row by row, the calendar, the box for everything, a card."""

from pathlib import Path

from tests.screen.casework import DWELLING, NAME
from tests.screen.desk import Desk
from tests.screen.first_run import hears
from tests.screen.tenancy import part
from tests.screen.whole_form import NAME as OTHER

SPANS = ("Dag", "Uke", "Måned")
SPAN = "Hvor mye som vises"
REASON = "Venter på svar fra banken"
CALENDAR = "frister.ics"
FIND = "Finn den som ringer"
PUT_OFF = "Det finnes ingen kopi utenfor maskinen"
LETTER = "Enter: Skriv svar"
MOST_SECONDS = 15
"""From the telephone rings to the card of who rings (practice 5a no. 1)."""
_MOST_ROWS = 80
_MOST_DOWNS = 12
_ENTER = "Enter: "


# I dag


def walk_rows(desk: Desk) -> None:
    """Down from the first row to the last, through all groups; none is passed over."""
    desk.keys.begin("I dag, rad for rad")
    desk.turn_to("I dag")
    stand_on(desk, _rows(desk)[0])  # it stays on the row it was on when a more urgent one came
    desk.look("i dag, uke 48")
    wanted = _rows(desk)
    passed = [_stands_on(desk)]
    while len(passed) < min(len(wanted), _MOST_ROWS):
        desk.keys.press("Down")
        passed.append(
            desk.tree.until(lambda: _moved(desk, passed[-1]), f"Down moves on from «{passed[-1]}»")
        )
    if passed != wanted:
        raise AssertionError(f"the arrows passed {passed}, and there are {wanted}")
    if len(wanted) < 3:
        raise AssertionError("three rows were to be walked, at the least")


def _rows(desk: Desk) -> list[str]:
    """All rows with something to do, from the top."""
    lists = [one for one in desk.program.walk() if one.role == "list"]
    names = (row.name for one in lists for row in one.children())
    return [name for name in names if _ENTER in name]


def _stands_on(desk: Desk) -> str:
    """The row the keyboard is on; empty when it is on none."""
    here = desk.tree.focused
    row = next((one.name for one in here.children() if one.has("focused")), here.name)
    return row if _ENTER in row else ""


def _moved(desk: Desk, before: str) -> str:
    now = _stands_on(desk)
    return now if now != before else ""


def stand_on(desk: Desk, row: str) -> None:
    """I dag, and by the arrows to a row, up or down."""
    desk.turn_to("I dag")
    here = desk.tree.until(lambda: _stands_on(desk), "the keyboard is on a row")
    rows = _rows(desk)
    wanted = next((one for one in rows if row in one), "")
    if not wanted:
        raise AssertionError(f"«{row}» is not on I dag")
    key = "Down" if rows.index(here) < rows.index(wanted) else "Up"
    while here != wanted:
        desk.keys.press(key)
        here = desk.tree.until(
            lambda seen=here: _moved(desk, seen),  # type: ignore[misc]  # bound at once
            f"{key} moves on from «{here}» on the way to «{row}»",
        )


def apply_again(desk: Desk) -> None:
    """A paper that has lain for most of a month, begun from the box with who it is about."""
    desk.keys.begin("Søknad som har ligget, fra søkeboksen")
    desk.search("tormod", f"Ny søknad for {OTHER}")
    desk.write("Mottatt", "-25")
    desk.choose("Gruppe", "uten", "Uten bolig")
    desk.look("ny søknad fra søkeboksen")
    desk.keys.press("ctrl+Return")
    desk.sees("Foreløpig svar", "button")


def act_with_letter(desk: Desk) -> None:
    """Enter goes where the row says, with the letter begun; Alt+Left goes back to the row."""
    desk.keys.begin("Fra I dag til et brev som er klart, og tilbake")
    stand_on(desk, LETTER)
    desk.keys.decide()
    desk.keys.press("Return")
    desk.on("Svar senest")
    desk.look("brev fra i dag")
    desk.keys.press("alt+Left")
    desk.tree.until(lambda: LETTER in _stands_on(desk), "the keyboard is on the row again")


def put_off(desk: Desk) -> None:
    """Ctrl+U: until when, and why; it leaves the rows and stands among what is put off."""
    desk.keys.begin("Utsett, med grunn og dag")
    stand_on(desk, PUT_OFF)
    desk.keys.press("ctrl+u")
    desk.on("Vis igjen")
    desk.write("Vis igjen", "+4")
    desk.write("Grunn", REASON)
    desk.look("utsett")
    desk.keys.press("Return")
    hears(desk, "Gjøremål utsatt")
    desk.tree.until(
        lambda: not any(PUT_OFF in one for one in _rows(desk)), "what is put off is gone"
    )
    desk.keys.press("F6")
    desk.sees(REASON, part=True)
    desk.look("utsatt")
    desk.keys.press("F6")


def see_back(desk: Desk) -> None:
    """On a day after the one that was said it is there again, by itself."""
    desk.keys.begin("Se at det utsatte er tilbake")
    stand_on(desk, PUT_OFF)


# the calendar


def see_calendar(desk: Desk) -> None:
    """The week, the one after, the month day by day; on paper and in a file, without names."""
    desk.keys.begin("Uke og måned, på papir og som kalenderfil")
    desk.search("kalender", "Kalender")
    desk.sees("Uke 48", part=True)
    desk.look("kalender, uke")
    desk.keys.press("alt+Down")
    desk.sees("Uke 49", part=True)
    part(desk, "Måned", SPAN, SPANS)
    desk.sees("frist", part=True)
    desk.look("kalender, måned")
    desk.keys.press("ctrl+p")
    desk.sees("Skriv ut kalenderen", "dialog")
    desk.to("Ta med navn og adresser")
    desk.keys.decide()
    desk.keys.press("Return")
    reads_paper(desk, "Kalender")
    desk.keys.press("ctrl+e")
    desk.sees("Lag kalenderfil", "dialog")
    desk.to("Ta med navn og adresser")
    desk.keys.decide()
    desk.keys.press("Return")
    written = saves(desk, CALENDAR, "Kalenderfilen er lagret").decode()
    if not written.startswith("BEGIN:VCALENDAR") or "BEGIN:VEVENT" not in written:
        raise AssertionError("the calendar file holds nothing that is due")
    if NAME.partition(" ")[0] in written or DWELLING.partition(",")[0] in written:
        raise AssertionError("the calendar file names somebody, and none was asked for")


def reads_paper(desk: Desk, title: str) -> None:
    """A paper is shown by itself; look at it, and leave it."""
    desk.sees(title, "dialog")
    desk.sees("Skriv ut", "button")
    desk.look(f"ark, {title.lower()}")
    desk.keys.press("Escape")
    is_left(desk)


def saves(desk: Desk, name: str, told: str) -> bytes:
    """Type where a file is to be, and what came to be there."""
    desk.on("Filnavn:")
    desk.keys.decide()
    desk.keys.press("ctrl+a")
    desk.keys.type(name)
    desk.keys.press("Return")
    hears(desk, told)
    return (Path.home() / name).read_bytes()


def is_left(desk: Desk) -> None:
    """A dialog that was shut may still be a child of the program; it is not in sight."""
    desk.tree.until(
        lambda: (
            not any(one.role == "dialog" and one.has("showing") for one in desk.program.children())
        ),
        "the dialog is left",
    )


# the box for everything, and a card


def find_anything(desk: Desk) -> None:
    """By name without marks in less than 15 seconds; by birth date, by a slip; other things."""
    desk.keys.begin(FIND)
    desk.search("odegard", NAME)
    desk.sees(NAME, "label")
    cost = desk.keys.jobs[-1]
    if cost.seconds >= MOST_SECONDS:
        raise AssertionError(f"{cost.seconds:.0f} s to a person, not under {MOST_SECONDS}")
    desk.keys.begin("Finn på fødselsdato, med en skrivefeil, et brev, og noe å gjøre")
    for typed, found, seen in (
        ("05.01.79", OTHER, OTHER),
        ("ragnhikd", NAME, NAME),
        ("nøkkelkv", "Nøkkelkvittering", "Nøkkelkvittering"),
        ("overlev", "Overlevering til vikar", "Overlevering"),
    ):
        desk.search(typed, found)
        desk.sees(seen, "label")


def read_card(desk: Desk) -> None:
    """One household: its story narrowed to the letters, and its paper for the meeting."""
    desk.keys.begin("Husstandskortet, tidslinjen og saksframstillingen")
    desk.search("odegard", NAME)
    desk.sees(NAME, "label")
    pick(desk, "Vis i tidslinjen", "Brev")
    desk.sees("Vis i tidslinjen: brev", "button")
    rows = [one.name for one in desk.sees("Tidslinje", "list").children()]
    if len(rows) < 2 or not all(one.startswith("Brev laget") for one in rows):
        raise AssertionError(f"narrowed to the letters, the timeline shows {rows}")
    desk.look("husstandskort, brev")
    desk.do("Skriv ut")
    reads_paper(desk, "Saksframstilling")


def pick(desk: Desk, button: str, choice: str) -> None:
    """Open a menu with Space, and down to what begins so."""
    desk.to(button)
    desk.keys.decide()
    desk.keys.press("space")
    desk.go("Down", lambda: desk.tree.focused.name.startswith(choice), choice, _MOST_DOWNS)
    desk.keys.press("Return")


WORK = (apply_again, walk_rows, act_with_letter, put_off, see_calendar, find_anything, read_card)
