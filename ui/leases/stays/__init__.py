"""«Midlertidige opphold»: nights without a lease."""
