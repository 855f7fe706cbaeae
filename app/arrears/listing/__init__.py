"""The list of tenancies that owe, with what the officer filters on."""
