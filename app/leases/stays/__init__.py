"""Nights without a lease: who stays where, since when, at what price (SOT-04, REP-15)."""
