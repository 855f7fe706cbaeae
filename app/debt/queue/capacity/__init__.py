"""How much advice the office can give, and what that means for those who wait."""
