"""The letters that are made from the part about creditors, by the task that begins each."""

OPENING_LETTERS = "opening_letters"
OFFER_LETTERS = "offer_letters"
PLAN_PAPER = "plan_paper"
