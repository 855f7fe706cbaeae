"""The one box for everything: what was asked, what answers it, and in what order."""
