"""How fast a step is: ours beside the bare database and beside another engine, in one run."""
