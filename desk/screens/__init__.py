"""The pictures of the site: which screens there are, how one comes to each, and how it is taken."""
