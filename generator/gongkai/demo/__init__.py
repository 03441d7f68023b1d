"""Makes a fictional portal of any size, which is consistent, and mistakes in it that are known."""
