"""Words to tell a person's name by, and words that begin like one and are none."""

from __future__ import annotations

import re

from gongkai.model.pattern import pattern

# The commonest family names, and those that begin many other words too (陈述, 高度, 许可).
SURNAMES = (
    "王李张刘杨赵黄吴徐孙郭林罗郑梁谢宋唐韩冯邓曹彭肖董袁潘蒋蔡杜魏苏吕丁沈姚卢"
    "姜崔谭陆汪范廖贾韦邱薛阎熊孟秦邹侯邵郝龚闫尹赖"
)
AMBIGUOUS = "陈周马朱胡何高余叶田程任方石史顾龙万段雷钱汤黎易常武乔贺文曾傅钟夏戴于樊兰江白毛金"
DOUBLE = "欧阳|司马|上官|诸葛|夏侯|皇甫|令狐|慕容|尉迟|长孙|司徒|端木|公孙|宇文|呼延"

# Not in a given name: what stands for a name (王某), and characters that make another word of it.
NO_GIVEN = pattern(
    "[某等的是在有为已未应可需不无和与或及述情诉词务政民众府局委厅院所村镇乡县市省区街组会司厂店校户队部门单位]"
)
NO_NAMES = frozenset(
    re.findall(
        "..",
        "高度高效高校高管马上许可程序程度方面方式方法方案方便金额金融周边周围周期周知何时"
        "何种何处何人任何任意任务文件文书文本文化文字史料余额余下常用常见常住武装白天毛病"
        "于是于此顾虑石材钱款龙头江河贺信易于叶子张贴李子黄色黄河黄金林地林业林木林权杨树"
        "苏州苏北宋体唐代韩国郑重郑州梁柱谢意谢绝汪洋范围范本范例陆路陆地徐州徐徐沈阳丁香"
        "孙子孙女王牌王国罗列杜绝秦岭熊猫贾汪姜黄邓州曹县彭州吴江潘家蔡甸董事",
    )
)
