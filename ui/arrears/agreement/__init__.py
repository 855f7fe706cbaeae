"""«Avtale og pause»: what is agreed on what is owed, and whether the steps wait."""
