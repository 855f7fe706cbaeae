"""Tests of «Vedtak» in a case of advice."""
