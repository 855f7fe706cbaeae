"""The request itself: who asked, about what, and how urgent it is."""
