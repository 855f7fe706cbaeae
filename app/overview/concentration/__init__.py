"""House by house: how many homes, who is followed up, and what has happened there."""
