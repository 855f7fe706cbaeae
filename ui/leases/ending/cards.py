"""The cards of «Avslutning», one line each, in the order they are shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.leases.aftermath.cards import (
    belongings_card,
    condition_card,
    handback_card,
    security_card,
)
from ui.leases.ending.now_card import now_card
from ui.leases.ending.past_card import past_card
from ui.leases.ending.ways_card import ways_card
from ui.leases.part import Part

CardMaker = Callable[[Part], QWidget | None]
"""Makes a card for the lease of a part, or nothing when it has nothing to say of it."""

CARDS: tuple[CardMaker, ...] = (
    now_card,
    handback_card,
    condition_card,
    belongings_card,
    security_card,
    ways_card,
    past_card,
)
