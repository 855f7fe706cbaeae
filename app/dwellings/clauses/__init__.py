"""What binds a dwelling to those the housing policy is for."""
