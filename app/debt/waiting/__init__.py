"""Who waits, for how long, with a vedtak or without, at any date."""
