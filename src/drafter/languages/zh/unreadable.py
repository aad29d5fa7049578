"""Why a file cannot be read, and the way out, in Chinese."""

from __future__ import annotations

from typing import Final

# Way out and kinds of file that several reasons share.
SHARED: Final = {
    "smaller": "请把本月数据所在的工作表单独另存为一个文件或CSV后提交",
    "again": "请用表格软件打开、另存为.xlsx后重新提交",
    "formats": "可读取XLSX、XLS、ODS、CSV、TSV、HTML、Markdown、文本和JSON",
    "pdf": "PDF文件",
    "picture": "图片",
    "rtf": "RTF文档",
    "archive": "压缩包",
}

# kind: (reason, way out)
REASONS: Final = {
    "empty": (
        "文件是空的",
        "请提交含有表格的文件",
    ),
    "too_large": (
        "文件有{size} MB，上限为10 MB",
        "{smaller}",
    ),
    "unpacks_too_large": (
        "{part}解压后超过{size} MB（上限：100 MB、压缩大小的100倍）",
        "{smaller}",
    ),
    "too_many_parts": (
        "压缩包含有{count}个部分",
        "{smaller}",
    ),
    "too_many_cells": (
        "{part}超过{count}个单元格",
        "{smaller}",
    ),
    "too_wide": (
        "{part}中有数据的列超过{count}列",
        "请只保留本月表格所需的列，再重新提交",
    ),
    "too_deep": (
        "内容层层嵌套，超过{count}层",
        "请只复制表格本身，再粘贴",
    ),
    "large_merge": (
        "{part}合并了区域{range}",
        "请取消合并后重新保存",
    ),
    "entities": (
        "{part}声明了XML实体，表格软件不会这样写",
        "{again}",
    ),
    "damaged": (
        "工作簿已损坏",
        "{again}",
    ),
    "encrypted": (
        "工作簿已加密",
        "请去掉密码、保存后重新提交",
    ),
    "slow": (
        "读取超过{seconds}秒",
        "{smaller}",
    ),
    "memory": (
        "读取所需的内存超过单个文件的上限",
        "{smaller}",
    ),
    "unparsable": (
        "文件无法读取（{detail}）",
        "{again}",
    ),
    "no_sheet": (
        "文档里没有工作表",
        "请提交含有表格的文件",
    ),
    "no_html_table": (
        "内容里没有表格",
        "请直接粘贴表格，或提交文件",
    ),
    "other_format": (
        "它是{what}，不是表格",
        "{formats}",
    ),
    "binary_workbook": (
        "它是二进制工作簿（XLSB）",
        "请另存为.xlsx",
    ),
    "xml_workbook": (
        "它是2003版XML表格",
        "请另存为.xlsx",
    ),
    "text_document": (
        "它是文字文档",
        "请复制其中的表格后粘贴",
    ),
    "no_workbook": (
        "它是不含工作簿的压缩包",
        "{formats}",
    ),
    "not_text": (
        "它既不是文本，也不是可识别的工作簿",
        "{formats}",
    ),
    "wrong_encoding": (
        "文件编码不是{encoding}",
        "请选择其他编码",
    ),
    "unknown_encoding": (
        "无法判断文件的编码",
        "请指定编码，或另存为UTF-8",
    ),
    "cut_off": (
        "文件不完整或已损坏",
        "请重新保存后提交",
    ),
}
