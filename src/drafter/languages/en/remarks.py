"""English sentences that say how a draft was written, and what several months show."""

from __future__ import annotations

from typing import Final

REMARKS: Final = {
    "no_examples": "No example summaries were found; the text follows no house example.",
    "examples_unavailable": "Written without example summaries: {detail}.",
    "model_unreachable": "The built-in writer wrote this draft, as the model did not answer: "
    "{detail}.",
    "section_fell_back": "{section}: written by the built-in writer, as the model gave no usable "
    "answer: {detail}.",
    "not_repaired": "{section}: still with findings after the repairs: {detail}.",
    "questions_open": "Questions about the table that are still open: {detail}. Their figures are "
    "left out.",
    "problems_in_table": "Cells of the table that could not be used: {detail}.",
    "references_lost": "{section}: the corrected table no longer has a figure for {detail}.",
}

TRENDS: Final = {
    "subject": "{measure} ({members})",
    "member_join": ", ",
    "below_plan": "{subject}: missed plan, {months} months running.",
    "met_plan": "{subject}: met plan, {months} months running.",
    "rising": "{subject}: rose, {months} months running.",
    "falling": "{subject}: fell, {months} months running.",
}
