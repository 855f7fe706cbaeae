"""«I dag»: what needs a person now, why, and by when."""
