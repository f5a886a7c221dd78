"""Official papers: the catalogue, layouts, number books and the life of a paper."""
