"""Vedtak: what is decided about an application, why, and how it can be appealed."""
