"""«Enhetene»: who helps, on which ground each may be told, and who has read it."""
