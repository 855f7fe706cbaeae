"""Reversal: a new vedtak in the place of an old one, on a ground of the closed list."""
