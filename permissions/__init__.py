"""Where one person stands towards one case, and predicates that say why not."""
