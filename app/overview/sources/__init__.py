"""Where each number that is handed over comes from (E10)."""
