"""Colours as numbers, and how well one can be read on another (WCAG 2.2, 1.4.3).

The theme mixes all its colours from the portal's own: white letters stand on it, and it stands as letters
on white and on its own lightest tint. What is too light for the tint is too light for the portal.
"""

from __future__ import annotations

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)

# Letters of ordinary size.
ENOUGH = 4.5
# The share of a portal's colour in the tint that its letters stand on, as in the theme's tokens.
TINT = 0.09
_STEPS = 200

# From WCAG's definition of relative luminance.
_LINEAR_BELOW = 0.04045
_WEIGHTS = (0.2126, 0.7152, 0.0722)


def parsed(colour: str) -> Colour:
    """Read `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def written(colour: Colour) -> str:
    """Write a colour as `#rrggbb`."""
    return "#" + "".join(f"{part:02x}" for part in colour)


def mixed(colour: Colour, other: Colour, share: float) -> Colour:
    """Mix two colours as `color-mix(in srgb, …)` does; `share` is the part of the first one."""
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def contrast(colour: Colour, other: Colour) -> float:
    """Give the ratio of two colours' luminances, from 1 to 21."""
    darker, lighter = sorted((_luminance(colour), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def contrast_on_tint(colour: Colour) -> float:
    """Give the ratio of a portal's colour to its own tint: of all that it stands on, the nearest to it."""
    return contrast(colour, mixed(colour, WHITE, TINT))


def deep_enough(colour: Colour) -> Colour:
    """Darken a colour as little as it takes to be read on its tint, and under white letters."""
    darker = (mixed(colour, BLACK, 1 - step / _STEPS) for step in range(_STEPS))
    return next((found for found in darker if contrast_on_tint(found) >= ENOUGH), BLACK)


def _luminance(colour: Colour) -> float:
    return sum(weight * _linear(part / 255) for weight, part in zip(_WEIGHTS, colour, strict=True))


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
