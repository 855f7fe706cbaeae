"""«Begge spor»: the money and the dwelling beside each other, with the next step on top."""
