"""The shapes of all YAML files of a site, by what each file is."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.load.forms import FORM
from gongkai.load.organs import REGISTER
from gongkai.load.portal import SITE
from gongkai.load.prose_files import TOPIC
from gongkai.load.reports import REPORT
from gongkai.model.shape import Shape

SHAPES: Mapping[str, Shape] = {
    "site": SITE,
    "organs": REGISTER,
    "column": TOPIC,
    "report": REPORT,
    "form": FORM,
}
