"""Problems in the content as values, and the ways to show them."""
