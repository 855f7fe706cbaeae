"""How the work ended, what came of it, and the letter that says so (GJ-10)."""
