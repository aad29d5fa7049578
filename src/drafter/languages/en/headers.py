"""English words of table headers."""

from __future__ import annotations

from typing import Final

from drafter.languages.headers import HeaderWords, Sign, each, whole
from drafter.languages.word_list import words

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)

_TH = r"(?:st|nd|rd|th)?"

HEADER_WORDS: Final = HeaderWords(
    phrases={
        **each("actual actuals AC ACT Act act. realised realized", Sign.ACTUAL),
        **each(
            """
                plan planned PL budget budgeted BU bud. BUD Bud bgt target targets TGT tgt quota
                """,
            Sign.PLAN,
        ),
        **each(
            """
                forecast FC FCST fcst outlook latest_estimate LE projection projected estimate
                estimated expected run_rate
                """,
            Sign.FORECAST,
        ),
        **each(
            """
                current_month this_month month_to_date MTD mtd CM for_the_month in_the_month
                month
                """,
            Sign.THIS_MONTH,
        ),
        **each(
            """
                ytd YTD year_to_date year-to-date cumulative cum. fytd y.t.d. FYTD fiscal_year_to_date
                """,
            Sign.YEAR_TO_DATE,
        ),
        **each("YTDA ytd_act YTD-A", Sign.YEAR_TO_DATE, Sign.ACTUAL),
        **each("YTDB YTDP YTDT ytd_bud YTD-B YTD-P", Sign.YEAR_TO_DATE, Sign.PLAN),
        **each(
            "YTDLY YTDPY LYTD PYTD ytd_ly ytd_py ly_ytd py_ytd", Sign.YEAR_TO_DATE, Sign.PRIOR_YEAR
        ),
        **each(
            "FY full_year full-year f.y. ann. annual fiscal_year whole_year year's", Sign.FULL_YEAR
        ),
        **each("next_month coming_month following_month", Sign.NEXT),
        **each(
            """
                QTD qtd quarter_to_date quarter quarterly Q1 Q2 Q3 Q4 H1 H2 half_year half-year
                year-end year_end last_week this_week week weekly rolling_12 R12 LTM MAT
                last_12_months prior_quarter
                """,
            Sign.OTHER_SPAN,
        ),
        **each(
            """
                prior_month previous_month last_month preceding_month prev_month prev._month
                prior_mth last_mth PM LM M-1 month_before p.m. l.m. prior_period previous_period
                """,
            Sign.PRIOR_MONTH,
        ),
        **each(
            """
                prior_year previous_year last_year prev_year prev._year preceding_year PY LY PCP
                same_month_last_year same_period_last_year same_month_prior_year
                same_period_prior_year same_month_of_last_year prior_comparable_period
                corresponding_period year_ago a_year_ago p.y. l.y. SPLY SMLY prior_yr last_yr
                """,
            Sign.PRIOR_YEAR,
        ),
        **each("this_year TY current_year CY", Sign.THIS_YEAR),
        **each(
            """
                attainment achv achvmt achvd ach'd achievement achievement_rate att. att ach. ach completion_rate
                %_of_plan %_of_budget %_of_target plan_% %_plan %_budget %_target %_achieved
                achieved_% vs_plan_index performance_to_plan hit_rate_vs_plan plan_completion
                """,
            Sign.ATTAINMENT,
        ),
        **each(
            """
                variance var var. deviation vs_plan vs_budget vs._plan vs._budget vs_target
                vs._target vs_pl vs._pl vs_bud vs._bud gap_to_plan over/under versus_plan
                versus_budget to_plan to_budget to_target Δ_pl Δpl Δ_bu Δbu δ_plan δ_budget
                """,
            Sign.VARIANCE,
        ),
        **each(
            """
                mom m/m m-o-m month_on_month month-on-month month_over_month vs_pm vs._pm
                vs_prior_month vs._prior_month vs_last_month vs._last_month vs_previous_month
                δ_pm δpm versus_prior_month vs_lm vs._lm
                """,
            Sign.MONTH_ON_MONTH,
        ),
        **each(
            """
                yoy y/y y-o-y year_on_year year-on-year year_over_year vs_py vs._py vs_ly vs._ly
                vs_prior_year vs._prior_year vs_last_year vs._last_year vs_previous_year δ_py
                δpy δ_ly δly versus_prior_year versus_last_year
                """,
            Sign.YEAR_ON_YEAR,
        ),
        **each("vs vs. versus δ delta", Sign.CHANGE),
    },
    whole={
        **whole(
            """
                result results achieved done completed realisation realization act ach ach.
                """,
            Sign.ACTUAL,
        ),
        **whole("goal goals objective bud", Sign.PLAN),
        **whole("year", Sign.FULL_YEAR),
        **whole(
            """
                change chg chg. growth growth_rate diff diff. difference +/- +/-% ± % change_pp
                rate increase improvement
                """,
            Sign.CHANGE,
        ),
        **whole("ach_% ach% %_ach ach._% ach_(%)", Sign.ATTAINMENT),
        **whole("completion index progress", Sign.ATTAINMENT),
        **whole("gap shortfall surplus remaining to_go", Sign.VARIANCE),
        **whole("share mix share_of_total %_of_total contribution weight", Sign.SHARE),
        **whole(
            """
                check checksum control rank ranking trend calendar_progress time_elapsed
                check_sum
                """,
            Sign.CHECK,
        ),
    },
    left_over=dict.fromkeys(words("for of in the and to as at on"), None)
    | {"year": Sign.FULL_YEAR},
    neutral=frozenset(
        words("""
                bud_light target_customers target_group plan_members planned_outages expected_credit_loss
                actual_cost_of month-end month_end months monthly_recurring variance_analysis
                monthly per_month a_month planned_maintenance
                """)
    ),
    month_names={
        name: number
        for number, names in enumerate(
            (
                "january jan",
                "february feb",
                "march mar",
                "april apr",
                "may",
                "june jun",
                "july jul",
                "august aug",
                "september sept sep",
                "october oct",
                "november nov",
                "december dec",
            ),
            start=1,
        )
        for name in names.split()
    },
    month_patterns=(
        # Full dates first: they are no months.
        (
            rf"(?<!\w)(?P<day>\d{{1,2}}){_TH}[ .-]*(?P<name>{_MONTHS})\.?"
            r"[ ,.'-]*(?P<year>\d{4})(?!\d)"
        ),
        rf"(?<!\w)(?P<name>{_MONTHS})\.? (?P<day>\d{{1,2}}){_TH},? (?P<year>\d{{4}})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?!\d)",
        (
            rf"(?<!\w)(?P<first>{_MONTHS})\.?(?: ?(?:-|to|through|until) ?)(?P<name>{_MONTHS})\.?"
            r"(?:[ ,.'-]*(?P<year>(?:20)?\d{2})(?!\d|\w))?"
        ),
        (
            rf"(?<![a-z])(?P<name>{_MONTHS})\.?"
            r"(?:[ ,.'-]*(?P<year>(?:20)?\d{2})(?![\d%]|\w))?(?![a-z])"
        ),
        rf"(?<!\w)(?P<year>20\d{{2}})[ -](?P<name>{_MONTHS})(?![a-z])",
        r"(?<![\d.,])(?P<month>0?[1-9]|1[0-2]) ?/ ?(?P<year>20\d{2})(?!\d)",
        r"(?<![\d.,])(?P<month>0[1-9]|1[0-2])\.(?P<year>20\d{2})(?!\d)",
        r"(?<![\d.,])(?P<year>20\d{2}) ?[-/.] ?(?P<month>0?[1-9]|1[0-2])(?![\d.])",
        r"(?<!\d)(?P<year>20\d{2})(?P<month>0[1-9]|1[0-2])(?!\d)",
    ),
    measure_headers=frozenset(
        words("""
                kpi kpis measure measures metric metrics indicator indicators key_figure
                key_figures
                """)
    ),
    weak_measure_headers=frozenset(
        words("""
                item items line line_item description account position subject
                """)
    ),
    dimension_headers=frozenset(
        words("""
                region regions area areas city country province state market territory district
                zone product products product_line product_group brand sku category customer
                customers client account_name key_account channel channels segment store stores
                shop hotel property branch branches office site plant factory base team person
                rep sales_rep representative owner salesperson manager account_manager
                department unit_name business_unit destination class type tariff project model
                series industry group distributor dealer warehouse outlet route depot division
                section
                """)
    ),
    scenario_headers=frozenset(words("scenario version basis data_type value_type column type")),
    unit_headers=frozenset(words("unit units uom unit_of_measure currency measure_unit")),
    value_headers=frozenset(
        words("amount amounts value values figure figures number result data total_amount reading")
    ),
    whole_all=(
        r"all (?:the )?[a-z]+s",
        r"(?:whole|entire|total) (?:company|group|department|team)",
    ),
    serial_headers=frozenset(
        words("""
                no no. # nr nr. s/n id store_no store_no. branch_no branch_no. phone mobile tel tel.
                telephone phone_no phone_no. postcode zip zip_code code item_no item_no. serial product_code customer_code
                sku_code sku customer_no customer_no. product_no product_no. material
                material_no ref article_no article line_no position_no rank
                """)
    ),
    remark_headers=frozenset(
        words("""
                remark remarks comment comments note notes status traffic_light rag explanation
                reason reasons cause causes commentary action actions follow-up trend light
                owner_comment
                """)
    ),
    totals=frozenset(
        words("""
                total totals grand_total overall all sum company_total department_total
                all_regions all_products all_stores all_channels all_customers total_company
                group_total overall_total gesamt summe
                """)
    ),
    subtotals=frozenset(words("sub-total subtotal sub_total subtotals")),
    averages=frozenset(words("average avg avg. mean median")),
    average_patterns=(r"(?:average|avg\.?|mean|ø) (?:per|of|by|all|over) .*",),
    pivot_prefixes=("sum of ", "total of "),
    of_which=("of which", "thereof", "o/w", "including", "incl.", "of these", "therein"),
    missing=frozenset(
        words("""
                #missing #mi
                n/a n.a. na n.a n/a. tbd tbc t.b.d. t.b.c. not_available not_applicable none
                missing unknown no_data n/d nd pending open
                """)
    ),
    hedges=(
        "~",
        "≈",
        "about",
        "approx.",
        "approx",
        "approximately",
        "circa",
        "ca.",
        "c.",
        "around",
        "roughly",
        "nearly",
        "almost",
        "over",
        "under",
        "more than",
        "less than",
        "up to",
        "at least",
        ">",
        "<",
        "≥",
        "≤",
    ),
    measure_words=words("""
                revenue sales turnover sell-through sell-in sell-out shipment payment collection
                collected receivable overdue margin profit ebit ebitda cost expense spend volume
                customer headcount joiner leaver order visit event lead participant hour day
                night occupancy adr revpar rate share complaint stock inventory deposit loan
                balance arrears deliver parcel arr mrr churn logo conversion traffic footfall
                basket ticket nps satisfaction attrition training coaching backlog bookings
                billings invoice income fee premium claim output production yield scrap downtime
                calls returns units discount
                """),
    measure_names=frozenset(
        words("""
                sales net_sales gross_sales revenue net_revenue sales_revenue sell-through
                sell-in sell-out shipments payments payments_collected payment_collection
                collections orders order_intake bookings billings gross_profit profit net_profit
                operating_profit ebit ebitda sales_volume volume turnover headcount
                new_customers market_share complaints overdue_receivables receivables
                room_nights rooms_revenue occupancy deposits loans parcels_delivered
                electricity_sold export_revenue export_volume exports costs
                """)
    ),
    general_measures=frozenset(
        words("sales volume exports costs orders turnover profit loans deposits complaints revenue")
    ),
    team_words=frozenset(words("te de un")),
    title_words=frozenset(),
    money_words=words("""
                revenue sales turnover intake payment collection collected receivable overdue
                profit cost expense spend price adr revpar arr mrr bookings billings invoice
                income fee premium deposit loan arrears ebit discount value amount
                """),
    count_words=words("""
                customer headcount joiner leaver order visit event lead participant hour day
                night complaint volume units number_of count parcel logo calls staff people
                quantity traffic footfall ticket stores tonnes attendees meetings trainings
                """),
    rate_words=words("""
                rate share margin_% occupancy percentage percent ratio utilisation utilization
                yield nps conversion
                """),
    unit_words=frozenset(
        words("""
                nights leads pax boxes bottles sets vehicles cars trucks tickets meetings
                contracts projects points accounts users subscribers members outlets shops
                branches hotels sessions participants bags cartons pallets containers teu kwh
                mwh barrels bbl gallons lots deals meals covers seats beds policies claims
                licences licenses devices kits cases parcels households connections x times
                """)
    ),
    note_starts=(
        "note",
        "notes",
        "source",
        "remark",
        "remarks",
        "comment",
        "*",
        "¹",
        "²",
        "³",
        "†",
        "1)",
        "2)",
        "prepared by",
        "disclaimer",
        "legend",
        "footnote",
        "n.b.",
        "nb:",
        "quelle",
    ),
    meta_keys=frozenset(
        words("""
                department dept prepared_by author checked_by approved_by date printed created
                report_date print_date company entity user team version owner submitted_by
                extracted exported run_date run_by scope division organisation organization
                sheet report
                """)
    ),
    period_keys=frozenset(
        words("""
                month period reporting_month posting_period posting_month reporting_period report_month report_period
                for_month accounting_period fiscal_period
                """)
    ),
    record_words=words("""
                extracted exported printed created prepared generated source run_date as_at_run
                updated saved status_of downloaded version
                """),
    period_end_words=words("""
                as_of as_at period_ended period_ending month_ended month_ending ended ending
                until to through
                """),
    unit_line_patterns=(
        r"(?:units?|currency|unit of measure|uom) ?[:=] ?(?P<unit>[^;|,()]+)",
        r"\bin (?P<unit>[^;|()]+?)(?= unless| if not|[;.|()]|$)",
    ),
    measure_line_patterns=(
        r"(?:measure|metric|kpi|indicator) ?: ?(?P<measure>[^;|]+)",
        (
            r"^(?P<measure>[^:;|()]+?) by (?:region|product|customer|channel|city|area|store|branch"
            r"|country|segment|category|team|hotel|brand|department|site|office|market)\b"
        ),
    ),
    traditional={},
)
