"""English words of claims over a group."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from drafter.languages.claim_words import ClaimWords, Predicate, Yardstick
from drafter.languages.word_list import words

_NUMBERS: Final = {
    name: number
    for number, name in enumerate(
        words("zero one two three four five six seven eight nine ten eleven twelve")
    )
}
_ORDINALS: Final = {
    name: number
    for number, name in enumerate(
        words("zeroth first second third fourth fifth sixth seventh eighth ninth tenth")
    )
}
_NUMBER: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_ORDINAL: Final = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|\d{1,2}(?:st|nd|rd|th))"

# What a group may be called, and the dimension keys that such a noun may stand for.
_NOUNS: Final = {
    "region": "region area market territory",
    "area": "region area",
    "territory": "region territory area",
    "market": "market region country destination segment",
    "country": "country market destination",
    "destination": "destination country market",
    "province": "region province area",
    "city": "city region",
    "channel": "channel",
    "segment": "segment sector customer",
    "sector": "segment sector industry",
    "industry": "industry segment sector",
    "product": "product category brand item line",
    "brand": "brand product",
    "category": "category product",
    "line": "line product category",
    "range": "product category range",
    "class": "class category",
    "grade": "grade product",
    "store": "store shop location branch",
    "shop": "store shop",
    "location": "store location site branch",
    "branch": "branch store outlet",
    "outlet": "outlet store branch",
    "site": "site location plant base",
    "plant": "plant site base",
    "base": "base site plant region",
    "hub": "hub site region depot",
    "depot": "depot hub site",
    "hotel": "hotel property",
    "property": "hotel property",
    "department": "department division",
    "division": "division department",
    "unit": "unit division",
    "team": "team person",
    "customer group": "customer segment class",
    "account": "account customer",
    "service": "service product",
    "business": "segment business division",
    "desk": "desk team",
    "measure": "measure",
    "indicator": "measure",
    "metric": "measure",
    "performer": "",
    "contributor": "",
}  # fmt: skip
_EARLIER: Final = (
    r"(?:in\s+)?(?:(?:the\s+)?(?:last|previous|prior)\s+(?:year|month|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|(?:a|one|the)\s+(?:year|month)\s+(?:ago|earlier|before)|the\s+year\s+before"
    r"|(?:in\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december))\b"
)
_RISES: Final = r"(?:grew|grows?|growing|grown|rose|rises?|rising|gained|gains?|increased|expanded|improved|added)"
_FALLS: Final = r"(?:fell(?:\s+back)?|falls?|falling|declined|declines?|dropped|drops?|shrank|shrinks?|lost|loses?|slipped|decreased|contracted|suffered)"
_PLAN: Final = r"(?:plan|target|budget|goal|quota)s?"
_ABOUT: Final = r"(?:\w+\s+){0,4}"


def _noun(nouns: Mapping[str, str]) -> str:
    """Any of the nouns, one or several, as a group."""
    forms = (
        re.escape(noun.removesuffix("y")) + ("(?:y|ies)" if noun.endswith("y") else "(?:s|es)?")
        for noun in sorted(nouns, key=len, reverse=True)
    )
    return r"(?:customer\s+)?(?P<noun>" + "|".join(forms) + r")\b"


def _small_number(text: str) -> int | None:
    plain = text.strip().lower()
    if plain.isdigit():
        return int(plain)
    if plain[:-2].isdigit():
        return int(plain[:-2])
    return _NUMBERS.get(plain, _ORDINALS.get(plain))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def counts_of(nouns: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    """Counts over groups with these nouns, the fullest form first."""
    noun = _noun(nouns)
    return (
        _pattern(
            rf"\b(?P<grew>{_NUMBER})\s+(?:(?:of\s+(?:them|these)|{noun})\s+)?(?:rose|grew|gained|increased|(?:were\s+)?up|improved)(?:\s+and|\s*,\s*(?:and\s+)?|\s*;\s*)\s*"
            rf"(?P<fell>{_NUMBER})\s+(?:fell|declined|shrank|dropped|slipped|(?:were\s+|was\s+)?down)\b"
        ),
        _pattern(
            rf"\b(?P<met>{_NUMBER})\s+(?:(?:of\s+(?:them|these)|{noun})\s+)?(?:met|made|hit|beat|reached)(?:\s+(?:their\s+|its\s+|the\s+)?{_PLAN})?(?:\s+and|\s*,\s*(?:and\s+)?|\s*;\s*)\s*"
            rf"(?P<missed>{_NUMBER})\s+(?:missed|fell\s+short|did\s+not)\b"
        ),
        _pattern(
            rf"\b(?:(?P<only>only|just)\s+)?(?P<count>{_NUMBER}|none|neither|both|all|no)\s+(?:out\s+)?of\s+"
            rf"(?:(?:the|our|its|these|those)\s+)?(?P<of>{_NUMBER})\s+(?:(?:[a-z-]+\s+){{0,2}}?{noun}|(?P<noun2>[a-z]+))"
        ),
        _pattern(
            rf"\b(?:(?P<only>only|just)\s+)?(?P<count>{_NUMBER})\s+(?:[a-z-]+\s+)?{noun}\s+(?:out\s+)?of\s+(?:(?:the|our|its|all)\s+)?(?P<of>{_NUMBER})\b"
        ),
        _pattern(
            rf"\b(?P<count>{_NUMBER})\s+(?:out\s+)?of\s+(?:(?:the|our|its|these)\s+)?(?P<of>{_NUMBER})\b(?=\s+(?:beat|exceed|met|miss|grew|"
            r"fell|finish|hit|came|were|improv|declin|rose|reach|achiev|surpass))"
        ),
        _pattern(
            rf"\b(?:(?P<over>more\s+than|over)\s+|(?P<under>less\s+than|fewer\s+than|under)\s+)?(?P<half>half)\s+(?:of\s+)?(?:(?:the|our|its|all)\s+)?(?:(?P<of>{_NUMBER})\s+)?(?:[a-z-]+\s+)?{noun}"
        ),
        _pattern(
            rf"\b(?P<every>all|every|each|both)\s+(?:of\s+)?(?:(?:the|our|its)\s+)?(?:(?P<of>{_NUMBER})\s+)?(?:(?:[a-z-]+\s+){{0,2}}?{noun}|(?P<noun3>[a-z]+s\b))"
        ),
        _pattern(rf"\b(?P<none>no|none\s+of\s+the|not\s+(?:one|a\s+single))\s+(?:(?P<of>{_NUMBER})\s+)?{noun}"),
        _pattern(rf"\b(?P<unique>the\s+only)\s+(?:one|member|{noun})"),
        _pattern(
            rf"\b(?:(?P<only>only|just)\s+)?(?P<count>{_NUMBER})\s+(?:[a-z-]+\s+)?{noun}(?=\s+(?:{_ABOUT})?(?:beat|exceed|met|miss|grew|"
            r"fell|finish|hit|came|improv|declin|rose|reach|achiev|surpass|shrank|slipp|above|below|ahead|behind|short))"
        ),
        _pattern(
            r"\b(?:the\s+(?:same|other)\s+)?(?P<count>two|three|four|five|six|seven|eight|nine|ten)\s+(?=(?:grew|fell|rose|beat|missed|declined|"
            r"exceeded|met|shrank|improved|slipped)\b)"
        ),
        _pattern(rf"\b(?:the|our|its|these|those)\s+(?P<of>{_NUMBER})\s+(?:[a-z-]+\s+)?{noun}"),
        _pattern(rf"\b(?P<of>{_NUMBER})\s+{noun}"),
    )  # fmt: skip


def ranks_of(nouns: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    """Places in groups with these nouns."""
    noun = _noun(nouns)
    return (
        _pattern(
            rf"\b(?:(?P<place>{_ORDINAL})[- ])?(?:most\s+)?(?:(?P<top>largest|biggest|highest|strongest|best|fastest|top|leading|steepest|greatest|best-selling|"
            r"top-selling)|(?P<bottom>smallest|lowest|weakest|worst|slowest|poorest))"
            r"(?:[- ](?:growing|performing|selling|ever))?"
            rf"(?:\s+(?:(?:month[- ]on[- ]month|year[- ]on[- ]year|relative|absolute|percentage|single|sales|revenue|overall|plan)\s+)*"
            rf"(?:{noun}|(?P<what>growth|increase|gain|attainment|achievement|completion|rate|decline|drop|fall|share|shortfall|gap)\b))?"
        ),
        _pattern(rf"\b{_RISES}\s+(?:the\s+)?(?:(?P<place>{_ORDINAL})[- ])?(?:(?P<top>most|fastest|quickest|furthest)|(?P<bottom>least|slowest))\b(?!\s+of\s+(?:it|this|that|them))"),
        _pattern(rf"\b{_FALLS}\s+(?:by\s+)?(?:the\s+)?(?:(?P<place>{_ORDINAL})[- ])?(?P<top>most|fastest|furthest|hardest|quickest)\b(?!\s+of\s+(?:it|this|that|its))"),
        _pattern(r"\b(?:sold|sells|shipped|ships|delivered|earned|brought\s+in|contributed)\s+(?:the\s+)?(?:(?P<top>most)|(?P<bottom>least))\b(?=\s*(?:[.,;:]|$|of\s+(?:all|the)))"),
        _pattern(rf"\b(?:rank(?:s|ed|ing)?|came(?:\s+in)?|comes(?:\s+in)?|placed)\s+(?P<place>first|{_ORDINAL})\b(?!\s+to|\s+\w+\s+month)"),
        _pattern(rf"(?:\b(?:is|was|remains|remained|stays|stayed)|,|\()\s*(?P<place>{_ORDINAL})\s+(?:in|by)\s+(?:size|volume|value|revenue|sales|turnover|growth|attainment)\b"),
        _pattern(r"\b(?P<top>led|leads|topped|headed)\s+(?:the\s+)?(?:ranking|field|table|growth)\b|\bcame\s+(?P<bottom>last)\b"),
    )  # fmt: skip


CLAIM_WORDS: Final = ClaimWords(
    counts=counts_of(_NOUNS),
    count_start=_pattern(
        rf"\b(?:{_NUMBER}|none|neither|both|all|no|not|every|each|the|our|its|these|those|only|just|half|more|over|less|fewer|under)\b"
    ),
    predicates=(
        (Predicate.TWO_DIGITS, _pattern(r"\b(?:double|two)[- ]digit\s+(?:growth|increase|gain|rate)")),
        (Predicate.FELL, _pattern(rf"\b(?:(?:less|fewer|lower|smaller)\s+than|(?:below|behind|under|short\s+of))\s+{_EARLIER}")),
        (Predicate.GREW, _pattern(rf"\b(?:(?:more|higher|larger)\s+than|(?:above|ahead\s+of|over|beat|topped|exceeded))\s+{_EARLIER}")),
        (Predicate.MISSED, _pattern(rf"\b(?:miss(?:ed|es|ing)?|below|under|short\s+of|behind|fell\s+short|failed\s+to\s+(?:meet|reach|hit)|"
                                    rf"did\s+not\s+(?:meet|reach|hit))\b(?=\s+{_ABOUT}{_PLAN}\b|\s*[.,;]|\s*$)")),
        (Predicate.ABOVE, _pattern(rf"\b(?:beat(?:en|ing|s)?|exceed\w*|above|over|ahead\s+of|surpass\w*|outperform\w*|topp?ed)\b(?=\s+{_ABOUT}{_PLAN}\b)")),
        (Predicate.MET, _pattern(rf"\b(?:met|meet|hit|reach(?:ed)?|achiev\w+|made|on|at)\b(?=\s+(?:or\s+\w+\s+)?{_ABOUT}{_PLAN}\b)")),
        (Predicate.FELL, _pattern(r"\b(?:fell|declin\w+|dropp?\w*|shrank|slipp?\w*|decreas\w*|down|contracted|lost\s+ground|negative\s+growth|slip)\b")),
        (Predicate.GREW, _pattern(r"\b(?:grew|grow(?:n|th)?|rose|rise|risen|increas\w*|up|gain\w*|higher|expanded|posted\s+growth)\b")),
        (Predicate.WORSE, _pattern(r"\b(?:worse(?:n(?:ed|s|ing))?|deteriorat\w*|weakened)\b")),
        (Predicate.BETTER, _pattern(r"\b(?:better|improv(?:ed|es|ing)|recovered)\b")),
    ),
    fillers=_pattern(
        r"\b(?:the|an?|our|its|their|in|of|for|on|at|to|than|with|again|also|still|slightly|sharply|strongly|clearly|further|somewhat|little|bit|has|have|had|"
        r"is|was|were|are|been|being|which|that|it|they|this|and|but|however|too|as|well|markedly|marginally|considerably|noticeably|steadily|even|now|figures?|"
        r"came|comes|went|stood|month|year|compared|both|against|versus|from|level|levels|once|more|plan|target|budget)\b"
    ),
    ranks=ranks_of(_NOUNS),
    alone_after=_pattern(
        r"(?:\b(?:is|was|are|were|be|being|became|remain(?:s|ed)?|stay(?:s|ed)?|though|although|as|still|again|once\s+more|now)|,|[(–—])\s+"
        r"(?:(?:still|again|now|by\s+far|easily|clearly|comfortably|also)\s+)?(?:the|our|its)?\s*$"
    ),
    alone_before=_pattern(
        r"\s*(?:[.,;:)–—]|$|(?:and|at|on|by|against|with|year|month|among|across|over|versus|because|after|but)\b|in\s+(?:the|size|volume|value|relative|absolute|percentage)\b|of\s+(?:all|the|our|them)\b)"
    ),
    judging=_pattern(r"\b(?:best|worst|strongest|weakest|poorest)\b"),
    beside=(_pattern(r"\b(?:second\s+only\s+to|(?:just|right|directly)\s+behind|next\s+(?:only\s+)?to)\s+(?:the\s+)?$"),),
    over=_pattern(r"\b(?:larger|bigger|greater|stronger|faster)\s+than\s+(?:the\s+)?$|\b(?:overtook|overtaking|outsold|outselling|outgrew|outgrowing|outpaced|outperformed|now\s+ahead\s+of)\s+(?:the\s+)?$"),
    under=_pattern(r"\b(?:smaller|weaker|slower)\s+than\s+(?:the\s+)?$|\b(?:fell\s+behind|dropped\s+behind|slipped\s+behind)\s+(?:the\s+)?$"),
    yardsticks=(
        (Yardstick.GAP, _pattern(r"\b(?:shortfall|gap|short\s+of|miss)\b")),
        (Yardstick.FALL, _pattern(rf"\b(?:decline|drop|fall|decrease)\b|\b{_FALLS}\s+(?:by\s+)?(?:the\s+)?(?:\w+[- ])?(?:most|fastest|furthest|hardest|quickest)\b")),
        (Yardstick.GROWTH, _pattern(rf"\b{_RISES}\s+(?:the\s+)?(?:\w+[- ])?(?:most|least|furthest)\b|\b(?:grow\w*|grew|fastest|slowest|increase|gain|month[- ]on[- ]month|year[- ]on[- ]year|steepest)\b")),
        (Yardstick.ATTAINMENT, _pattern(r"\b(?:attainment|achievement|completion|against\s+(?:plan|target|budget)|performer\s+against|of\s+plan)\b")),
        (Yardstick.LEVEL, _pattern(r"\b(?:largest|biggest|smallest|larger|bigger|smaller|top|leading|share|selling|size|volume|sold|sells|shipped|earned|contributed)\b")),
        (Yardstick.ANY, _pattern(r"\b(?:strongest|weakest|best|worst|poorest|highest|lowest|greatest|rank)")),
    ),
    nouns=_NOUNS,
    only=_pattern(r"\bonly\s+(?:the\s+)?"),
    names_next=_pattern(r"\s*(?:(?:is|was|came\s+from|being)\s+)"),
    others=_pattern(r"\b(?:other|remaining|rest|former|latter|these|those|new|largest|top|biggest|smallest)\s+(?:of\s+(?:the\s+)?)?[\w-]*\s*[\w-]*$"),
    small_number=_small_number,
    months_gone=_pattern(
        rf"\b(?:first|same|over|after|in|for|across|during|through|these|those)\s+(?:the\s+)?(?:(?:first|past|last|same|whole)\s+)?(?P<months>{_NUMBER})\s+months\b"
        r"(?!\s+(?:left|remain\w*|to\s+(?:go|come)|ahead|that\s+remain|of\s+the\s+year\s+remain))"
        rf"|(?<![\w.,])(?P<months2>{_NUMBER})\s+months\s+(?:in\b|into\b|of\s+the\s+year|gone|done|behind)"
        rf"|(?:(?<=[.!?;:–—-]\s)|(?<=,\s)|^)(?P<months3>{_NUMBER})\s+months(?=\s*[:,;–—(]|\s+(?:together|add|come|came|brought|make|stand))"
    ),
    months_left=_pattern(
        rf"\b(?:remaining|last|final|next|other)\s+(?P<months>{_NUMBER})\s+months\b|\b(?P<months2>{_NUMBER})\s+(?:remaining\s+months|months\s+(?:left|remaining|to\s+go|that\s+remain))\b"
    ),
    span=_pattern(
        r"\b(?P<first>january|jan)\.?\s*(?:to|through|until|[-–—])\s*(?P<last>february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)\b"
        r"|\b(?:year\s+to\s+date\s+(?:to|through)|up\s+to(?:\s+and\s+including)?|through|(?:up\s+)?to(?:\s+the)?\s+end(?:\s+of|-)|as\s+(?:of|at)(?:\s+(?:the\s+)?end\s+of)?)\s+"
        r"(?:the\s+end\s+of\s+)?(?P<last2>january|february|march|april|may|june|july|august|september|october|november|december)\b"
    ),
    parts_of_year=(
        (_pattern(r"\b(?:the\s+)?first\s+quarter\b|\bQ1\b"), 3),
        (_pattern(r"\b(?:the\s+)?first\s+(?:half(?:[- ]year)?|two\s+quarters)\b|\bH1\b|\bhalfway\s+through\s+the\s+year\b"), 6),
        (_pattern(r"\b(?:the\s+)?first\s+three\s+quarters\b|\bthree\s+quarters\s+(?:into|of\s+the\s+way\s+through)\s+the\s+year\b"), 9),
    ),
    opens_period=_pattern(r"[\s\W]*(?:in|for|during|our|the)?\s*$"),
    streaks=(
        _pattern(rf"\b(?P<months>{_NUMBER})\s+(?:months\s+(?:in\s+a\s+row|running|on\s+end)|(?:consecutive|straight|successive)\s+months)\b"),
        _pattern(rf"\b(?P<months>{_ORDINAL})\s+(?:month\s+(?:in\s+a\s+row|running|on\s+the\s+trot)|(?:consecutive|straight|successive)\s+month)\b"),
        _pattern(rf"\b(?P<months>{_ORDINAL})\s+(?:weak|strong|good|bad|poor|record|slow|soft|better|worse)\s+month\b"),
    ),
)  # fmt: skip
