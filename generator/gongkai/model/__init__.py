"""Types shared by every stage, and arithmetic on them."""
