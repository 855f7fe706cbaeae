"""Tests of the cards and letters after a lease."""
