"""Chinese words of claims over a group."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from drafter.languages.claim_words import ClaimWords, Predicate, Yardstick

_DIGITS: Final = {char: number for number, char in enumerate("零一二三四五六七八九十")}
_NUMBER: Final = r"(?:十[一二]|[一二两三四五六七八九十]|1[0-2]|[1-9])"
_CLASSIFIER: Final = r"(?:个|大|家|类|块|路|项|种|款|条|支|只|处|省|级)"

# What a group may be called, and the dimension keys that such a noun may stand for.
_NOUNS: Final = {
    "区域": "区域 大区 地区 片区 区 省区 省份 市场 城市 办事处",
    "大区": "区域 大区 地区 片区",
    "片区": "区域 大区 片区",
    "地区": "区域 地区",
    "市场": "市场 区域 国家",
    "国家": "国家 市场 目的地",
    "省区": "区域 省区 省份",
    "省份": "区域 省份",
    "区": "区域 大区 地区 片区",
    "省": "区域 省份",
    "基地": "基地 区域 工厂 厂区",
    "工厂": "工厂 基地",
    "渠道": "渠道",
    "板块": "板块 业务 部门 产品",
    "业务板块": "板块 业务",
    "业务": "业务 产品 板块",
    "产品线": "产品线 产品 品类",
    "产品": "产品 品类 品种",
    "品类": "品类 产品 类别",
    "品种": "品种 产品",
    "品牌": "品牌 产品",
    "项目": "项目 楼盘",
    "楼盘": "项目 楼盘",
    "门店": "门店 店 网点 店铺",
    "店": "门店 店 店铺",
    "网点": "网点 支行 门店",
    "支行": "支行 网点",
    "分公司": "分公司 区域",
    "子公司": "子公司 区域",
    "办事处": "办事处 区域",
    "线路": "线路 产品",
    "客户": "客户 大客户",
    "行业": "行业 客户",
    "客群": "客群 客户 渠道",
    "客源": "渠道 客源",
    "指标": "指标 产品",
    "部门": "部门",
    "团队": "团队 部门",
    "班组": "班组",
    "酒店": "酒店 门店",
    "用电类别": "类别 用电类别",
    "类别": "类别 品类",
    "组": "组 团队",
    "地": "*",
    "线": "*",
    "路": "*",
    "款": "*",
    "货种": "*",
    "系列": "*",
    "分店": "*",
    "营业部": "*",
}  # fmt: skip
_PLAN: Final = r"(?:计划|目标|任务|预算|指标|进度)"


def _noun(nouns: Mapping[str, str]) -> str:
    """Any of the nouns as a group."""
    longest = sorted(nouns, key=len, reverse=True)
    return r"(?P<noun>" + "|".join(re.escape(noun) for noun in longest) + r")"


def _small_number(text: str) -> int | None:
    plain = text.strip()
    if plain.isdigit():
        return int(plain)
    if plain == "两":
        return 2
    if len(plain) == 2 and plain[0] == "十":
        return 10 + _DIGITS.get(plain[1], 0)
    return _DIGITS.get(plain)


def counts_of(nouns: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    """Counts over groups with these nouns, the fullest form first."""
    noun = _noun(nouns)
    thing = rf"(?:{_CLASSIFIER}?{noun}|{_CLASSIFIER})"
    other = thing.replace("?P<noun>", "?:")
    return (
        re.compile(
            rf"(?P<met>{_NUMBER}){thing}(?:达标|完成(?:计划)?|达成|超计划|超额)[，、,；;]?(?P<missed>{_NUMBER}){other}?(?:未达标|未完成|没完成|未达|没达标|不达标|欠产|欠)"
        ),
        re.compile(
            rf"(?P<grew>{_NUMBER}){thing}?(?:正?增长|上升|升|增|涨)[，、,；;]?(?P<fell>{_NUMBER}){other}?(?:下降|下滑|负增长|降|减|跌)"
        ),
        re.compile(
            rf"(?P<fell>{_NUMBER}){thing}?(?:下降|下滑|负增长|降|减|跌)[，、,；;]?(?P<grew>{_NUMBER}){other}?(?:正?增长|上升|升|增|涨)"
        ),
        re.compile(
            rf"(?:(?P<over>超过?|逾|过)|(?P<under>不足|不到))?(?P<half>半数|一半)(?P<over2>以上)?的?{_CLASSIFIER}?{noun}"
        ),
        re.compile(
            rf"(?:达标|完成(?:月|累计|年)?(?:计划|目标|任务)?|增长|上升|下降|下滑|超计划|超额|欠产|未达标)的(?:就|也)?(?:只有|仅有|仅|只|共有|共|有)(?P<count>{_NUMBER}){thing}"
        ),
        re.compile(
            rf"(?P<of>{_NUMBER}){_CLASSIFIER}?{noun}[中里，,]{{0,2}}(?P<above>{_NUMBER})(?:个|家)?超(?P<below>{_NUMBER})(?:个|家)?(?:欠|亏|降|未)"
        ),
        re.compile(
            rf"(?P<of>{_NUMBER}){_CLASSIFIER}?[^，。；\d]{{0,6}}?{noun}(?:中|里|当中)?[，,]?(?:已|共)?(?:(?P<only>只有|仅有|仅|唯有)|有)?"
            rf"(?P<count>{_NUMBER})(?:个|家|项|类|种|款|块|路)(?!(?:月|百分))"
        ),
        re.compile(
            rf"(?P<of>{_NUMBER}){_CLASSIFIER}?[^，。；\d]{{0,8}}?{noun}[^，。；\d]{{0,6}}?(?P<every>全部|全都|均为|均|都|悉数|全线|皆)"
        ),
        re.compile(
            rf"(?P<of>{_NUMBER})(?:大|类|块|路|条|家|个)[^，。；\d]{{1,6}}?(?P<every>全部|全都|都)(?=[^，。；]{{0,8}}(?:超|完成|达标|增|升|降|跌))"
        ),
        re.compile(rf"(?P<every>所有|各|全部){_CLASSIFIER}?{noun}(?:全部|均为|均|都)"),
        re.compile(rf"(?P<none>没有一{_CLASSIFIER}|无一){noun}?"),
        re.compile(rf"(?P<unique>唯一)(?:一{_CLASSIFIER})?"),
        re.compile(rf"(?:(?P<only>只有|仅有|仅)|有)(?P<count>{_NUMBER})(?:个|家|项|类|种|款){noun}?(?=[^，。；\d]{{0,10}}(?:达标|完成|超|增长|下降|未|正增长|负增长))"),
        re.compile(rf"(?<!第)(?P<count>{_NUMBER})(?:个|家|项|类|种|款){noun}(?![中里之])(?=[^，。；\d]{{0,10}}(?:达标|完成计划|超额|超计划|未完成|未达|正增长|负增长|增长的|下降的))"),
        re.compile(rf"(?<!第)(?P<of>{_NUMBER}){_CLASSIFIER}{noun}"),
        re.compile(rf"(?<!第)(?P<of>{_NUMBER})(?:区|店|基地|板块|支行)(?=合计|中|之|均|全|都)"),
    )  # fmt: skip


def ranks_of(nouns: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    """Places in groups with these nouns."""
    noun = _noun(nouns)
    return (
        re.compile(rf"(?:排名?|位列|位居|名列|列|居|并列)(?P<last>倒数)?第(?P<place>{_NUMBER})(?:位|名)?|(?P<last2>倒数)第(?P<place3>{_NUMBER})"),
        re.compile(
            rf"(?:增速|增幅|涨幅|降幅|跌幅|完成率|达成率|规模|体量|占比|总量|销量|缺口|贡献)[^，。；\d]{{0,4}}?第(?P<place>{_NUMBER})(?:位|名)?(?![一二三四五六七八九十\d方季次批期个大页轮代])"
        ),
        re.compile(rf"第(?P<place2>{_NUMBER})大(?:{noun})?"),
        re.compile(r"(?P<top>之冠|居冠|夺冠|之首)"),
        re.compile(r"(?:排名|位|位居|居|排|列|均居)[^，。；\d]{0,8}?(?:之)?(?P<top>首位|首|第一|榜首|前列(?!))(?:位)?|(?P<top2>领跑|领先)"),
        re.compile(r"(?:排名|位|位居|居|排在|排|列)[^，。；\d]{0,8}?(?:之)?(?P<bottom>末位|末|最后|垫底)|(?P<bottom2>垫底)"),
        re.compile(r"(?P<top3>最高|最大|最快|最多|最好|最强)|(?P<bottom3>最低|最小|最慢|最少|最差|最弱)"),
    )  # fmt: skip


CLAIM_WORDS: Final = ClaimWords(
    counts=counts_of(_NOUNS),
    count_start=re.compile(rf"{_NUMBER}|半数|超|逾|过|不足|不到|达标|完成|增长|上升|下降|下滑|超|欠产|未达|所有|各|全部|没有|无|唯|只|仅|有"),
    predicates=(
        (Predicate.TWO_DIGITS, re.compile(r"两位数(?:的)?(?:增长|增幅|增速)")),
        (Predicate.MISSED, re.compile(rf"未(?:能)?(?:完成|达标|达到|达成|过)|没(?:有)?(?:完成|达标)|欠(?:计划|产)?|不达标|低于{_PLAN}|落后|缺口")),
        (Predicate.ABOVE, re.compile(rf"超额|超过[^，。；]{{0,6}}{_PLAN}|超{_PLAN}|高于{_PLAN}|提前完成|超产|超(?=欠|\d)")),
        (Predicate.MET, re.compile(rf"达标|完成|达成{_PLAN}|达到{_PLAN}|过线")),
        (Predicate.FELL, re.compile(r"下降|下滑|负增长|减少|回落|降低|走低|萎缩|下跌")),
        (Predicate.GREW, re.compile(r"增长|上升|提升|提高|增加|正增长|上涨|增|攀升|走高|升高")),
        (Predicate.WORSE, re.compile(r"恶化|变差|转差|走弱")),
        (Predicate.BETTER, re.compile(r"改善|好转|优化|向好|好于|优于")),
    ),
    fillers=re.compile(
        r"有所|略有|略|小幅|大幅|稍有|稍|明显|显著|继续|持续|仍然|依然|仍|依旧|也|均|都|已|已经|实现|出现|呈现|呈|较|相比|相较|比|与|和|的|了|为|是|在|再|又|"
        r"稳步|同时|双双|保持|则|却|但|而|且|总体|整体|水平|数|值|态势|趋势|势头|情况|方面|有|一定|进一步|幅度|略微|轻微|不小|一些|全面"
    ),
    ranks=ranks_of(_NOUNS),
    alone_after=re.compile(r""),
    alone_before=re.compile(r""),
    judging=re.compile(r"最好|最差|最优|最佳|最强|最弱"),
    beside=(re.compile(r"仅次于$|紧随$|紧跟$"),),
    over=re.compile(r"(?:超过|超越|赶超|反超|高于|大于|多于|领先于?|快于|强于|胜过)了?$"),
    under=re.compile(r"(?:低于|小于|少于|不及|慢于|落后于?|弱于|逊于|不如)了?$"),
    yardsticks=(
        (Yardstick.GAP, re.compile(r"缺口|差额|差得|欠得|欠产")),
        (Yardstick.FALL, re.compile(r"降幅|跌幅|下降|下滑|减幅")),
        (Yardstick.ATTAINMENT, re.compile(r"完成率|达成率|进度|完成(?!量|额)")),
        (Yardstick.GROWTH, re.compile(r"增幅|增速|增长|升幅|提升|提高|同比|环比|涨幅|最快|最慢")),
        (Yardstick.LEVEL, re.compile(r"大|总量|规模|体量|占比|主力|量|额|收入")),
        (Yardstick.ANY, re.compile(r"最|第|首|末|领")),
    ),
    nouns=_NOUNS,
    only=re.compile(r"(?:只有|仅有|唯有|仅)"),
    names_next=re.compile(r"的?(?:仍|依然)?(?:是|为|在)"),
    others=re.compile(r"其余|其他|另外|另|剩余|余下|新增|新开|前(?=[一二两三四五六\d])|最大的?(?=[一二两三四五六\d])"),
    small_number=_small_number,
    months_gone=re.compile(rf"前(?P<months>{_NUMBER})个?月|(?<![\d一二三四五六七八九十前后余])(?P<months2>{_NUMBER})个?月(?=累计|合计|共计|下来)"),
    months_left=re.compile(rf"(?:后|剩余|剩下|余下|接下来|未来|最后)的?(?P<months>{_NUMBER})个月|(?P<months2>{_NUMBER})个月(?:月均|每月)"),
    span=re.compile(
        r"(?<!\d)(?P<first>1|一)月?\s*[—–\-~～至到]{1,2}\s*(?P<last>1[0-2]|[2-9]|十[一二]|[二三四五六七八九十])月(?!\s*\d{1,2}\s*日)"
        r"|(?:截至|截止|截止到|到|至)(?P<last2>1[0-2]|[1-9]|十[一二]|[一二三四五六七八九十])月(?:底|末|份)?(?=[，,]?(?:累计|已|共))"
    ),
    parts_of_year=(
        (re.compile(r"(?:首|第?一|1)季度|首季|[qQ]1"), 3),
        (re.compile(r"上半年|前两个?季度|(?<![下后])半年(?=累计)"), 6),
        (re.compile(r"前三个?季度"), 9),
    ),
    opens_period=re.compile(r"[\s\W]*$"),
    streaks=(
        re.compile(rf"连续第?(?P<months>{_NUMBER})个?月(?:份)?|连续(?P<months2>{_NUMBER})(?:连[增升涨降跌]|个月)|(?P<months3>{_NUMBER})连[增升涨降跌]"),
    ),
)  # fmt: skip
