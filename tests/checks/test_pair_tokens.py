"""What two languages say in their own way is the same all the same."""

import pytest

from precedent_ls.checks.finding import Severity
from tests.checks.bench import Bench


def told(english: str, french: str, bench: Bench) -> list[str]:
    here = bench.draft(f"---\nlanguage: en\n---\n{english}\n")
    there = bench.draft(f"---\nlanguage: fr\n---\n{french}\n")
    return [
        f"{each.rule} {each.severity.name}"
        for each in bench.run(here, there)
        if each.rule in ("pair-number", "pair-date") and each.severity <= Severity.WARNING
    ]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("They seized 1,500 guns.", "Ils ont saisi 1 500 armes."),
        ("They seized 1,500,000 pills.", "Ils ont saisi 1\u202f500\u202f000 comprimés."),
        ("It cost $3.5 million.", "Il a coûté 3,5 millions de dollars."),
        ("They met at 5 p.m. with 40 officers.", "Ils ont rencontré 40 agents à 17 h."),
        ("They met at 9:30 a.m.", "Ils se sont réunis à 9 h 30."),
        ("Over the last decade, crime fell.", "Depuis dix ans, la criminalité recule."),
        ("It is a new ship.", "C’est un navire neuf."),
        ("It took 2 days.", "Il a fallu deux jours."),
        ("Crime in the 21st century.", "La criminalité au XXIe siècle."),
        ("The third meeting of the Forum.", "La 3e réunion du Forum."),
        ("In today’s world, fraud is easy.", "Dans le monde actuel, la fraude est facile."),
        ("On March 1, 2022, they met.", "Le 1er mars 2022, ils se sont réunis."),
        ("They met from June 3 to 5, 2024.", "Ils se sont réunis du 3 au 5 juin 2024."),
        ("They met on June 3 and 4, 2024.", "Ils se sont réunis les 3 et 4 juin 2024."),
        ("They met on June 3-5, 2024.", "Ils se sont réunis du 3 au 5 juin 2024."),
        ("They met on 3 June 2024.", "Ils se sont réunis le 3 juin 2024."),
        ("They met in June 2024.", "Ils se sont réunis en juin 2024."),
        ("In May and June 2024, they met.", "En mai et juin 2024, ils se sont réunis."),
        ("It cost $2.4 billion a year.", "Il a coûté 2,4 milliards de dollars par année."),
        ("Some 68 percent, or two-thirds, agree.", "Quelque 68 %, soit les deux tiers, sont d’accord."),
        ("A 12-month plan.", "Un plan de 12 mois."),
        ("The 2024-25 fiscal year.", "L’exercice 2024-2025."),
        ("The four officials met.", "Les responsables se sont réunis."),
        ("For more information: Jane Doe, 613-555-0199.", "Renseignements : Jane Doe, 613-555-0100."),
    ],
)
def test_the_same(english: str, french: str, bench: Bench) -> None:
    assert told(english, french, bench) == []


@pytest.mark.parametrize(
    ("english", "french", "expected"),
    [
        ("They seized 1,500 guns.", "Ils ont saisi 1 400 armes.", "pair-number ERROR"),
        ("The third meeting.", "La quatrième réunion.", "pair-number ERROR"),
        ("It took 48 hours.", "Il a fallu 24 heures.", "pair-number ERROR"),
        ("They met in 2022.", "Ils se sont réunis en 2023.", "pair-date ERROR"),
        ("Yesterday, they met.", "Aujourd’hui, ils se sont réunis.", "pair-date ERROR"),
        ("They met in June 2024.", "Ils se sont réunis en juillet 2024.", "pair-date ERROR"),
        ("They met from June 3 to 5, 2024.", "Ils se sont réunis du 3 au 6 juin 2024.", "pair-date ERROR"),
        ("On March 22, they met.", "Le 23 mars, ils se sont réunis.", "pair-date ERROR"),
    ],
)
def test_not_the_same(english: str, french: str, expected: str, bench: Bench) -> None:
    assert told(english, french, bench) == [expected]
