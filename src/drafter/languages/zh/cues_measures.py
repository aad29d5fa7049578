"""Chinese measure names: polarity, additivity, balances, names of totals."""

from __future__ import annotations

from typing import Final

from drafter.languages.measure_words import MeasureWords
from drafter.languages.word_list import words

MEASURE_WORDS: Final = MeasureWords(
    lower_is_better=words(
        """
        成本 费用 支出 开支 损耗 亏损 损失 线损 投诉 理赔 索赔 逾期 欠款 欠费 拖欠 坏账 不良
        离网 流失 离职 退货 退换货 退房 退款 缺陷 报废 返工 差错 故障 停电 停机 事故 工伤
        缺勤 库存 周转天数 账期 应收 缺货 断货 脱销 延误 延期 超时 等待时长 等待时间 修复时间 处理时间 接电时间 接电时长 在港时间 滞港 交付周期 交货周期 客诉 差评 申诉 爆管 窜货 等候 响应时间
        响应时长 修复时长 处理时长 排队 滞期 积压 取消率 违约 罚款 空置 空驶 空箱 退保 破损
        丢失 滞销 能耗 油耗 电耗 水耗 排放 漏损 产销差 次品 废品 掉话 拒收 退单 负债 欠缴
        """
    ),
    higher_is_better=words(
        """
        回收率 库存周转率 库存周转次数 存货周转率 周转率 结清 办结 清收 追回 挽回 节约 降本
        利润 毛利 化解 处置率 解决率 及时率 压降
        """
    ),
    neutral=words(
        """
        在岗人数 人数 员工 汇率 编制
        """
    ),
    not_additive=words(
        """
        率 占比 比例 比重 平均 均价 单价 房价 价格 户均 人均 店均 单均 笔均 件均 客单价 评分
        得分 满意度 指数 天数 时长 周期 净息差 利差 价差 份额 毛利率 净推荐值 单耗 强度 系数
        密度 坪效 出租率 响应时间
        """
    ),
    additive=words(
        """
        汇率收益 利率互换 培训时长 服务时长 天数合计
        """
    ),
    parts_of_whole=words("占比 构成 比重 份额"),
    balance=words(
        """
        余额 人数 在岗 在网 在册 在手 库存 应收 存量 保有 客户数 网点 经销商 门店 用户数
        会员数 欠款 逾期 覆盖 期末 月末
        """
    ),
    total_members=frozenset(
        words(
            """
        全公司 全区 全国 全市 全省 全线 全网 全行 全辖 全部 全部门 全集团 公司合计 共计 合计
        小计 总 总体 总和 总数 总计 所有 整体 汇总 累计合计 部门合计 集团合计
        """
        )
    ),
)
