"""«Overlevering»: what a stand-in must know until a day, on paper."""
