"""Petitions that the namsfogd or the court asks to have corrected by a day (TV-09)."""
