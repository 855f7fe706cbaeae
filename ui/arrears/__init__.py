"""Unpaid rent: the list, one tenancy with its two tracks, the monthly round, early signals."""
