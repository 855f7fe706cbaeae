"""Settled refugees, year by year: who has left municipal housing, and when."""
