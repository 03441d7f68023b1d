"""The search index: entries into files that a page loads a few of, without a server."""
