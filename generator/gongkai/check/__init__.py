"""Rules over records: each yields problems, none changes anything."""
