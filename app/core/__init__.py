"""Words that every slice uses: ids, money, deadlines, identifiers, order, events, errors."""
