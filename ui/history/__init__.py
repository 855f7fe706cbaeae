"""«Historikk»: all that was done in the register."""
