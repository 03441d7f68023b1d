"""D5xx: dates of publication, archives, exceptions."""

from gongkai.diagnostics.catalogue.rule import ERROR, WARNING, entry

RULES = (
    entry(
        "D510",
        "published-in-future",
        ERROR,
        ("公开日期在今天之后", "Published in the future"),
        (
            "公开日期“{found}”在今天（{today}）之后",
            "The date of publication “{found}” is later than today ({today})",
        ),
        (
            "写实际公开的日期；还没有公开的，先不写这一项",
            "Give the day of publication; leave it out until there is one",
        ),
    ),
    entry(
        "D511",
        "published-too-early",
        ERROR,
        ("公开日期早于年度结束", "Published before the year was over"),
        (
            "公开日期“{found}”在{year}年度结束之前，这份报告报的是{year}年全年",
            "The date of publication “{found}” is before the end of {year}, the year reported on",
        ),
        (
            "核对公开日期和年度，多半是年份少写了一年",
            "Check date and year: most often the year of the date is one too low",
        ),
    ),
    entry(
        "D512",
        "published-late",
        WARNING,
        ("公布晚于条例规定的日期", "Published after the Regulation's date"),
        (
            "{found} 公布，晚于条例规定的 {latest}",
            "Published on {found}, after {latest}, the day set by the Regulation",
        ),
        (
            "核对日期；确实晚了的照实写，可用 accept 写明原因",
            "Check the date; if it was late leave it so, and say why with accept",
        ),
        acceptable=True,
    ),
    entry(
        "D513",
        "year-without-report",
        WARNING,
        ("年份之间缺报告", "Year without a report"),
        ("{organ}缺少 {years} 年度的报告", "{organ} has no report on {years}"),
        (
            "用“gongkai new report {id} {year}”补上；没有的，在下一份报告写 accept，或在名录写 to",
            "“gongkai new report {id} {year}”; or accept in the next report, or to in the register",
        ),
        acceptable=True,
    ),
    entry(
        "D514",
        "review-missing",
        ERROR,
        ("没有公开前审查的记录", "No record of a review"),
        (
            "本站要求每份报告写明公开前的审查（site.yaml 的 required），这里没有",
            "This portal asks every report for its review (required in site.yaml); there is none here",
        ),
        (
            "写 review: {{reviewer: 审查人, date: 日期, conclusion: 结论}}",
            "Write review: {{reviewer: who, date: day, conclusion: outcome}}",
        ),
    ),
    entry(
        "D515",
        "accept-stale",
        WARNING,
        ("例外说明已不适用", "Exception that excuses nothing"),
        (
            "accept 中 {code}（{about}）没有对应的问题",
            "The accept of {code} ({about}) speaks of no problem that is there",
        ),
        ("{advice}", "{advice}"),
    ),
    entry(
        "D516",
        "accept-twice",
        ERROR,
        ("两条例外说明相抵触", "Two exceptions for one thing"),
        ("{code} 在这里又说明了一次", "{code} is excused here once more"),
        (
            "同一处只留一条；几处各有理由的，每条用 cell 或 text 写明是哪一处",
            "Keep one for each place; where places have their own reasons, name each by cell or text",
        ),
    ),
    entry(
        "D517",
        "accept-impossible",
        ERROR,
        ("例外说明不成立", "Exception that cannot be"),
        ("这一条 accept 不成立：{detail}", "This accept cannot be: {detail}"),
        ("{advice}", "{advice}"),
    ),
    entry(
        "D518",
        "review-after-publication",
        WARNING,
        ("审查日期晚于公开", "Reviewed after publication"),
        (
            "审查日期“{found}”在 {latest} 之后，审查应在公开之前",
            "The review is dated “{found}”, after {latest}; it comes before publication",
        ),
        ("核对审查日期和公开日期", "Check the dates of review and publication"),
    ),
)
