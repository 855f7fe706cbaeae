"""«Økonomien»: the household, what comes in and goes out, what is owned, and the papers."""
