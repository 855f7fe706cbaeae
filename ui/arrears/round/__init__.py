"""«Månedens runde»: whom to ring about unpaid rent, and the meeting about it."""
