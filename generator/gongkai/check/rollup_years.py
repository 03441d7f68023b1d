"""Says whether a roll-up adds up the same organs as the year before (机构改革, 区划调整).

Where an organ came from another government or went to one, its open requests went with it: what the
roll-up carried over is then lawfully not what it carried forward. Each organ's own figures still tell.
"""

from __future__ import annotations

from gongkai.model.records import Report, Site


def has_other_members(report: Report, site: Site) -> bool:
    """Tell whether a roll-up and last year's one stand for different organs, as far as both say."""
    last = site.last_year_of(report)
    if not report.rollup or not last or not last.rollup:
        return False
    before = _leaves(last, site)
    return {name for organ in _leaves(report, site) for name in _before(organ, report.year, site)} != before


def _leaves(report: Report, site: Site) -> set[str]:
    """Give the organs below a roll-up that are none themselves."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = [report]
    while waiting:
        rollup = waiting.pop().rollup
        for organ, _ in rollup.organs if rollup else ():
            part = site.report_by_key.get((organ, report.year))
            if organ in seen:
                continue
            seen.add(organ)
            if part and part.rollup:
                waiting.append(part)
            else:
                found.add(organ)
    return found


def _before(name: str, year: int, site: Site) -> set[str]:
    """Give the organs whose requests an organ took into a year: itself, and those it took over."""
    organ = site.organ_by_id.get(name)
    if not organ:
        return {name}
    taken = {before for change in organ.lineage if change.year == year for before in change.predecessors}
    return taken | ({name} if organ.is_active(year - 1) else set())
