"""How many homes were at stake in a year, how many were kept, and how early we came."""
