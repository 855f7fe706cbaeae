"""«Overlevering» on the screen."""
