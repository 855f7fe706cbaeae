"""Tests of what comes after a lease."""
