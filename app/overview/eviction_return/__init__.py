"""The year of evictions as a return: warned, petitioned, carried out, averted (A12)."""
