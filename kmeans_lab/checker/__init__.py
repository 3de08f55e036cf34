"""The engine: what an exercise, a misconception, a check and a card are, in any course."""
