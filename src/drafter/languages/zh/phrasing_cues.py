"""Chinese cue words: where a figure and where a line of the notes belongs in the summary."""

from __future__ import annotations

from typing import Final

from drafter.languages.phrasing import FigureCues, NoteCues
from drafter.languages.word_list import words

NOTE_CUES: Final = NoteCues(
    request=words(
        """
        申请 请求 请公司 请总部 希望 需求 建议 请批 请协调 请支持 需要支持 要支持 要的支持 请行里
        请上级 帮助： 恳请 需总部 需公司
        """
    ),
    next_month=words(
        """
        下月 下个月目标 下个月计划 下季度 次月 再争取 1月目标 2月目标 3月目标 4月目标
        5月目标 6月目标 7月目标 8月目标 9月目标 10月目标 11月目标 12月目标
        月销售目标 月收入目标 月纯销目标 月计划
        """
    ),
    team=words(
        """
        人员 人： 培训 入职 离职 招聘 新招 走了 新来 缺编 编制 导购 顾问 客户经理 理财经理
        销售经理 业务员 代表 员工 团队 调走 调入 调出 待补 绩效 渠道培训 内训 新员工 现有人
        """
    ),
    activities=words(
        """
        活动 促销 展会 展览 展位 参展 推广 沙龙 路演 店员教育 科室会 城市会 宣传 进社区 样板房
        推介会 投放 联谊会 五一 国庆 中秋 婚宴 会议团队 接待 广告 品鉴 讲座 小区
        """
    ),
    problems=words(
        """
        问题 投诉 欠费 没付 未付 未到账 没到账 断货 缺货 停送 暴雨 台风 停用 申诉 竞争对手降价 竞品
        延期 未放款 退房 逾期 转走 影响 流失 停电 故障 纠纷 不良 滞销 积压 受阻 吃亏
        推迟 没拿到 未拿到
        """
    ),
    customers=words(
        """
        客户 用户 会员 签约 签下 签了 协议 新开 清退 连锁 医院 经销商 代发 拜访 反抢 专营点 代销点
        老带新 离网 门店 网点 通信费 专线 大药房
        """
    ),
    products=words("产品 新品 上架 换包装 上市 可售 评分 型号 套餐 彩铃"),
    cause=words("因为 由于 因 所以 导致 影响 受 原因 使得 造成"),
    training=words("培训 内训 轮训 辅导 带教 学习"),
    opens_statement=r"(?:本月|当月|其中|目前|\d{1,2}月(?:份)?|：|:)?",
    states_value=r"(?:为|是|达|达到|完成|实现|有|共|计|共计|合计|现有|：|:)?",
    vague=words("加强 提升 推进 跟进 协调 努力 争取 进一步 做好 抓好 配合"),
    measurable=words("前 底 以前 达到 完成"),
)

FIGURE_CUES: Final = FigureCues(
    team=words("人数 员工 在岗 编制 人员 离职 培训 客户经理 导购 业务员 销售代表 置业顾问"),
    customers=words(
        """
        客户 用户 会员 离网 流失 满意 评分 连锁 门店数 动销门店 医院 经销商 网点 协议单位 客流 来访
        投诉 专营点 代销点 集团 客源 订单
        """
    ),
    activities=words("推广费用 市场费用 活动 促销 广告 营销费用 宣传 沙龙 推介 参会 到场 询盘"),
    problems=words("逾期 欠款 不良 故障 退换货 退房 索赔 线损 库存 缺货 丢失 破损 滞期"),
    products=words("产品 业务发展 新业务 理财 基金 保险 信用卡 贷款 信息化 短信 宽带 彩铃 套餐"),
    product_dimensions=words("产品 品类 品牌 品种 型号 项目"),
    customer_dimensions=words("客户 经销商"),
    new_customers=words("新 净增 开发"),
)
