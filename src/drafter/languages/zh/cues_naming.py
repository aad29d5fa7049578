"""Chinese words inside names: empty ones, faint ones, synonyms (names match by characters)."""

from __future__ import annotations

from typing import Final

from drafter.languages.naming import NamingWords
from drafter.languages.word_list import words

NAMING_WORDS: Final = NamingWords(
    stop=frozenset(),
    faint=frozenset(
        words(
            """
            业务 总量 金额 数量 平均 比例 完成 新增 当月 本月 累计 其他 客户 用户 人数 月末 期末 收入占
            占比 合计
            产品 项目 区域 渠道 指标 增长 发展 万元 以上 总额 一般 全部 公司 部门 中心 市场 销售 服务
            管理 天数
            在网 日均 月均 净增 回收 主要 重点 情况 方案 信息 集团
            """
        )
    ),
    same=(),
)
