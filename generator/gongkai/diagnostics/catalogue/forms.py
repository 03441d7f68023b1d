"""D9xx: the definition of a form itself."""

from gongkai.diagnostics.catalogue.rule import ERROR, entry

RULES = (
    entry(
        "D901",
        "form-shape",
        ERROR,
        ("格式定义有误", "Form is not well defined"),
        ("格式定义有误：{detail}", "The form is not well defined: {detail}"),
        ("参照自带的 cn-2021 格式改正", "Compare it with the shipped form cn-2021"),
    ),
    entry(
        "D902",
        "form-identity",
        ERROR,
        ("勾稽关系写法不对", "Identity is not well written"),
        ("勾稽关系“{found}”写法不对：{detail}", "The identity “{found}” is not well written: {detail}"),
        (
            "写作“甲 + 乙 = 丙”，每边是若干行或列的标识相加",
            "Write “a + b = c”: ids of rows or columns, added up on each side",
        ),
    ),
    entry(
        "D903",
        "form-unknown-id",
        ERROR,
        ("勾稽关系提到不存在的行或列", "Identity names an unknown row or column"),
        (
            "勾稽关系提到的“{id}”不在表“{table}”中",
            "The identity names “{id}”, which the table “{table}” does not have",
        ),
        ("{advice}", "{advice}"),
    ),
    entry(
        "D904",
        "form-doubled-id",
        ERROR,
        ("格式中标识重复", "Id given twice in a form"),
        ("标识“{id}”在这里第二次出现", "The id “{id}” is given here a second time"),
        ("同一层的标识各不相同", "Ids on one level must differ"),
    ),
    entry(
        "D905",
        "form-unknown-table",
        ERROR,
        ("部分提到不存在的表", "Section names an unknown table"),
        ("部分提到的表“{id}”没有定义", "The section names the table “{id}”, which is not defined"),
        ("{advice}", "{advice}"),
    ),
    entry(
        "D906",
        "form-doubled",
        ERROR,
        ("格式重名", "Two forms with one id"),
        ("已有名为“{form}”的格式", "There is a form “{form}” already"),
        ("换一个标识；自带的格式不能改写", "Choose another id; the shipped forms cannot be replaced"),
    ),
    entry(
        "D907",
        "form-unknown-rule",
        ERROR,
        ("勾稽关系提到不存在的规则", "Identity names an unknown rule"),
        (
            "“{id}”不是勾稽关系可用的规则",
            "“{id}” is no rule that an identity can be a case of",
        ),
        ("{advice}", "{advice}"),
    ),
)
