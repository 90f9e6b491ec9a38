"""Official prose about anything but crime: the stock phrases of joint statements, other subjects.

Such passages are harder to tell from precedents than made-up words are, for they share all
that ministers say of any subject.
"""

import random
from collections.abc import Iterator
from pathlib import Path

SUBJECTS = """
The Ministers | Ministers | They | Both countries | Canada and the United States | The two governments
The United States and Canada | Our countries | Officials from both countries | The two sides | Leaders
The Prime Minister and the President | The Minister of Fisheries | The Secretary of Agriculture | Delegations
The joint commission | The working group | Provincial and state partners | The two agencies | Participants
"""

VERBS = """
welcomed | noted with satisfaction | reaffirmed their commitment to | acknowledged the importance of
discussed ways to enhance | called on their officials to review | instructed their officials to expand
recognized the need for | underscored the value of | emphasized ongoing work on | agreed to continue
pledged to work together on | took stock of | expressed concern about | intend to deepen cooperation on
will seek to broaden | will continue to advance | have agreed to discuss | decided to strengthen
reiterated their support for | highlighted recent success in | asked experts to report on
committed to develop guidance on | will explore additional opportunities for | looked forward to
shared their appreciation for | compared national plans for | praised the progress made in
"""

OBJECTS = """
the recovery of salmon stocks in the northern rivers | the electrification of passenger rail
the mutual recognition of nursing diplomas | the pricing of softwood lumber | vaccination against measles
the monitoring of glaciers | the labelling of organic cereals | the dredging of harbors on the lakes
the exchange of university students | the safety of pipelines under the straits | broadband in rural areas
the protection of migratory birds | the certification of electric buses | the storage of spent fuel
the forecasting of floods | the inspection of meat plants | the teaching of Indigenous languages
the maintenance of lighthouses | the testing of drinking water | the standards for heat pumps
the digitization of museum collections | the shortage of family doctors | the renewal of the air fleet
the supply of critical minerals | the management of forest fires | the design of accessible housing
the training of apprentices in shipyards | the regulation of sunscreen | the export of canola and pulses
the decommissioning of dams | the mapping of the seabed | the control of the emerald ash borer
the taxation of small enterprises | the restoration of wetlands | the launch of weather satellites
the quality of air in large cities | the number of visas for musicians | the care of elderly veterans
the financing of municipal bridges | the recycling of batteries | the price of insulin
the modernization of air traffic control | the study of permafrost | the planting of street trees
the reliability of the power grid | the promotion of winter tourism | the conservation of polar bears
"""

MEANS = """
including through a new joint task force | through the sharing of data among laboratories
by building on the success of the pilot projects | with an emphasis on timely and reliable information
through targeted investments in research | in accordance with their respective laws and regulations
by seizing new opportunities for innovation | as part of efforts to increase access to public services
including by supporting small communities | with the participation of universities and industry
under the memorandum of understanding of last spring | by comparing the results of recent seasons
through enhanced coordination between ministries | by offering joint courses and manuals
including with respect to the threshold for permits | together with Indigenous and tribal partners
"""

AIMS = """
to help families on both sides of the border | in order to lower costs for consumers
to strengthen the resilience of supply chains | in the interest of ensuring a healthy environment
to keep our waters clean for the next generation | to improve outcomes for patients and caregivers
to support jobs in the regions most affected | to make travel between the two countries easier
with the goal of reducing emissions by half | to build confidence in the food system
to disrupt the spread of invasive species | to identify and close gaps in knowledge
to ensure that northern voices are heard | to respond to a changing climate and a growing population
to meet the needs of a growing economy | so that both countries can plan for the years ahead
"""

TAILS = """
over the past year | in the coming months | in both countries | across the shared region | at all levels
, which is at the heart of regional planning | , as documented in a recent scientific report
, and asked for regular updates | , and will report on progress next year | along the northern coast
, consistent with the advice of experts | , while respecting the role of the provinces
, including the Great Lakes and the Pacific coast | before the next meeting | in a concerted, unified effort
, with encouraging first results
"""


def sentences(seed: int = 5) -> Iterator[str]:
    """Yield sentences without end."""
    choose = random.Random(seed)
    subjects, verbs, objects, means, aims, tails = map(
        _options, (SUBJECTS, VERBS, OBJECTS, MEANS, AIMS, TAILS)
    )
    while True:
        said = [choose.choice(subjects), choose.choice(verbs), choose.choice(objects)]
        if choose.random() < 0.4:
            said += ["and", choose.choice(objects)]
        if choose.random() < 0.6:
            said.append(choose.choice(means))
        if choose.random() < 0.7:
            said.append(choose.choice(aims))
        if choose.random() < 0.4:
            said.append(choose.choice(tails))
        yield " ".join(said).replace(" ,", ",") + "."


def write(folder: Path, count: int, per_file: int = 1000) -> None:
    """Write statements of so many sentences, three to a paragraph, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    prose = sentences()
    for number in range(-(-count // per_file)):
        paragraphs = [
            " ".join(next(prose) for _ in range(3))
            for _ in range(min(per_file, count - number * per_file) // 3)
        ]
        name = f"{1990 + number % 15}-unrelated-{number:03}.en"
        front = f"---\nid: {name}\ndate: {1990 + number % 15}-06-01\nlanguage: en\n---\n\n"
        (folder / f"{name}.md").write_text(front + "\n\n".join(paragraphs) + "\n", encoding="utf-8")


def _options(text: str) -> list[str]:
    return [each.strip() for line in text.strip().splitlines() for each in line.split("|")]
