"""English cue words."""

from __future__ import annotations

import re
from typing import Final

from drafter.figures.period import Period
from drafter.languages.cues import CueBook, CueKind, set_against
from drafter.languages.word_list import words

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "\n        september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
_COUNTS: Final = {
    name: number
    for number, name in enumerate(
        words("two three four five six seven eight nine ten eleven twelve"), start=2
    )
}
_MONTH_NAMES: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH: Final = re.compile(
    r"(?<![\d./-])(?<!\d\s)(?:(?P<which>last|previous|prior|next|this|coming)\s+)?"
    rf"\b(?P<month>{_MONTH_NAMES})\b\.?(?:['’]s)?"
    r"(?!\s+\d{1,2}(?![\d,.]))(?:,?\s+(?:of\s+)?(?P<year>\d{4}|last\s+year|this\s+year|"
    r"the\s+(?:previous|prior)\s+year|a\s+year\s+(?:ago|earlier)))?",
    re.IGNORECASE,
)


def _read_month(match: re.Match[str], period: Period) -> CueKind | None:
    name = match["month"]
    if name.lower() in ("may", "march", "mar", "sep", "jan", "dec") and not name[0].isupper():
        return None
    if name == "May" and not _is_month_may(match):
        return None
    month = _MONTHS[name.lower()]
    which, year = (match["which"] or "").lower(), (match["year"] or "").lower()
    if year.isdigit():
        return set_against(month, int(year), period)
    if year:
        return set_against(month, period.year - (not year.startswith("this")), period)
    if which in ("next", "coming"):
        return CueKind.FUTURE
    if which in ("last", "previous", "prior") and month == period.month:
        return CueKind.PRIOR_YEAR
    return set_against(month, None, period)


def _is_month_may(match: re.Match[str]) -> bool:
    """`May` at the start of a question or as a verb is no month; after a preposition it is."""
    before = match.string[max(0, match.start() - 12) : match.start()].rstrip().lower()
    return (
        not before.endswith((".", "?", "!")) or match.string[match.end() : match.end() + 1] != " "
    )


_PLAN = r"(?:plan(?:ned)?|target(?:s|ed)?|budget(?:ed|s)?|goals?|quotas?|establishment|ceiling|limits?|cap|threshold|commitment|norm|schedule|standard|allowance|benchmark|tolerance)"
_OWN = r"(?:the\s+|its\s+|our\s+|their\s+|a\s+)?"
_TO_PLAN = rf"(?=\s+{_OWN}(?:[\w-]+\s+){{0,3}}{_PLAN}\b)"

_SOME_MONTHS = (
    r"(?<!last )(?<!next )(?<!past )(?<!remaining )(?<!other )(?<!each of )(?<!each of the )"
    r"(?<!over )(?<!over the )(?<!the )"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2})"
)

_PATTERNS: Final = (
    (CueKind.PRIOR_YEAR, r"\b(?:year[- ]on[- ]year|year[- ]over[- ]year|y[- /]?o[- /]?y)\b"),
    (CueKind.PRIOR_MONTH, r"\b(?:month[- ]on[- ]month|month[- ]over[- ]month|m[- /]?o[- /]?m)\b"),
    (CueKind.YTD, (r"\byear[- ]to[- ]date\b|\bytd\b|\bcumulat(?:ive(?:ly)?|ed)\b|\bso far this year\b"
     r"|\baccumulated\b|\bsince january\b|\bto date\b|\bup\s+to\s+(?:the\s+)?end\s+of\b|\b(?:to|until|through)\s+end[- ](?:of[- ])?\w+|\bso\s+far\b|\bhalf-?\s?way\b|\bhalf\s+the\s+year\b|\bplan\s+to\s+date\b|\bsince\s+the\s+start\s+of\b|\bhalf[- ]?way\s+(?:through|mark|point|into)\b|\bhalf\s+(?:of\s+)?the\s+year\b"
     rf"|\bup\s+to\s+and\s+including\b|\b{_SOME_MONTHS}\s+months\b(?!\s+(?:\w+\s+)?(?:left|remain\w*|ahead|ago|earlier|before|running|later|to\s+(?:go|come)))")),
    (CueKind.PRIOR_YEAR, (r"\b(?:the\s+)?same\s+(?:month|period|time|quarter|half)\s+(?:of\s+)?"
     r"(?:last\s+year|a\s+year\s+(?:ago|earlier)|the\s+(?:previous|prior)\s+year|in\s+\d{4})")),
    (CueKind.PRIOR_YEAR, (r"\b(?:last|previous|prior)[- ]year(?:['’]s)?\b|\ba?\s*year[- ](?:ago|earlier|before)\b"
     r"|\btwelve months (?:ago|earlier)\b|\bthis time last year\b|\bon\s+the\s+year\b|\btwelve\s+months\s+before\b")),
    (CueKind.PRIOR_MONTH, (r"\b(?:last|previous|prior|preceding)\s+month(?:['’]s)?\b"
     r"|\b(?:a|one)\s+month\s+(?:ago|earlier|before)\b|\bthe\s+month\s+before\b|\bon\s+the\s+month\b|\bon\s+the\s+month\b")),
    (CueKind.FUTURE, (r"\b(?:next|coming|following)\s+(?:month|year|quarter)(?:['’]s)?\b"
     r"|\bsecond\s+half\b")),
    (CueKind.CURRENT, r"\bthis\s+month(?:['’]s)?\b|\b(?:in|for|during)\s+the\s+month\b|\bmonthly\s+plan\b"),
    (CueKind.YTD, (r"\b(?:first|over|after|in|for|across)\s+(?:the\s+)?(?:first\s+)?"
     r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2})\s+months?\b"
     r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2})\s+months?\s+(?:in|into|of\s+the\s+year|of\s+\d{4}|gone|done|behind)\b"
     r"|\bhalf[- ]year\b|\bquarter(?=:)|\bQ1\b|\b(?:thirds?|quarters?)\s+of\s+the\s+year\b(?!['’]s|\s+(?:plan|target|budget|is|has|gone|elapsed|behind|over|completed|passed))|\bfirst\s+(?:half|quarter)\b|\bquarterly\b|\b(?:the|this|our)\s+quarter\b"
     r"|\b(?:jan(?:uary)?)\s*(?:to|through|[-–—])\s*\w+")),
    (CueKind.ELAPSED, (r"\btime\s+elapsed\b|\bcalendar\b|\bpro[- ]rata\b|\bof\s+the\s+year\s+(?:is\s+|has\s+)?(?:gone|elapsed|behind|over|completed|passed)\b"
     r"|\b\w+\s+twelfths?\s+of\s+the\s+year\b|\blinear\s+pace\b|\btime[- ]progress\b")),
    (CueKind.WHOLE_YEAR, (r"\b(?:full|whole|entire)[- ]year(?:['’]s)?\b|\bannual(?:ly)?\b"
     r"|\bthe\s+year(?:['’]s)?\b(?![- ](?:to|on|over|ago|earlier|before))|\byear['’]s\b|\byear[- ]end\s+(?:plan|target|goal)\b"
     r"|\b(?:due\s+)?by\s+(?:the\s+end\s+of\s+)?(?:december|year[- ]end)\b|\btwelve[- ]month\b|\bof\s+the\s+full(?=\s+\W?\d)")),
    (CueKind.CONDITIONAL, r"\b(?:if|would\s+have|would\s+be|assuming|excluding\s+this|had\s+it|had\s+we|would\s+have)\b"),
    (CueKind.ATTAIN, (rf"\b(?:attainment|achievement\s+rate|completion(?:\s+rate)?|fulfil\w*)\b"
     rf"|\bof{_TO_PLAN}|\bagainst{_TO_PLAN}(?=\s+{_OWN}plan\s*$)")),
    (CueKind.ABOVE, (rf"\b(?:over|beyond){_TO_PLAN}|\babove\b|\bahead\s+of\b|\b(?:beat|beats|beating|beaten|"
     r"exceed\w*|surpass\w*|overshot|outperform\w*|topp(?:ed|ing))\b|\bsurplus\b|\bin\s+excess\b|\bahead\b|\bover\b(?=\s*(?:[.,;:)]|$))|\b(?:leads?|leading|led)\b(?=\s+(?:the\s+)?(?:plan|target|budget|last|prior))"
     r"|\bover\b(?=\s*(?:[.,;)]|$))|\boverachiev\w*\b|\boverspen\w*\b|\boverrun\b")),
    (CueKind.BELOW, (rf"\b(?:under|beneath|inside|within){_TO_PLAN}|\bbelow\b|\b(?:(?:fell|falls?|came|comes?|ran|is|was|are|were)\s+)?short(?:\s+of|fall)?\b|\blight\b(?=\s*(?:[.,;:)]|$|\band\b))|\b(?:fell|falls?|falling|fallen)\s+short(?:\s+of)?\b|\blight\b(?=\s*(?:[.,;)]|$|and\b))|\bbehind\b"
     r"|\bmiss(?:ed|es|ing)?\b|\bshy\s+of\b|\bunder(?:shot|spent|spend|spending|performed)\b|\bunder\b|\bgap\b"
     r"|\btrail(?:s|ed|ing)?\b|\blag(?:s|ged|ging)?\b")),
    (CueKind.FLAT, (r"\b(?:flat|unchanged|stable|in\s+line\s+with|on\s+a\s+par\s+with|level\s+with|"
     r"the\s+same\s+as|exactly\s+on|on\s+(?:plan|target|budget)|no\s+change|held\s+steady)\b")),
    (CueKind.BETTER, r"\b(?:improv(?:ed|es|ing|ement)|better|strengthen\w*|recovered|recovery|quicker|faster(?=\s+(?:than|on)\b))\b"),
    (CueKind.WORSE, r"\b(?:worse(?:n(?:ed|ing|s)?)?|deteriorat\w*|weaken\w*|slower(?=\s+(?:than|on)\b))\b"),
    (CueKind.UP, (r"\b(?:up|rose|rise|rises|rising|risen|grew|grow|grows|growing|grown|growth|increas\w*|"
     r"gain(?:ed|s|ing)?|jump\w*|climb\w*|surg\w*|soar\w*|advanc\w*|expand\w*|added|adding|"
     r"higher|more|greater|larger|faster|edged\s+up|picked\s+up|uplift|accelerat\w*|bounc\w*|"
     r"rebound\w*|dearer|lifted|lifting|widened|net\s+gain|a\s+net(?=\s+\d)|extra|additional|raised)\b|\+")),
    (CueKind.DOWN, (r"\b(?:down|fell|fall|falls|falling|fallen|declin\w*|decreas\w*|drop(?:ped|s|ping)?|"
     r"slipp?(?:ed|s|ing)?|shrank|shrunk|shrink\w*|lower|less|fewer|eased|easing|ease|cut|reduc\w*|"
     r"contract(?:ed|ing)|slid|slump\w*|plung\w*|dipp?(?:ed|s)?|soften\w*|trimmed|narrow\w*|"
     r"retreat\w*|tumbl\w*|los(?:t|s|ses|ing)|weaker|smaller|slower|cheaper|shed|halv\w+)\b|[−▼▲](?=\d)")),
    (CueKind.REMAIN, (r"\b(?:remaining|remains?(?!\s+(?:our|the|an?|its|in|at|stable|flat|unchanged|below|above|under|over|\w+ly|\d))|left\s+(?:to|for|of)|what\s+is\s+left|left(?=\s+(?:we|there|it)\b)|still\s+to\s+(?:come|go|do|sell|find|earn|bring)|has\s+to\s+bring|still\s+(?:needed|needs|required|to\s+go|outstanding|open|missing)|to\s+go|"
     r"outstanding|needs?\s+to|we\s+need|would\s+need|require[sd]?|(?:still\s+)?to\s+(?:come|do)|remain|ha(?:s|ve)\s+to\s+bring|hitting|reaching|to\s+reach|leaves|needed)\b")),
    (CueKind.MONTHLY, r"\b(?:per|a|each|every)\s+month\b|\bmonthly\b|\bin\s+each\s+of\b|\beach\s+of\s+the\b"),
    (CueKind.SHARE, (r"\b(?:shares?|accounts?\s+for|accounted\s+for|contribut\w*|represent\w*|makes?\s+up|"
     r"made\s+up|proportion|portion|mix|penetration|generat\w+|provide[sd]?|equivalent\s+to)\b"
     r"|\bof\s+(?:the\s+|our\s+)?(?:\w+\s+)?(?:total|whole|sales|revenue|network|business|department|all|overall|group)\b")),
    (CueKind.RATE, r"\b(?:rate|ratio|margin|conversion|return on)\b"),
    (CueKind.PER, (r"\bper\b|\beach\b|\bevery\b|\bapiece\b|\ban?\s+(?:head|piece|tonne|unit)\b|\b(?:a|an)\s+average\b"
     r"|(?:(?<=\d )|(?<=\d[km] )|(?<=illion ))an?\s+(?!year|little|touch|lot|bit|good|further|shade|fraction|month\s+(?:ago|earlier))\w+"
     r"|\b(?<!by )(?<!half )an?\s+(?:\w+\s+)?\w+(?=\s+(?:cost|costs|brought|brings|bought|buys|earned|earns|fetched|paid|pays|yielded|spent|spends)\b)")),
    (CueKind.AVERAGE, r"\b(?:on\s+)?average[sd]?\b|\bmean\b"),
    (CueKind.SUM, r"\b(?:together|combined|jointly|in\s+total|altogether|both|as\s+a\s+group|sum)\b"),
    (CueKind.TOTAL, r"\b(?:total(?:s|led|ling|ed)?|overall|department|group|network|whole|entire|all)\b"),
    (CueKind.EXCEPT, r"\b(?:except|excluding|without|aside|apart\s+from|other\s+than|ex-|other)\b"),
    (CueKind.PLAN, rf"\b{_PLAN}\b|\bstandard\s+(?:is|of)\b|\ballowed\b|\binstead\s+of\b|\bthan\s+(?:we\s+|was\s+|were\s+|had\s+been\s+)?(?:should\s+have|hoped|expected|intended|foreseen|agreed)\b|\bforecast(?:ed)?\b"),
    (CueKind.NOT, r"\b(?:not|no|never|neither|nor|failed\s+to|did\s+not|didn['’]t|without)\b"),
)  # fmt: skip

CUE_BOOK: Final = CueBook(
    patterns=_PATTERNS,
    month=_MONTH,
    read_month=_read_month,
    months=re.compile(
        r"\b(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\s+months?\b"
        r"(?!\s+(?:to\s+go|left|remain|ahead))",
        re.IGNORECASE,
    ),
    count_of=lambda word: _COUNTS.get(word.lower()) or (int(word) if word.isdigit() else None),
    month_number=lambda name: _MONTHS.get(name.lower()),
    before_level=re.compile(
        r"\b(?:to|at|reach(?:ed|es|ing)?|total(?:s|led|ling)?|stood\s+at|stands\s+at|was|is|were|are|came\s+to|"
        r"hit)\s+(?:just\s+|only\s+|exactly\s+|a\s+|an\s+|now\s+|still\s+)*$",
        re.IGNORECASE,
    ),
    before_end=re.compile(r"\b(?:to|hit|reach(?:ed|es|ing)?)\s+(?:just\s+|only\s+)*$", re.IGNORECASE),
    before_change=re.compile(r"\bby\s+(?:just\s+|only\s+|exactly\s+|a\s+further\s+|another\s+)*$", re.IGNORECASE),
    before_start=re.compile(r"\bfrom\s+(?:just\s+|only\s+)*$", re.IGNORECASE),
    states_base=re.compile(
        r"\b(?:instead\s+of|rather\s+than|out\s+of|where\s+we\s+wanted|room\s+for)\s+(?:the\s+|a\s+)?$"
        rf"|(?<!than\s)\b{_PLAN}(?:\s+(?:of|was|is|for|at|had\s+been)(?:\s+\w+)?|:)?\s*(?:just\s+|only\s+)?$"
        r"|\d\s+(?:out\s+)?of\s+(?:the\s+)?$|\binstead\s+of\s+(?:the\s+)?$|\bstandard\s+is\s+$"
        r"|\b(?:last\s+year|year\s+ago|month)['’]s\s+$|\b(?:against|versus|vs\.?)\s+(?:an?\s+|the\s+)?$|\baiming\s+(?:for|at)\s+$",
        re.IGNORECASE,
    ),
    states_base_after=re.compile(
        rf"\s*(?:[\w-]+\s+){{0,2}}?(?:{_PLAN}\b|(?:that\s+)?(?:we|is|are|was|were)\s+(?:allow\w*|permitted|planned)\b|(?:a|one)\s+year\s+(?:ago|earlier))",
        re.IGNORECASE,
    ),
    suffix=re.compile(""),
    binding=re.compile(
        r"[(（]|\b(?:[\w-]+\s+){1,2}of\s*$|\b(?:from|to|by|at|versus|vs\.?|against|up|down|plus|with|than|"
        rf"(?:of\s+)?(?:a|the|its|our|their)\s+(?:\w+[- ]){{0,2}}?{_PLAN}(?:\s+of)?)\b[^(（]*$",
        re.IGNORECASE,
    ),
    before_year=re.compile(
        r"\b(?:in|of|than|above|below|on|over|for|to|versus|vs\.?|against|since|from|with|and)\s+$",
        re.IGNORECASE,
    ),
    per_after=re.compile(
        r"\s*(?:an?|each|every|per)\s+(?!year\b|month\s+(?:ago|earlier|before)|third|quarter|half|fifth|tenth|point|good|healthy)[a-z]",
        re.IGNORECASE,
    ),
    rate_base=re.compile(
        r"\b(?:per|(?:for|out\s+of|in)\s+every)\s+(?P<base>\d[\d,]*)", re.IGNORECASE
    ),
    part_before=re.compile(r"(?!)"),
    part_after=re.compile(
        rf"\s*of\s+(?!{_OWN}(?:[\w-]+\s+){{0,3}}{_PLAN}\b)(?:the|our|its|their|all|them|(?!last|prior|\d|which)[a-z]+)\b", re.IGNORECASE
    ),
    compares=re.compile(r"\b(?:vs|versus|against|change|chg|var|variance|diff(?:erence)?|delta|growth|yoy|mom|y/y|m/m)\b|[Δ±%]", re.IGNORECASE),
    out_of=re.compile(
        r"\s*(?:[a-z]+\s+){0,2}(?:out\s+)?of\s+(?:(?:the|our|its|this|a|full|planned|annual|"
        r"(?:the\s+)?year['’]s)\s+)*",
        re.IGNORECASE,
    ),
    before_compared=re.compile(r"\b(?:above|below|inside|within)\s+(?:the\s+)?$", re.IGNORECASE),
    beside=re.compile(
        r"(?:\b(?:against|versus|vs\.?|compared\s+(?:with|to)|from)|^,?\s*to)\s+"
        r"(?:only\s+|just\s+|about\s+|roughly\s+)*$",
        re.IGNORECASE,
    ),
    base_follows=True,
    coordination=re.compile(r"^[\s,]*(?:and|or|as\s+well\s+as|&)?\s*$", re.IGNORECASE),
    in_turn=re.compile(r"\brespectively\b|\bin\s+that\s+order\b", re.IGNORECASE),
    list_joint=re.compile(r"\s*(?:,|,?\s*and|&|/|or|plus)\s*(?:the\s+)?", re.IGNORECASE),
)  # fmt: skip
