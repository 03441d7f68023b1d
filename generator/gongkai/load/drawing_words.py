"""What a drawing (SVG) may have: elements and attributes that show; none runs, moves or fetches."""

from __future__ import annotations

from collections.abc import Mapping

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

# What drawing programs note for themselves; browsers make nothing of it.
OF_PROGRAMS = frozenset((
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://web.resource.org/cc/",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://www.figma.com/figma/ns",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://www.serif.com/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
))  # fmt: skip

_ELEMENTS = """
    a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite
    feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA
    feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
    feSpecularLighting feSpotLight feTile feTurbulence filter g image line linearGradient marker
    mask metadata path pattern polygon polyline radialGradient rect stop style svg switch symbol
    text textPath title tspan use view
"""
ELEMENTS = frozenset(_ELEMENTS.split())

# What names, and is no style: it may hold brackets.
_FREE = """
    aria-describedby aria-description aria-label aria-labelledby aria-roledescription class id lang
    role systemLanguage title
"""
FREE = frozenset(_FREE.split())

_GEOMETRY = """
    amplitude azimuth baseFrequency baseProfile bias clipPathUnits cx cy d diffuseConstant divisor dx dy
    edgeMode elevation exponent filterRes filterUnits fr fx fy gradientTransform gradientUnits height in
    in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength lengthAdjust limitingConeAngle markerHeight
    markerUnits markerWidth maskContentUnits maskUnits media method mode numOctaves offset operator order
    orient path pathLength patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY
    pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY requiredExtensions
    requiredFeatures result rotate rx ry scale seed side slope spacing specularConstant specularExponent
    spreadMethod startOffset stdDeviation stitchTiles style surfaceScale tabindex tableValues targetX
    targetY textLength transform type values version viewBox width x x1 x2 xChannelSelector y y1 y2
    yChannelSelector z zoomAndPan contentScriptType contentStyleType
"""
_LOOK = """
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters color-rendering cursor direction display dominant-baseline
    enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
    font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant
    font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning
    letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type
    mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity
    stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-opacity stroke-width text-anchor text-decoration text-overflow text-rendering
    transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode
"""
ATTRIBUTES = frozenset(_GEOMETRY.split()) | frozenset(_LOOK.split())
# Attributes with a prefix; `xml:base` would turn `#name` into an address elsewhere.
OF_SPACES: Mapping[str, frozenset[str]] = {
    "": ATTRIBUTES,
    XLINK: frozenset(("type",)),
    XML: frozenset(("space",)),
}

# What styles and transformations call; `url(#…)` names a part of the drawing.
_FUNCTIONS = """
    blur brightness calc circle clamp color color-mix contrast cubic-bezier drop-shadow ellipse grayscale
    hsl hsla hue-rotate hwb inset invert is lab lang lch matrix matrix3d max min not nth-child
    nth-last-child nth-last-of-type nth-of-type oklab oklch opacity path perspective polygon rgb rgba
    rotate rotate3d rotatex rotatey rotatez saturate scale scale3d scalex scaley scalez sepia skew skewx
    skewy translate translate3d translatex translatey translatez url var where
"""
FUNCTIONS = frozenset(_FUNCTIONS.split())
