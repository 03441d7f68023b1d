"""What a file of a site may be at most; each limit is far above any real report."""

YAML_BYTES = 1_000_000
MARKDOWN_BYTES = 500_000
ATTACHMENT_BYTES = 20_000_000
DEPTH = 32
# Characters of a file's name: Windows has trouble with long paths.
NAME_LENGTH = 80
