"""Render: a view and the theme's template give the bytes of a page. Nothing here reads the site."""
