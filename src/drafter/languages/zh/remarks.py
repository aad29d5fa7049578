"""Chinese sentences that say how a draft was written, and what several months show."""

from __future__ import annotations

from typing import Final

REMARKS: Final = {
    "no_examples": "未找到合适的范文，本稿未参照范文。",
    "examples_unavailable": "本稿未参照范文：{detail}。",
    "model_unreachable": "模型未应答，本稿由内置写作器撰写：{detail}。",
    "section_fell_back": "{section}：模型未给出可用的回答，本节由内置写作器撰写：{detail}。",
    "not_repaired": "{section}：修改后仍有问题：{detail}。",
    "questions_open": "表格中尚有{detail}个问题待回答，相关数据未采用。",
    "problems_in_table": "表格中有{detail}处数据无法使用。",
    "references_lost": "{section}：更正后的表格已无此数据：{detail}。",
}

TRENDS: Final = {
    "subject": "{measure}（{members}）",
    "member_join": "、",
    "below_plan": "{subject}：连续{months}个月未完成计划。",
    "met_plan": "{subject}：连续{months}个月完成计划。",
    "rising": "{subject}：连续{months}个月环比上升。",
    "falling": "{subject}：连续{months}个月环比下降。",
}
