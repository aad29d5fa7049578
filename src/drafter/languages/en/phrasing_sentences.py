"""English sentences of the built-in writer, its gap questions and its findings."""

from __future__ import annotations

from typing import Final

SENTENCES: Final = {
    # The month in one sentence: {month}, {subject}, {value}, {gap}, {plan}.
    "lead.ahead": ("{month} closed ahead of plan: {subject} came to {value}, {gap}.",),
    "lead.behind": (
        "{month} fell short of plan: {subject} came to {value} against a plan of {plan}, {gap}.",
    ),
    "lead.on_plan": ("{month} closed exactly on plan: {subject} came to {value}.",),
    "lead.no_plan": ("In {month} {subject} came to {value}; the table gives no plan for it.",),
    "lead.nothing": ("The table has no figures on results for {month}.",),
    "trend": ("That is {trend}.",),
    "trend.warning": ("That is {trend}: a warning that needs an explanation.",),
    "warning": ("A warning on {subject}: {trend}.",),
    "warnings": ("Warnings: {list}.",),
    "warnings.item": ("{subject} is {trend}",),
    "ytd.plan": ("Year to date {subject} came to {ytd}, {gap}.",),
    "ytd.growth": ("Year to date {subject} came to {ytd}, {growth}.",),
    "ytd.both": ("Year to date {subject} came to {ytd}, {gap} and {growth}.",),
    "ytd.contrast": ("Year to date {subject} came to {ytd}, {gap} but {growth}.",),
    "ytd.bare": ("Year to date {subject} came to {ytd}.",),
    "year.attained": ("That is {year_attainment} of the year's plan, {remaining}.",),
    # One row: {subject}, {value}, {a}, {b}.
    "row.two": (
        "{subject} came to {value}, {a} and {b}.",
        "{subject} stood at {value}, {a} and {b}.",
    ),
    "row.contrast": (
        "{subject} came to {value}, {a} but {b}.",
        "{subject} stood at {value}, {a} but {b}.",
    ),
    "row.one": ("{subject} came to {value}, {a}.", "{subject} stood at {value}, {a}."),
    "row.warning": ("{subject} came to {value}: {trend}, which is a warning.",),
    "row.none": ("{subject} stood at {value}.",),
    "ytd_row.two": ("{subject} came to {value} for the year to date, {a} and {b}.",),
    "ytd_row.contrast": ("{subject} came to {value} for the year to date, {a} but {b}.",),
    "ytd_row.one": ("{subject} came to {value} for the year to date, {a}.",),
    "ytd_row.none": ("{subject} came to {value} for the year to date.",),
    # A group: {measure}, {claim}, {list} ...
    "group.counts": ("On {measure}, {claim}, and {other}.",),
    "group.count": ("On {measure}, {claim}.",),
    "group.values": ("{measure} by {noun}: {list}.",),
    "group.value": ("{member} {value}",),
    "group.ahead_first": ("{member} {gap}",),
    "group.ahead_next": ("{member} by {size}",),
    "group.ahead": ("{list}.",),
    "group.worst": ("{claim}, at {value} against a plan of {plan}.",),
    "group.worst_no_cause": (
        "{claim}, at {value} against a plan of {plan}; the notes give no cause.",
    ),
    "group.behind": ("Also below plan: {list}.",),
    "group.behind_member": ("{member} ({size})",),
    "attached": ("On {subject} the notes say: {note}",),
    # What is missing.
    "missing.plan": ("No plan figures are given, so nothing can be said on attainment.",),
    "missing.products": ("Neither the table nor the notes say anything on single products.",),
    "missing.customers": ("Neither the table nor the notes say anything on customers.",),
    "missing.existing": ("On keeping existing customers nothing is reported.",),
    "missing.new": ("On newly won customers nothing is reported.",),
    "missing.activities": ("No marketing activities are reported in the table or the notes.",),
    "missing.team": ("Neither the table nor the notes say anything on the team.",),
    "missing.training": ("No training is reported.",),
    "missing.problems": (
        "Neither the table nor the notes show a problem; that should be confirmed.",
    ),
    "missing.requests": ("The notes ask for nothing.",),
    # Problems.
    "problems.misses": ("Behind plan this month: {list}.",),
    "problems.miss_first": ("Behind plan this month is {list}.",),
    "problems.unknown_all": ("The notes give no cause for any of this.",),
    "problems.unknown": ("The notes give no cause for {list}.",),
    "contradicted": (
        "What the notes say on {subject} differs from the table and is left out for now.",
    ),
    "note": ("{note}",),
    "note.foreign": ("The notes say: “{note}”",),
    "subject.total": ("total {measure}",),
    "subject.member": ("{measure} for {member}",),
    "subject.members": ("{measure} for {list}",),
    "year.done": ("With {year_attainment}, the year's plan is reached.",),
}

GAP_QUESTIONS: Final = {
    "miss.what": "Why did {subject} miss plan ({gap})?",
    "miss.reason": "It is one of the largest misses, and the notes give no cause for it.",
    "warning.what": "Why is {subject} {trend}?",
    "warning.reason": "Growth on the month with a fall on the year is a warning that the "
    "summary must explain.",
    "section.what": "What is there to report on {heading}?",
    "section.reason": "Neither the table nor the notes have anything for this section.",
    "vague.what": "What should be reached, by whom and by when: “{note}”?",
    "vague.reason": "The note names a task without a result that can be measured.",
    "contradiction.what": "The notes say “{note}”, the table says {subject} {value}. Which is "
    "right?",
    "contradiction.reason": "Notes and table differ, and the product does not choose.",
    "no_notes.what": "What happened this month: causes, activities, team, problems, requests?",
    "no_notes.reason": "There are no notes at all; the draft can only describe the table.",
    "existing.what": "What was done to keep and deepen existing customers?",
    "existing.reason": "The section owes two stories, and only new customers are reported.",
    "new.what": "Which new customers were won?",
    "new.reason": "The section owes two stories, and only existing customers are reported.",
}

FINDINGS: Final = {
    "unknown_reference": "{text} is not in the list of references; use one that is listed.",
    "malformed_reference": "{text} is not a reference; write one exactly as listed.",
    "raw_figure": "“{text}” is typed as a figure; use the reference for it, or leave it out.",
}

HEADINGS: Final = {
    "results": "Results",
    "products": "Products",
    "customers": "Customers",
    "activities": "Activities",
    "team": "Team",
    "problems": "Problems and requests",
}

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
