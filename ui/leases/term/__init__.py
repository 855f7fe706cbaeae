"""«Leietiden»: the ladder, what to do now, whether the tenant stays, and the talks."""
