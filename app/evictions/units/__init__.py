"""The units around a household: who helps there, and who is told on which ground (SD-07, P3)."""
