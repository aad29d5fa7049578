"""What Chinese counts: classifiers (量词) and units right behind a number."""

from __future__ import annotations

from typing import Final

from drafter.figures.unit_names import BASES
from drafter.languages.word_list import words

_CLASSIFIERS: Final = words(
    """
    家次 人次 店次 车次 班次 户次 台次 场次 批次 架次 艘次 项次 间夜 房晚 人天 人月 工作日 交易日
    自然日 个 家 户 人 名 位 场 次 台 套 件 批 条 项 份 笔 单 票 盒 箱 瓶 袋 包 支 只 辆
    部 组 对 双 张 块 片 幅 间 栋 座 处 所 店 区 省 市 县 镇 村 类 种 款 品 样 级 档 层
    排 列 队 班 组 期 轮 届 遍 趟 回 步 点 端 吨 公斤 千克 克 斤 毫克 升 毫升 立方米 立方 方
    米 公里 千米 厘米 毫米 平方米 平米 平方公里 亩 公顷 万平 天 日 周 个月 年 小时 分钟 秒 季度
    个季度 个工作日 个交易日 个自然日 个小时 星期 个星期 年度 岁 度 千瓦时 千瓦 兆瓦 兆瓦时 千伏安
    兆伏安 伏 安 瓦 吉瓦 分 元件 起 例 宗 桩 门 课时 学时 节 堂 篇 封 册 本 字 词 页 桶 罐
    听 枚 颗 粒 株 头 匹 羽 尾 艘 架 列 节 卷 根 板 盘 宗 幢 床 桌 席 餐 杯 碗 顿 声 眼
    线 网点 柜 柜面 车 车皮 标箱 集装箱 万千瓦 倍速 像素 帧 大 超 欠 升 降 增 减 平 涨 跌 校
    院 厂 司 站 所 国 地 岗 港 屏 楼 行 街
    """
)

# A single numeral counts before these; plain digits do not need them.
COUNTERS: Final = tuple(
    sorted(
        {*_CLASSIFIERS, *(name for name in BASES if not name.isascii())},
        key=lambda word: (-len(word), word),
    )
)
# These stand behind a single numeral but are no unit of a figure in digits.
ONLY_AFTER_WORDS: Final = frozenset("大超欠升降增减平涨跌校院厂司站所国地岗港屏楼行街眼声线")
