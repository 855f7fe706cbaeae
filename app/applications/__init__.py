"""What was asked, by whom, and whether it is answered in time."""
