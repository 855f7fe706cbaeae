"""Vedtak that were issued on paper before the case stood in the register."""
