"""The words around a number that decide how it is read: counted or named, year, score, proportion."""

from __future__ import annotations

import re
from typing import Final

_COUNTED_BY_TWO: Final = re.compile(
    "|".join(
        # Measure words of things, people and actions.
        "个 位 名 人(?!转|世) 口 户 家 只 头 匹 条 根 支 枝 把 张 片 块 颗 粒 棵 株 朵 本 册 部 篇 首 句 段 幅 封 份 "
        "件 套 双 对 副 座 栋 幢 间 所 处 台 架 辆 艘 列 趟 遍 场 阵 顿 种 类 样 项 门 道 笔 批 组 群 伙 股 层 面 杯 "
        "瓶 碗 盘 盒 箱 包 袋 桶 枚 发 节 集 则 例 起 桩 针 剂 页 步 圈 局 轮 声 拳 餐 室 厅 卫 站 桌 床 堂 届 课 "
        "代人 次(?!元|方|函数|曲线|生) 季(?!度) 回 "
        # Time, money, length, area, weight, measure.
        "年(?!级) 天 周 秒 小时 昼夜 分 点 刻钟 元(?!化|论|函数|方程|一次|二次) 角 毛 美元 欧元 日元 港元 英镑 "
        "米 里 公里 千米 厘米 毫米 微米 纳米 公分 海里 英里 英尺 英寸 光年 尺 丈 公斤 千克 斤 克(?!隆) 吨 毫克 公顷 "
        "平方 立方 亩 升 毫升 摄氏度 度 千瓦 兆瓦 岁 倍 成 "
        # Nouns that are counted as they stand, and parts of a pair.
        "国 省 市 县 州 岸 校 院 村 镇 乡 地 会 方 派 党 军 边 端 侧 旁 翼 极 者 大(?!学|队) 重 连冠 连胜 连败".split()
    )
)
_DESIGNATED_AFTER: Final = re.compile(
    "号?(?:室|房|客房|包间)|国道|省道|县道|次列车|次航班|航班|路公交|路车|热线|服务热线|报警|指挥中心|急救|客服|晚会"
)
_DESIGNATED_BEFORE: Final = re.compile(
    "(?:(?:区号|电话|手机|座机|总机|分机|传真|专线|热线|拨打|拨通|致电|火警|匪警|邮编|邮政编码|账号|帐号|卡号|学号|工号|警号|群号|单号|编号|代码|尾号|"
    '房间|车牌|航班|密码|验证码|代号|国道|波音|QQ)(?:号码|号)?(?:是|为)?[:：“"]? ?'
    # What was named before with the same word: 拨打110、119或120, 总机…转….
    "(?:[0-9][0-9-]*(?:[、，,/]|和|或|及|与|转)?)*|[(（]0[0-9]{2,3}[)）] ?)$"
)
# Programmes, campaigns and emergency numbers that are known by their digits, with what follows then.
_NAMED: Final = {
    number: re.compile(after)
    for numbers, after in (
        ("211 985", "工程|高校|大学|院校|名校|[、/和及]?(?:985|211)"),
        ("863 973", "计划|项目"),
        ("996", ""),
        ("315", "晚会"),
        ("911", "事件|恐怖|恐袭|袭击"),
        ("618", "大促|购物|促销|活动|期间|年中|电商"),
        ("110 119 120 122", "火警|报警|消防|急救|电话|指挥|平台|热线|中心|救护"),
    )
    for number in numbers.split()
}
# Telephone numbers of public services: named by their digits unless they count something.
_SERVICES: Final = frozenset(
    "10010 10086 12123 12301 12306 12315 12320 12333 12345 12348 12355 12366 12369 12388 12393 95598 96110".split()
)
_YEAR: Final = re.compile("(?:1[0-9]|20|21)[0-9]{2}")
_YEARLY_AFTER: Final = re.compile(
    "年(?!多|余|来|的?历史|的?文明|以上|左右|之久)|届|级|版(?!本)|款|财年|赛季|"
    "(?:[、，,]|和|与|至|到|及)(?:1[0-9]|20|21)[0-9]{2}(?:年|[两三四五]年)"
)
_BRACKETS: Final = {"〔": "〕", "[": "]", "(": ")", "（": "）"}
_YEARS_TOGETHER: Final = (re.compile("(?:1[0-9]|20|21)[0-9]{2}(?:[、，,]|和|与|及)$"), re.compile("[两三四五]年"))
_ERA_BEFORE: Final = re.compile("(?:公元|公元前|民国|西元)$")
_ORDINAL: Final = re.compile("第(?:[0-9]+(?:[、，,]|和|与|至|到|及))*$")
_HEIGHT_BEFORE: Final = re.compile("[0-9]米$")
_DEGREES: Final = re.compile("度|摄氏度|华氏度")
_COHORT: Final = re.compile("后(?!来|面|方|期|续|天|果|者|半)")
_SCORE: Final = re.compile(
    "比分|战胜|击败|战平|险胜|力克|完胜|负于|不敌|大胜|逼平|取胜|胜出|告负|获胜(?!率)|领先(?!水平|地位|优势|企业)"
)
_PROPORTION_BEFORE: Final = re.compile("(?:比例|之比|配比|比值|比率|比)(?:约|大约|接近)?(?:为|是|达|达到|即)?$")
_ROMAN_AFTER: Final = re.compile("型|期|级|类|度|部|号|代|区|卷")


def takes_two(before: str, after: str) -> bool:
    """Whether a lone 2 between ``before`` and ``after`` is said liǎng: it counts something and is no ordinal."""
    return _COUNTED_BY_TWO.match(after) is not None and not is_ordinal(before)


def is_ordinal(before: str) -> bool:
    """Whether what stands before makes a number an ordinal: 第2, and the 2 of 第1、2名."""
    return _ORDINAL.search(before) is not None


def is_designation(number: str, before: str, after: str) -> bool:
    """Whether the words around ``number`` make it a telephone, room, flight or road number, or a name."""
    counted = _COUNTED_BY_TWO.match(after) is not None
    if _DESIGNATED_AFTER.match(after) or (_DESIGNATED_BEFORE.search(before) and not counted):
        return True
    if number in _NAMED:
        return _NAMED[number].match(after) is not None
    return number in _SERVICES and not counted


def is_year(number: str, before: str, after: str) -> bool:
    """Whether the words around ``number``, which has no 年 in its token, make it a year: 2023 before 年底, 〔2022〕."""
    if _ERA_BEFORE.search(before) and after.startswith("年"):
        return True
    if not _YEAR.fullmatch(number):
        return False
    bracketed = before[-1:] in _BRACKETS and after[:1] == _BRACKETS[before[-1:]]
    first, last = _YEARS_TOGETHER
    together = first.search(before) is not None and last.match(after) is not None
    return bracketed or together or _YEARLY_AFTER.match(after) is not None


def is_temperature(after: str) -> bool:
    """Whether what follows makes a number a temperature."""
    return _DEGREES.match(after) is not None


def is_cohort(after: str) -> bool:
    """Whether what follows makes two digits a generation: 90后."""
    return _COHORT.match(after) is not None


def is_part_of_a_metre(before: str) -> bool:
    """Whether what stands before makes two digits centimetres, said one by one: 1米75."""
    return _HEIGHT_BEFORE.search(before) is not None


def is_score(before: str, after: str) -> bool:
    """Whether the words around make two numbers the score of a game."""
    return _SCORE.search(before[-12:]) is not None or _SCORE.search(after[:12]) is not None


def is_proportion(before: str, after: str) -> bool:
    """Whether what looks like a clock time is a proportion or a score."""
    return _PROPORTION_BEFORE.search(before) is not None or is_score(before, after)


def is_roman(after: str) -> bool:
    """Whether what follows makes letters such as II a Roman numeral."""
    return _ROMAN_AFTER.match(after) is not None
