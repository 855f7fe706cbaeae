"""«Etterpå»: a roof, the things, the children, and what could have been seen earlier."""
