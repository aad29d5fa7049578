"""English cue words: where a figure and where a line of the notes belongs in the summary."""

from __future__ import annotations

from typing import Final

from drafter.languages.phrasing import FigureCues, NoteCues
from drafter.languages.word_list import words

NOTE_CUES: Final = NoteCues(
    request=words(
        """
        request requests ask: asks: ask_for asks_for need: needs: need_from we_need needed: please
        support_needed approval approve seeking would_like proposal: propose
        """
    ),
    next_month=words(
        """
        next_month next_quarter target_for targets_for plan_for_next outlook holiday_plan
        plan: january_target february_target march_target april_target may_target june_target
        july_target august_target september_target october_target november_target december_target
        """
    ),
    team=words(
        """
        team: people: staff: joiner leaver joined joins started_on left_the resigned resignation
        retire transferred vacanc hire hired new_hire headcount staff reps rep_ open_role roles
        recruit training trained coaching people_left left. one_left two_left establishment
        """
    ),
    activities=words(
        """
        promo promotion campaign roadshow conference expo exhibition fair seminar workshop webinar
        salon event tour livestream package trade-in pharmacist drill opened re-opened reopened
        launched_on sponsorship sampling samples advertis spend demonstration open_day festival
        gondola installed safety_check contacts
        """
    ),
    problems=words(
        """
        problem competitor outage out_of_stock out_of_ delay postponed cancel typhoon storm rain
        flood road_works closed_ days_by stuck congestion anti-dumping dispute overdue
        npl inefficien shortage breakdown failure backlog slow_stock penalty freight diesel rent
        tariff sugar_price price_increase commission_rise strike recall defect complaint unpaid
        slipped blocked
        """
    ),
    customers=words(
        """
        customer client account chain contract signed won_ win_ biggest_win churn logo loyalty
        member users distributor dealer outlet household key_account subscriber guest renewal
        renewed visit lead_ leads enquir
        """
    ),
    products=words(
        """
        product launch shipped beta feature app_ app: version model brand sku release portfolio
        """
    ),
    cause=words(
        """
        because due_to owing_to caused_by as_a_result after_ thanks_to driven_by since_the
        on_account_of led_to reason
        """
    ),
    training=words("train coach mentor onboarding induction workshop_for_staff course"),
    opens_statement=r"(?:and|but|also|our|the|this month|total|:)?(?: (?:the|our))?",
    states_value=r"(?:was|were|is|are|came to|at|reached|stood at|of|now|:|=|[-–])?",
    vague=words(
        """
        strengthen improve enhance promote coordinate follow_up push_forward work_on focus_on
        pay_attention try_to
        """
    ),
    measurable=words("by_ until before to_reach target"),
)

FIGURE_CUES: Final = FigureCues(
    team=words(
        """
        headcount staff employee personnel couriers account_managers sales_reps representatives
        sales_force establishment vacanc training joiner leaver fte
        """
    ),
    customers=words(
        """
        customer client account_ accounts chain logo churn retention nps net_promoter
        satisfaction guest loyalty distributor dealer outlet complaint visitor subscriber user
        member household conversion hotline ticket first_response agreement trial
        """
    ),
    activities=words(
        """
        marketing_spend trade_spend promotion campaign event exhibition roadshow advertis
        marketing_cost marketing_budget sponsorship webinar demo participant attendee
        """
    ),
    problems=words(
        """
        overdue arrears npl non-performing fault outage claim demurrage defect damage lost_
        injur accident out-of-stock stockout saidi saifi line_loss queue_time penalty backlog
        """
    ),
    products=words(
        """
        product brand line_of lines contract_value connections cards charging wealth fund_
        insurance
        """
    ),
    product_dimensions=words("product brand category item model sku line_of_business"),
    customer_dimensions=words("customer client account dealer distributor"),
    new_customers=words("new signed won acquired joined opened first-time"),
)
