"""Nights in temporary places, and what they cost."""
