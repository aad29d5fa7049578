"""Chinese sentences of a check."""

from __future__ import annotations

from typing import Final

from drafter.languages.check_phrases import CheckPhrases

CHECK_PHRASES: Final = CheckPhrases(
    templates={
        "supported": "{subject}：{working}，文中写为{shown}。",
        "notes": "笔记中有：“{found}”。",
        "arithmetic_ok": "由文中数字算得：{working}。",
        "value": "{subject}：{working}；文中写为{shown}。",
        "arithmetic": "{subject}：{working}，应为{expected}；文中写为{shown}。",
        "rounding": "{subject}：{working}，取整应为{expected}，不是{shown}。",
        "magnitude": "{subject}：{working}；{shown}差了数量级。",
        "unit": "{subject}：{working}；{shown}的单位不对。",
        "percent_vs_points": "{subject}：{working}；{shown}混淆了百分比与百分点。",
        "direction": "{subject}：{working}；文中的方向写反了。",
        "wrong_scenario": "{subject}：{working}；{shown}是{found}。",
        "wrong_subject": "{subject}：{working}；{shown}是{found}的数。",
        "wrong_period": "{subject}：{working}；{shown}是{found}。",
        "count": "{working}；文中写为“{shown}”。",
        "count_ok": "{working}。",
        "rank": "{working}；文中写为“{shown}”。",
        "rank_ok": "{working}。",
        "contradicts_notes": "笔记为{expected}：“{found}”。",
        "from_example": "{shown}只出现在范文中：“{found}”。",
        "no_source": "报表和笔记中都没有{shown}。",
    },
    scenarios={
        "actual": "本月实际",
        "plan": "计划",
        "prior_month": "上月",
        "prior_year": "上年同期",
        "ytd_actual": "累计",
        "ytd_plan": "累计计划",
        "ytd_prior_year": "上年同期累计",
        "year_plan": "全年计划",
    },
    operations={
        "change": "差额",
        "growth": "增幅",
        "attainment": "完成率",
        "level": "数值",
    },
    ignored={
        "date": "日期",
        "period": "期间",
        "list number": "序号",
        "heading": "标题序号",
        "code": "编号",
        "name": "名称的一部分",
        "idiom": "习惯用语",
        "standard": "标准号",
        "phone": "电话号码",
        "later plan": "笔记给出的后期计划",
        "open": "过于笼统，无法核对",
        "unit label": "单位说明",
    },
    points="个百分点",
    total="合计",
    joint="、",
)
