"""Names of indicators."""

import re
import unicodedata

_COUNTING = re.compile(r"全市|全省|全区|累计|建成|建设|实现|达到|提高|提升|控制|培育|打造|完成|数量|总数|总量|个数|力争|将|使|到$|在$|至$")
_SET_UP = re.compile(r"^(?:滚动|组织|统筹|集中)?(?:安排|实施|推进)(?=[^，]{3})")
"""Verbs with which one year's plan and another year's review tell of the same: 安排重点项目, 实施重点项目."""
_LEADING = re.compile(r"^.*[:：]|^[一二三四五六七八九十]+是")
_NEUTRAL = re.compile(r"^各类|已经|已有?|^有|目前|现有|争取|推动|推进|每年度?|大?约|共有|共计|工作|稳定|保持|(?<=率)降|总体|的|[\W_]")
_NUMBER_OF = re.compile(r"(?<=..)(?<![人户次指天系倍岁参少多级分函整常基总])数$")
"""That a table counts a thing (智能水表累计数); 人数 and 指数 are things by themselves."""
_GENERIC = re.compile(
    r"具有|示范性?|带动性?|标杆|典型|优秀|优质|重点|主要|重大|创新|应用|场景|企业|公司|平台|项目|系统|数据|信息|领域|服务|用户|注册|设备|设施|终端|"
    r"数字化|智能化|信息化|数字|智能|智慧|产品|成果|案例|基地|中心|园区|点位|事项|任务|活动|人员|人次|技术|资源|要素|汇聚|归集|接入|覆盖|新增|"
    r"新建|投资|资金|规模|总额|金额|营业|收入|增长|增速|比重|占比|比例|满意|准确|合格|及时|完成|使用|平均|面积|数|率|度|量|等|和|与|及|各类|各|类|全|"
    r"强|广|性|年"
)
_NAMED = re.compile(r"[^\W\d_a-z]{2}")


def core_subject(subject: str) -> str:
    """An indicator's name without the words that only say that it is counted or raised: 全市建成5G基站 -> 5G基站."""
    return _SET_UP.sub("", _COUNTING.sub("", subject)) or subject


def indicator_name(subject: str) -> str:
    """What two subjects must have in common to name one indicator, whatever verbs and marks they are set in: 全市已建成“云泊通”泊位 -> 云泊通泊位."""
    plain = _LEADING.sub("", unicodedata.normalize("NFKC", subject))
    return _NUMBER_OF.sub("", _NEUTRAL.sub("", core_subject(_NEUTRAL.sub("", plain))))


def names_one_thing(name: str) -> bool:
    """Whether an indicator's name says what is counted by itself: 5G基站 does, 应用场景 and 覆盖率 are of whatever the heading names."""
    return bool(_NAMED.search(_GENERIC.sub(" ", name)))
