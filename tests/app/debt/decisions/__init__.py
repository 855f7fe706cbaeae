"""Tests of vedtak on economic advice."""
