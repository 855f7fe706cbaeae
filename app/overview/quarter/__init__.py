"""The pack of the strategic forum: a quarter or a half-year on paper and as slides (SD-10)."""
