"""Widgets that know no case."""
