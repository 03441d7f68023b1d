"""D6xx: personal data and marks of secrecy."""

from gongkai.diagnostics.catalogue.rule import ERROR, INFO, WARNING, entry

RULES = (
    entry(
        "D640",
        "identity-card",
        ERROR,
        ("有身份证号", "Identity card number"),
        (
            "这里有一个身份证号（{found}）：{why}",
            "Here stands the number of an identity card ({found}): {why}",
        ),
        (
            "删去它，注释和文件名里的也要删；要指明某人，写“王某”即可",
            "Take it out, from comments and file names too; the family name is enough to speak of somebody",
        ),
    ),
    entry(
        "D641",
        "mobile-number",
        ERROR,
        ("有手机号", "Mobile number"),
        ("这里有一个手机号（{found}）", "Here stands a mobile number ({found})"),
        (
            "删去它；是机关对外公布的电话的，写明“联系电话：……”，最好改用座机",
            "Take it out; where an office publishes it, say before it that it is the telephone to call",
        ),
    ),
    entry(
        "D642",
        "contact-mobile",
        WARNING,
        ("联系电话是手机号", "Mobile number as a contact"),
        ("联系方式用的是手机号（{found}）", "The contact is a mobile number ({found})"),
        (
            "改用办公座机；确为对外公布的工作号码的，用 accept 写明理由",
            "Give the office's landline; if it is a published number of the office, excuse it with accept",
        ),
        acceptable=True,
    ),
    entry(
        "D643",
        "bank-card",
        ERROR,
        ("有银行卡号", "Bank card number"),
        (
            "这里有一个银行卡号（{found}）：发卡机构代码和校验位都对得上",
            "Here stands the number of a bank card ({found}): issuer and check digit fit",
        ),
        ("删去它，注释和文件名里的也要删", "Take it out, from comments and file names too"),
    ),
    entry(
        "D644",
        "named-person",
        WARNING,
        ("写了当事人的姓名", "Person named"),
        ("“{who}”后面像是真实姓名（{found}）", "After “{who}” stands what looks like a name ({found})"),
        (
            "改为“王某”这样的写法；依法可以公开姓名的，用 accept 写明理由",
            "Write the family name only; where the name may be published, excuse it with accept",
        ),
        acceptable=True,
    ),
    entry(
        "D645",
        "home-address",
        WARNING,
        ("像是住址", "Address of a home"),
        ("“{found}”写到了门牌，像是个人住址", "“{found}” names a door: it looks like somebody's home"),
        (
            "只写到街道或小区；是机关地址的，写明“地址：……”",
            "Stop at the street; where it is an office's, say before it that it is the address",
        ),
        acceptable=True,
    ),
    entry(
        "D646",
        "personal-mail",
        INFO,
        ("邮箱在公共邮件服务上", "Mail address at a public service"),
        ("“{found}”是公共邮件服务的邮箱", "“{found}” is an address at a public mail service"),
        (
            "是工作邮箱的，可以保留；是个人的，删去或换成单位邮箱",
            "Keep it if it is the office's; if it is a person's, take it out or give the office's own",
        ),
        acceptable=True,
    ),
    entry(
        "D647",
        "doubtful-number",
        WARNING,
        ("像是证件号、手机号或卡号", "Number that may be personal"),
        (
            "“{found}”像是身份证号、手机号或银行卡号，单凭数字定不了",
            "“{found}” may be an identity card, a mobile or a bank card; the digits alone do not tell",
        ),
        (
            "是个人信息的，删去；是编号的，前面写明“编号：”",
            "Take it out if it is personal; if it numbers a thing, say so right before it (see explain)",
        ),
        acceptable=True,
    ),
    entry(
        "D650",
        "secrecy-mark",
        ERROR,
        ("有密级标志", "Mark of secrecy"),
        ("“{found}”是密级标志", "“{found}” is a mark of secrecy"),
        (
            "停止公开，报本机关保密工作机构核查；误写的，删去",
            "Do not publish; have the officer for secrecy look at it. If written in error, take it out",
        ),
    ),
    entry(
        "D651",
        "internal-mark",
        WARNING,
        ("有内部资料标志", "Mark of internal use"),
        ("“{found}”标明此件不对外", "“{found}” marks this as not for the public"),
        (
            "核实能否公开：能公开的，删去标志；不能的，撤下内容",
            "Find out whether it may be published: if so remove the mark, if not the text",
        ),
        acceptable=True,
    ),
)
