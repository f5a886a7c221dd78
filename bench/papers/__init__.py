"""How fast a paper is printed: ours beside bare WeasyPrint with reused objects, and whether memory stays flat."""
