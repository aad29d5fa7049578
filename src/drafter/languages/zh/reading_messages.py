"""What reading a table tells and asks, in Chinese."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    # problems
    "broken_value": "单元格为{text}，没有数值（{name}）",
    "broken_derived": "派生数据单元格为{text}，不影响其他数据（{name}）",
    "uncalculated": "公式没有保存计算结果。请用表格软件打开并保存后重新提交",
    "outside_forecast": "“{header}”是预测数，不属于本报告口径，未导入",
    "outside_later_month": "“{header}”是以后月份的数据，不属于本报告口径，未导入",
    "outside_other_month": "“{header}”既不是本月、上月，也不是去年同月，未导入",
    "outside_other_span": "“{header}”不是本月、本年累计或全年口径，未导入",
    "outside_other_year": "“{header}”是其他年份的数据，未导入",
    "outside_no_scenario": "“{header}”不属于本报告口径，未导入",
    "footnote": "“{text}”带有标记{mark}，标记不是数字的一部分",
    "wrong_derived": "“{header}”写作{shown}，但{formula} = {expected}",
    "duplicate_identical": "“{name}”一行重复出现且数值相同，只导入一次",
    "unnamed_row": "该行有数值但没有名称，未导入",
    "unnamed_subtotal": "小计未指明所属分组，未导入",
    "average_row": "“{name}”是平均数，未导入",
    "no_header": "数值上方没有表头，未导入",
    "no_column_header": "该列没有表头，未导入",
    "left_over": "“{header}”下的数值无法归类，未导入",
    "left_over_table": "此表的数值无法归类，均未导入",
    "other_month_sheet": "该工作表是{month}的数据，报告月份为{period}，未导入",
    "other_period": "文件写的是{month}，而填写的月份是{period}",
    "unusable_answer": "对{id}的回答“{answer}”无法使用",
    "next_month_text": "“{text}”是其他月份的计划，保留在备注中",
    # the name of a dimension that no header names
    "member_key": "分项",
    # questions
    "period": "内容里没有年月：这是哪一个月的数据（如 2026-10）？",
    "period_year": "“{text}”没有写年份：这是哪一个月的数据（如 2026-10）？",
    "period_conflict": "文件里出现多个月份（{months}）：是哪一个月的数据？",
    "hidden_column": "“{header}”一列被隐藏，是否导入？",
    "hidden_row": "“{name}”一行被隐藏，是否导入？",
    "hidden_sheet": "工作表“{name}”被隐藏，是否导入？",
    "unclear_header": "“{header}”下的数值是什么口径？",
    "last_year": "“{header}”是去年同月，还是去年全年？",
    "year_only": "“{header}”只写了年份：是哪种口径的数值？",
    "other_months": "“{header}”的截止月份不是{period}：这些数值是什么口径？",
    "fiscal_months": "“{header}”不是从1月开始：是财年累计吗？",
    "bare_scenario": "“{name}”的表头没有说明口径（实际、计划等）：这些数值是什么？",
    "measure": "表头和标题都没有写明指标：这些数值是什么指标？",
    "unit": "“{measure}”没有写单位：单位是什么？",
    "percent_unit": "“{text}”（{name}）是百分数，而单位是{unit}：正确的数值是多少？",
    "unit_conflict": "“{text}”（{name}）与单位{unit}不符：以{unit}计是多少？",
    "scaled_format": "“{measure}”的单元格存储为{text}，显示时换算成了更大的单位："
    "存储的数值是什么单位？",
    "fraction": "“{text}”（{name}）在百分比列中，可能是小数：是{text}%还是{hundredfold}%？",
    "approximate": "“{text}”（{name}）是约数：准确数是多少？",
    "unreadable_number": "“{text}”（{name}）不是一个确定的数：应取哪个数值？",
    "date_in_number": "单元格是日期{text}（{name}），可能是输入时被表格软件转换：数值应是多少？",
    "number_notation": "“{text}”（{name}）与文件的数字写法不符：数值应是多少？",
    "words": "数值的位置写着“{text}”：是表示没有数据吗？",
    "dash": "“{text}”（{name}）显示为横线：是0还是没有数据？",
    "error_value": "单元格为{text}（{name}）：正确的数值是多少？",
    "no_result": "公式没有保存计算结果，这些数值未知。"
    "请用表格软件打开并保存后重新提交，或者不导入。",
    "duplicate": "“{name}”出现多次且数值不同（{places}）：以哪个为准？",
    "total_mismatch": "合计{total}（{name}）与各项之和{sum}不符：以哪个为准？",
    "total_mismatch_all": "“{name}”的合计与各项之和都不符：是否保留原数？",
    "no_table": "这段文字里没有找到表格，已作为备注保留：数据在哪里？",
    "missing_actual": "“{text}”只给了完成率：实际数是多少？",
}
