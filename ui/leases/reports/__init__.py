"""«Meldinger»: what is reported about a tenancy, and the written warning."""
