"""«Budsjett»: what is left each month, version by version."""
