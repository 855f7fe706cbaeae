"""Offers: the list with the answers, the letter, and dwellings held back."""
