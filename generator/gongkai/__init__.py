"""gongkai (公开): a static site generator for government disclosure portals."""

__version__ = "0.1.0"
