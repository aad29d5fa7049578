"""What reading a table tells and asks, in English."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    # problems
    "broken_value": "the cell holds {text}: no value ({name})",
    "broken_derived": "the cell holds {text} in a derived value; no figure is lost ({name})",
    "uncalculated": "the formulas have no stored results. Open the file in the spreadsheet program,"
    " save it and hand it in again",
    "outside_forecast": "“{header}” is a forecast: no scenario of a report, not imported",
    "outside_later_month": "“{header}” is about a later month: no scenario of this report,"
    " not imported",
    "outside_other_month": "“{header}” is another month than this one, the month before or the same"
    " month last year: not imported",
    "outside_other_span": "“{header}” is about another span than the month, the year to date or the"
    " year: not imported",
    "outside_other_year": "“{header}” is about another year: not imported",
    "outside_no_scenario": "“{header}” is no scenario of a report: not imported",
    "footnote": "“{text}” carries the mark {mark}, which is no part of the number",
    "wrong_derived": "“{header}” says {shown}, but {formula} = {expected}",
    "duplicate_identical": "the row “{name}” stands twice with the same values: imported once",
    "unnamed_row": "the row has values but no label: not imported",
    "unnamed_subtotal": "the sub-total names no group: not imported",
    "average_row": "an average, not imported: “{name}”",
    "no_header": "values without a header row over them: not imported",
    "no_column_header": "values in a column without a header: not imported",
    "left_over": "the values under “{header}” could not be placed: not imported",
    "left_over_table": "the values of this table could not be placed: none is imported",
    "other_month_sheet": "the sheet is about {month}, the report about {period}: not imported",
    "other_period": "the file speaks of {month}, but {period} was given",
    "unusable_answer": "the answer “{answer}” to {id} cannot be used here",
    "next_month_text": "“{text}” is a plan for another month: it stays in the notes",
    # the name of a dimension that no header names
    "member_key": "segment",
    # questions
    "period": "No month is named. Which month are these figures of (as 2026-10)?",
    "period_year": "“{text}” names no year. Which month are these figures of (as 2026-10)?",
    "period_conflict": "The file names several months ({months}). Which one is it of?",
    "hidden_column": "The column “{header}” is hidden. Import it?",
    "hidden_row": "The row “{name}” is hidden. Import it?",
    "hidden_sheet": "The sheet “{name}” is hidden. Import it?",
    "unclear_header": "What do the values under “{header}” stand for?",
    "last_year": "“{header}”: the same month of last year, or all of last year?",
    "year_only": "“{header}” names a year only: which values are these?",
    "other_months": "“{header}” does not end in {period}. What do these values stand for?",
    "fiscal_months": "“{header}” does not begin in January. Is it the year to date of your"
    " fiscal year?",
    "bare_scenario": "No header says what the values of “{name}” are (actual, plan ...)."
    " What are they?",
    "measure": "What do these values measure? Neither a header nor a line above names it.",
    "unit": "No unit is given for “{measure}”. Which is it?",
    "percent_unit": "“{text}” ({name}) is in percent, but the unit is {unit}. Which value is it?",
    "unit_conflict": "“{text}” ({name}) does not fit the unit {unit}. What is the value in {unit}?",
    "scaled_format": "The cells of “{measure}” are stored as {text} but shown in a larger unit."
    " Which unit do the stored numbers have?",
    "fraction": "“{text}” ({name}) stands under %, but may be a fraction: {text} % or {hundredfold}"
    " %?",
    "approximate": "“{text}” ({name}) is approximate. What is the exact value?",
    "unreadable_number": "“{text}” ({name}) is not one number. Which value is it?",
    "date_in_number": "The cell holds a date, {text} ({name}): a spreadsheet may have made it of"
    " something typed. What is the number?",
    "number_notation": "“{text}” ({name}) does not fit how the file writes numbers. What is the"
    " value?",
    "words": "“{text}” stands where numbers are expected. Does it mean that there is no value?",
    "dash": "“{text}” ({name}) may be zero or nothing. Which?",
    "error_value": "The cell holds {text} ({name}). What is the right value?",
    "no_result": "The formulas have no stored results, so these values are unknown. Save the file"
    " in the spreadsheet program and hand it in again, or leave them out.",
    "duplicate": "“{name}” stands more than once with different values ({places}). Which is right?",
    "total_mismatch": "The total {total} ({name}) does not equal the sum of its parts, {sum}."
    " Which is right?",
    "total_mismatch_all": "The totals of “{name}” do not equal the sums of their parts. Keep them"
    " as written?",
    "no_table": "No table was found in this text. It is kept as notes. Where are the figures?",
    "missing_actual": "“{text}”: only the attainment is given. What is the actual value?",
}
