"""Homes that may be lost: messages received, one case, units around it, what comes after."""
