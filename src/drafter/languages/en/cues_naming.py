"""English words inside names: empty ones, faint ones, synonyms."""

from __future__ import annotations

from typing import Final

from drafter.languages.naming import NamingWords
from drafter.languages.word_list import words

NAMING_WORDS: Final = NamingWords(
    stop=frozenset(
        words(
            """
            a an the of for and or in on at by to with from per our we it its is are was were be
            than more less as that this over under up down all no not into out
            """
        )
    ),
    faint=frozenset(
        words(
            """
            total new active average net gross number value amount rate ratio month end monthly
            annual key time first other main time level growth free overall all group general
            plan volume share more large people customer contract market day unit own line point
            """
        )
    ),
    same=tuple(
        words(group)
        for group in """
        headcount staff employee workforce team post payroll crew
        collection collected collect
        delivery delivered deliver shipped shipment
        churn churned attrition
        complaint complain
        utilisation utilization
        conversion convert converted
        charging charge
        store shop
        customer client
        outlet outlets
        ticket tickets
        return returned
        connection connected
        logo logos
        cancellation cancellations cancel cancelled canceled
        installation installations install installed
        renewal renewals renew renewed
        registration registrations register registered
        volume volumes
        tonne ton
        annual annualised annualized
        join joined joiner joiners joining
        leave left leaver leavers leaving resigned
        order orders ordered
        member membership
        visit visits visited
        deposit deposits
        lending loan
        """.strip().splitlines()
    ),
)
