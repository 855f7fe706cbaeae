"""«Plan»: goals and measures, contact, what to do when it goes wrong, editions, evaluation."""
