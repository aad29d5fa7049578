"""Chinese words of the command line's output."""

from __future__ import annotations

from typing import Final

TERMINAL: Final = {
    "verdict_supported": "属实",
    "verdict_contradicted": "与数据矛盾",
    "verdict_unsupported": "无依据",
    "verdict_ignored": "非业务数字",
    "legend": "✓ 属实   ✗ 与数据矛盾   ? 无依据",
    "counts": "数字与论断：属实{supported}处，与数据矛盾{contradicted}处，无依据{unsupported}处，"
    "非业务数字{ignored}处。",
    "nothing_recognised": "文中未识别到任何数字，因此未作核对。",
    "findings": "核对发现的问题",
    "number": "序号",
    "place": "原文",
    "verdict": "结论",
    "expected": "应为",
    "why": "依据",
    "questions": "待补充问题",
    "import_questions": "关于表格的问题",
    "problems": "无法使用的单元格",
    "notes_unused": "本稿未采用的笔记",
    "remarks": "关于本稿",
    "trends": "多月走势",
    "written_by": "撰写：{writer}",
    "built_in_writer": "内置写作器",
    "written_to": "草稿已写入{file}。",
    "saved": "已保存为草稿{id}。",
    "step_reading": "正在读取文件",
    "step_examples": "正在查找范文",
    "step_started": "正在撰写：{section}",
    "step_checking": "正在核对数字",
    "step_repair": "正在重写：{section}",
    "step_done": "已完成：{section}",
    "section_results": "业绩",
    "section_products": "产品",
    "section_customers": "客户",
    "section_activities": "活动",
    "section_team": "团队",
    "section_problems": "问题与需求",
}
