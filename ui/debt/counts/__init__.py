"""How many wait how long, at any date."""
