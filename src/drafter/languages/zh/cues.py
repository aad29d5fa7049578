"""Chinese cue words."""

from __future__ import annotations

import re
from typing import Final

from drafter.figures.period import Period
from drafter.languages.cues import CueBook, CueKind, set_against

_NUMERALS: Final = {
    name: number
    for number, name in enumerate(
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], start=1
    )
}
_MONTH: Final = re.compile(
    r"(?P<which>去年|上年|今年|本年|明年|\d{4}年)?(?<![\d—–\-~～至、到])(?P<month>1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])月"
    r"(?:份|末|底|当月)?(?!\s*\d{1,2}\s*[日号])(?![上中下]旬|初|[一二三四五六七八九十]{1,3}[日号]|度|均|[—–\-~～至、])"
)


def _read_month(match: re.Match[str], period: Period) -> CueKind | None:
    written = match["month"]
    month = int(written) if written.isdigit() else _NUMERALS[written]
    which = match["which"]
    if which in ("去年", "上年"):
        return set_against(month, period.year - 1, period)
    if which in ("今年", "本年"):
        return set_against(month, period.year, period)
    if which == "明年":
        return CueKind.FUTURE
    if which:
        return set_against(month, int(which[:4]), period)
    return set_against(month, None, period)


_PATTERNS: Final = (
    (CueKind.PRIOR_YEAR, r"累计同比|同比|(?:比|较|与)?(?:去年|上年)(?:同期|同月|当月|同月份)?|上一?年度?|同期"),
    (CueKind.PRIOR_MONTH, r"环比|上个?月(?:末|底|份)?|前一?个?月(?!份)|月环比"),
    (CueKind.ELAPSED, r"时间进度|序时进度|时序进度|时间过半|日历进度"),
    (CueKind.YTD, (r"年累计|累计|今年以来|年初至今|年初以来|(?:1|一)\s*月?\s*[—–\-~～至到]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|末)?"
     r"|前\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*个?(?:月|季度)|上半年|前三季度|首季|全年(?=累计|完成)|前三个季度|第?一季度|截至|截止|至\d{1,2}月底")),
    (CueKind.FUTURE, r"下个?月|次月|下半年|下季度|明年|下一?步|下年度?|后续"),
    (CueKind.WHOLE_YEAR, r"全年|年度(?!累计)|年计划|年目标|年任务|年初(?:目标|计划)|年进度"),
    (CueKind.CURRENT, r"本月|当月|该月|单月|月度|月计划|当期|本期"),
    (CueKind.MONTHLY, r"月均|每月|平均每月|月平均|每个月"),
    (CueKind.NOT, r"未能|未达|没有|没能|尚未|未(?=完成|达|能|到)|不(?=足|达)"),
    (CueKind.CONDITIONAL, r"若|如果|假如|倘若|计入|剔除|扣除"),
    (CueKind.ATTAIN, r"完成率|达成率|达标率|完成(?!量|额|后|数)|达成|兑现率|执行率|完成度|实现率|进度(?!计划)"),
    (CueKind.ABOVE, r"超额|超过|超出|超(?!市|额|级|过|出|期|时)|高于|多于|高出|快于|突破|溢出|盈余|超收"),
    (CueKind.BELOW, r"缺口|缺员|空缺|缺岗|结余|节余|欠(?!费|款|缴)|缺(?=[\d一二两三四五六七八九十])|差(?!额|旅|错|异|价|评)|低于|少于|不及|落后|慢于|短缺|缺编|缺额|缺员|结余|节余|未满|亏欠|低了|尚缺|还缺"),
    (CueKind.FLAT, r"持平|基本一致|相当(?!于)|不变|没有变化|打平|齐平|正好|恰好|刚好|一致"),
    (CueKind.BETTER, r"优于|好于|改善|好转|优化|向好|提升(?!活动)|改进"),
    (CueKind.WORSE, r"恶化|变差|走弱|转差"),
    (CueKind.DOWN, r"快(?=了?[\d一二两三四五六七八九十半.]+(?:天|日|小时|分钟))"),
    (CueKind.UP, r"慢(?=了?[\d一二两三四五六七八九十半.]+(?:天|日|小时|分钟))"),
    (CueKind.UP, r"增长|增加|增幅|增速|提高|上升|上涨|升至|升到|涨幅|上浮|攀升|增至|增到|净增|新增|回升|反弹|扩大|抬升|增(?![量值设派补])|涨|(?<![千毫公])升(?=了|\d|至|到|幅)|多(?=[\d一二两三四五六七八九十半近]|了|出|约|收|销|卖|完成|交|签|产|回|赚|实现)|高(?=[\d一二两三四五六七八九十半近]|了|约)|快(?=[\d一二两三四五六七八九十半近]|了)|延长|拉长|增补|翻番|翻了|延长|抬头|\+"),
    (CueKind.DOWN, r"下降|下滑|减少|降低|回落|降幅|跌幅|下跌|降至|降到|跌至|缩减|收窄|萎缩|滑落|走低|压降|压缩|缩短|精简|节省|节约|精简|缩短|短(?=\d)|收窄|净减|短(?=\d)|省(?=\d)|减幅|减|降(?!本|价|温)|跌|少(?=[\d一二两三四五六七八九十半近]|了|约|收|销|卖|完成|交|签|产|回|赚|实现)|低(?=[\d一二两三四五六七八九十半近]|了|约)|慢(?=[\d一二两三四五六七八九十半近]|了)|负增长"),
    (CueKind.REMAIN, r"还需|尚需|剩余|剩下|剩|还差|尚差|还要|须再|仍需|还剩|要收回|余下|待完成|距(?!离)|距离|离(?=全年|年|目标|计划)|仍差|尚余"),
    (CueKind.SHARE, r"占比|占(?!用|地|道)|比重|份额|贡献(?:率|度|了)?|构成|其中"),
    (CueKind.RATE, r"率(?=约|为|达|升|降|提|较|比|环|同|均|由|从|\d)|之比|投入产出比|比例|(?<=[\u4e00-\u9fff]{2})比(?=约|为|达|\d)"),
    (CueKind.PER, r"人均|吨[钢煤材纸]|单吨|综合吨|单(?=[套店户台人笔票箱件张次场车吨院网])|(?<=[\u4e00-\u9fff])(?<![平月年])均|日均|吨(?=收入|利润|毛利|成本|费用|价)|均价|单价|单位|每(?!月)|平均每|客单|单客|客单价|均(?=约|为|\d)|人效|坪效|单产"),
    (CueKind.AVERAGE, r"平均|均值"),
    (CueKind.SUM, r"合计|共计|总共|累加|两者|二者|三者|合共|加总|共(?=\d|有|计|实)|之和|总量|一共"),
    (CueKind.TOTAL, r"总体|整体|全部(?=回款|收入|销售|订单|签约|存款)|总(?=回款|收入|销|订单|纯销|额|量)|事业部|全公司|全线|全月"),
    (CueKind.EXCEPT, r"(?<![拆解清扣])除(?!了)|不含|扣除|以外|之外|其余|其他|其它"),
    (CueKind.PLAN, r"计划|目标|预算|任务|指标(?!中)|考核值|控制[值线数]|定额|编制|红线|上限|下限|门槛|警戒线|考核线|标准线|控制数|既定|标准(?!化|确认|间|件|品)|限额|限值|警戒线|底线|基准|定编|满编"),
)  # fmt: skip

CUE_BOOK: Final = CueBook(
    patterns=_PATTERNS,
    month=_MONTH,
    read_month=_read_month,
    months=re.compile(r"前?(?P<count>1[0-2]|[2-9]|十[一二]|[二两三四五六七八九十])个月"),
    count_of=lambda word: int(word) if word.isdigit() else {**_NUMERALS, "两": 2}.get(word),
    month_number=lambda name: int(name) if name.isdigit() else _NUMERALS.get(name),
    before_level=re.compile(r"(?:至|到|达|达到|为|是|于|共|完成|实现|录得|约为)了?约?$"),
    before_end=re.compile(r"(?:至|到|达到|达)了?约?$"),
    before_change=re.compile(r"(?:增长|下降|增加|减少|提高|降低|上升|上涨|下滑|下跌|回落|提升|超|欠|差|多|少)了?约?近?$"),
    before_start=re.compile(r"(?:由|从)[^，。；\d]{0,12}$"),
    states_base=re.compile(
        r"(?:计划|目标|预算|任务|指标|编制|定额|定编|考核值|控制[值线数]|标准|上限|下限|红线|限额|同期|上年|去年|上月|上个月)(?:：|:|数|值|量|额|为|是|仅|只有|的|约|[^，。；%\d超比欠差完]{0,6})?$"
    ),
    states_base_after=re.compile(r"\s*的?(?:计划|目标|预算|任务|控制[线值数]|控制指标|考核值|编制|红线|上限|下限|标准|限额|限值|警戒线|底线)"),
    suffix=re.compile(
        r"(?:的?(?:计划|目标|预算|任务|控制[线值数]|控制指标|考核值|编制|红线|上限|下限|标准|限额|限值|警戒线|底线)"
        r"|以上|以下|左右|上下|以内|的?水平)?"
    ),
    binding=re.compile(r"(?!)"),
    before_year=re.compile(r"[比较与于]$"),
    per_after=re.compile(r"(?!)"),
    rate_base=re.compile(r"每(?P<base>\d[\d,]*|[百千万](?=[升吨件台套瓶公平立米]))"),
    part_before=re.compile(r"(?:占|为|是|相当于|达到?)[^，。；]{1,12}的约?近?(?:不足)?$"),
    part_after=re.compile(r"(?!)"),
    compares=re.compile(r"比|较|差|增|降|变动|完成率|达成|±|%|％"),
    out_of=re.compile(r"(?!)"),
    before_compared=re.compile(
        r"(?:[高低优好快慢多少大小]于|略超|守住|控制在|未[到达]|不到|离|距)(?:了)?$"
    ),
    beside=re.compile(r"^[，,]?\s*(?:较|比|对|由|从)?(?:去年|上年|上月)?(?:同期|同月)?(?:的|为|是)?$"),
    base_follows=False,
    coordination=re.compile(r"^\s*[、和与及]?\s*$"),
    in_turn=re.compile(r"分别"),
    list_joint=re.compile(r"\s*(?:[、和与及跟,，]|以及)\s*"),
)  # fmt: skip
