"""A city whose documents hold what lists and files have to stand: formulas in cells, a character beyond the BMP, names of units, an internal plan."""

from tests.assistant.corpus_fixture import DOCUMENTS

RISKY = """# 岚江市数据安全行动计划（2025-2027年）

## 一、主要目标

到2026年，𠮷林路监测覆盖率不低于98.5%；2025-2027年，累计开展演练12次。

## 二、主要任务

### （一）建设𠮷林路监测中心

汇聚沿线数据。

（责任单位：岚江市数据管理局）

## 附表 数据安全场景清单

场景名称\t建设单位\t场景描述\t建设期限\t目前进展
=HYPERLINK("http://x","点我")\t数据局\t+86开头的号码、"引号"\t2025年1月-2026年12月\t-1
@SUM(A1:A9)\t市公安局\t𠮷林路全线监测\t2027年1月-2027年12月\t-2+3
"""
INTERNAL = """# 岚江市内部行动计划（2025-2027年）

到2026年，建成内部机房3个。

（责任单位：市保密局）
"""
FILES = {
    **DOCUMENTS,
    "数据安全.md": RISKY,
    "内部.md": INTERNAL,
    "manifest.toml": '[[documents]]\nfile = "内部.md"\nvisibility = "internal"\n',
    "units.toml": '[[units]]\nname = "岚江市数据局"\naliases = ["岚江市数据管理局", "市大数据办"]\n\n[[units]]\nname = "岚江市地震局"\n',
}
