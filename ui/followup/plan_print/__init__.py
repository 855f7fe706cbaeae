"""Printing a målplan."""
