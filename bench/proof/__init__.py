"""What the chains cost: their share of a step, many writers beside one chain for all, and checking them."""
