"""The overview for the namsfogd (GJ-09, GJ-23): all that is known, and what is missing."""
