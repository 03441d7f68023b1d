"""A report in other shapes: JSON, CSV, a blank scaffold."""
