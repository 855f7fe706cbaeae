"""«Kalender»: what is due in a week or a month."""
