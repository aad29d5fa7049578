"""English measure names: polarity, additivity, balances, names of totals."""

from __future__ import annotations

from typing import Final

from drafter.languages.measure_words import MeasureWords
from drafter.languages.word_list import words

MEASURE_WORDS: Final = MeasureWords(
    lower_is_better=words(
        """
        cost expense spend loss complaint claim overdue arrears bad_debt churn attrition
        turnover_rate staff_turnover employee_turnover labour_turnover labor_turnover
        return_rate returns refund defect scrap reject rework error fault outage downtime
        saidi saifi incident injur accident absence absentee sick npl non-performing
        delinquen default_rate days_sales_outstanding dso inventory_days days_of_stock
        days_of_inventory stock_days inventory out-of-stock out_of_stock stockout lead_time
        response_time repair_time queue_time waiting_time wait_time handling_time cycle_time
        delay late demurrage ticket backlog cancellation no-show leaver resignation vacanc
        receivable penalt write-off wastage waste shrinkage damage lost emission debt lapse
        surrender hotline_calls leakage non-revenue unplanned energy_use energy_consumption
        time_to_repair time_to_restore time_to_resol time_to_fill time_to_deliver mttr turnaround_time
        dwell_time combined_ratio burst fuel acquisition_cost cac idle empty dropped_call
        """
    ),
    higher_is_better=words(
        """
        inventory_turnover stock_turnover asset_turnover reduction saving recover profit
        margin closed_complaints resolved gross_profit_and_loss
        """
    ),
    neutral=words(
        """
        headcount staff_on_board employees weather exchange_rate
        """
    ),
    not_additive=words(
        """
        average avg mean median price rate ratio margin share score index utilisation
        utilization occupancy per_ yield time days nps net_promoter satisfaction adr revpar
        arpu tariff uptime density saidi saifi inventory_days tenure conversion retention
        penetration
        """
    ),
    additive=words(
        """
        time_deposits days_worked overtime real-time sales_days
        """
    ),
    parts_of_whole=words("share_of mix split proportion contribution"),
    balance=words(
        """
        balance headcount outstanding on_hand in_stock inventory receivable customers
        accounts distributors dealers stores outlets subscribers users arrears deposits
        loans couriers managers staff members
        """
    ),
    total_members=frozenset(
        words(
            """
        all all_channels all_products all_regions all_segments all_stores company department
        grand_total group_total in_total nationwide network overall subtotal sum total
        total_company whole
        """
        )
    ),
)
