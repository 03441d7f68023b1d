"""From files on disk to typed records with the place of every value."""
