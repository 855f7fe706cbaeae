"""«Tjenester»: who helps, what was agreed to, and what may be told to whom."""
