"""Tests of handback after a lease."""
