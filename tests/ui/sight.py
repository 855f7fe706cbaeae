"""A page in sight without the window around it, its wishes followed as the window would."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from pytestqt.qtbot import QtBot

from app.office import Office
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, Page, Place

P = TypeVar("P", bound=Page)


@contextmanager
def in_sight(
    make: Callable[[Office, Navigator], P],
    office: Office,
    qtbot: QtBot,
    size: tuple[int, int] = (1280, 800),
) -> Iterator[P]:
    """The page, read; a wish to go somewhere on it is followed."""
    navigator = Navigator(Jobs())
    made = make(office, navigator)
    navigator.setParent(made)

    def follow(place: Place) -> None:
        if place.page is made.page_id:
            made.show_place(place)

    navigator.wanted.connect(follow)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(*size)
    made.show()
    made.refresh()
    yield made
    made.about_to_leave()


def wishes_of(navigator: Navigator, went: list[Place], told: list[str]) -> Navigator:
    """Note where it leads and what the toasts say."""
    navigator.wanted.connect(went.append)
    navigator.told.connect(lambda words, _undo: told.append(words))
    return navigator
