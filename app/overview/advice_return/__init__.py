"""How many asked for economic advice, what they asked for, and how it ended (GJ-03)."""
