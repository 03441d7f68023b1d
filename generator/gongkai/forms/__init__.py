"""The editions of the report's form. Data only."""
