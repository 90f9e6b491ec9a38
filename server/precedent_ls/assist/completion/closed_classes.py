"""Small words that may stand for each other: what follows one of them may follow the others.

They are of closed classes, so that they can be listed. A class has the words that agree with what follows
in the same way; words that stand in several (“that”, “du” before a noun or a place) are where they
mostly are. Keys as `phrasebank.text.words` makes them.
"""

from typing import Final

from phrasebank.text.language import Language

_ENGLISH = """
the a an our their its his her your my no
this these those such
of in on with by from for at into between within among through throughout across against under over upon
about during via toward towards including
will would can could may might must shall should
is are was were be been being
has have had having
who which that
they we
he she it
and or
"""

_FRENCH = """
le un ce cet du au son
la une cette sa
l' d'
les des ces aux leurs nos vos ses plusieurs certains certaines
leur notre votre chaque
a de en dans par pour sur avec entre sans contre envers vers sous selon parmi
est sont etait etaient sera seront
ont avait avaient auront
il elle on
ils elles nous
et ou
"""


def _classes(listed: str) -> dict[str, tuple[str, ...]]:
    rows = [tuple(row.split()) for row in listed.split("\n")]
    return {key: row for row in rows for key in row}


#: The words of the same class, for each word that is in one.
CLASSES: Final = {Language.EN: _classes(_ENGLISH), Language.FR: _classes(_FRENCH)}
