"""Who is without a home on a day, where they stay, and the count of week 48 (REP-01 to REP-06)."""
