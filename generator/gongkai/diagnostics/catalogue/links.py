"""D5xx: links and publication."""

from gongkai.diagnostics.catalogue.rule import ERROR, INFO, WARNING, entry

RULES = (
    entry(
        "D501",
        "empty-topic",
        INFO,
        ("栏目没有内容", "Column without items"),
        (
            "栏目“{title}”{more}没有内容，未生成页面",
            "No items, so not published: the column “{title}”{more}",
        ),
        (
            "放入文章后会自动出现；空栏目不公开",
            "It will appear once it has an article; empty columns are not published",
        ),
    ),
    entry(
        "D502",
        "broken-link",
        ERROR,
        ("链接没有目标", "Link leads nowhere"),
        ("链接“{href}”在本站没有目标", "The link “{href}” leads nowhere in this site"),
        (
            "写目标文件相对于本文件的路径，如 ../pages/guide.md；站外链接写完整网址",
            "Give the target's path from this file, e.g. ../pages/guide.md, or a complete address outside",
        ),
    ),
    entry(
        "D503",
        "output-collision",
        ERROR,
        ("会覆盖别人的文件", "Would overwrite another's file"),
        (
            "“{path}”处已有不是 gongkai 写的文件，没有覆盖",
            "At “{path}” stands a file that gongkai did not write; it was left alone",
        ),
        (
            "移走该文件，或用 --output 换一个文件夹",
            "Move that file away, or choose another folder with --output",
        ),
    ),
    entry(
        "D504",
        "output-refused",
        ERROR,
        ("无法写入输出文件夹", "Output cannot be written"),
        ("无法写入“{path}”：{detail}", "“{path}” cannot be written: {detail}"),
        (
            "检查权限、磁盘空间和是否有另一个 gongkai 在运行；原有网站保持不变",
            "Check permissions, disk space and other running builds; the site that was there is unchanged",
        ),
    ),
    entry(
        "D505",
        "unknown-theme",
        ERROR,
        ("没有这个主题", "No such theme"),
        ("没有名为“{theme}”的主题", "There is no theme “{theme}”"),
        (
            "改为 default，或在 themes/{theme}/ 下建立自己的主题",
            "Write default, or make a theme of your own in themes/{theme}/",
        ),
    ),
    entry(
        "D506",
        "unknown-cell",
        ERROR,
        ("没有这个单元格", "No such cell"),
        ("报告格式 {form} 中没有单元格“{cell}”", "The form {form} has no cell “{cell}”"),
        ("{advice}", "{advice}"),
    ),
    entry(
        "D507",
        "address-clash",
        ERROR,
        ("两页同一网址", "Two pages with one address"),
        ("此页与另一页的网址相同：{path}", "This page has the same address as another: {path}"),
        (
            "给其中一个文件或文件夹改名",
            "Rename one of the files or folders",
        ),
    ),
    entry(
        "D508",
        "theme-template",
        ERROR,
        ("主题模板有误", "Mistake in a theme's template"),
        ("{detail}", "{detail}"),
        ("改正此模板；删去它则用自带的主题", "Mend the template, or remove it to use the shipped theme"),
    ),
    entry(
        "D509",
        "no-reports",
        WARNING,
        ("还没有年度报告", "No report yet"),
        ("站点里还没有年度报告", "The site has no annual report yet"),
        ("用“gongkai new report 机关 年度”新建一份", "Make one with “gongkai new report ORGAN YEAR”"),
    ),
)
