"""How and when a lease ends: one record whoever ends it."""
