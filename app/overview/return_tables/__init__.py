"""Numbers of a return in tables: the same on the screen, in a sheet and on paper."""
