"""The small words of a language, which say how things hang together and not what they are.

How rare they are in a collection tells nothing: one of a single sort may happen to have
`each` or `before` hardly ever. They are closed classes (articles, pronouns, prepositions,
conjunctions, auxiliaries, and the adverbs that join sentences), so that they can be listed.
Keys as `phrasebank.text.words` makes them; those that may be an acronym (`us`, `un`, `ai`) are
left out, and those that begin like other words (`concernant`, `concern`).
"""

from typing import Final

_ENGLISH = """
a an the this that these those each every either neither both all any some no none such same other
others another own much many more most less least few several enough
i me my we our ours you your he him his she her it its they them their theirs themselves itself
who whom whose which what there here one ones
aboard about above across after against along alongside among amid around as at before behind below
beneath beside besides between beyond but by despite down during except for from in inside into like
near of off on onto out outside over past per since through throughout till to toward towards under
until unto up upon via with within without regarding including
and or nor so yet if because although though unless while whereas whether when where why how than then
be am is are was were been being have has had having do does did done doing will would shall should can
could may might must ought
not also too very just only even still already again ever never often always once thus hence therefore
however moreover furthermore otherwise accordingly similarly likewise instead rather further finally
's
"""

_FRENCH = """
une le la les l' du de des d' au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre
vos leur leurs chaque chacun chacune tout toute tous toutes aucun aucune nul nulle quelque quelques
plusieurs certain certaine certains certaines autre autres meme memes tel telle tels telles plus moins
je j' me m' tu te t' il elle on nous vous ils elles se s' lui eux y en soi ceci cela c' celui celle
ceux celles qui que qu' quoi dont ou lequel laquelle lesquels lesquelles auquel auxquels duquel desquels
a afin apres avant avec chez comme contre dans depuis derriere des devant durant entre envers
hors jusqu' jusque malgre moyennant outre par parmi pendant pour quant sans sauf selon sous sur vers via
et ni mais or donc car si lorsque lorsqu' puisque puisqu' quand quoique quoiqu' tandis ainsi alors aussi
est sont etait etaient ete etre sera seront serait seraient soit soient suis as avons ont avait avaient
avoir aura auront aurait auraient ait aient ayant etant peut peuvent pourra pourront doit doivent fait
ne n' pas point jamais rien tres trop encore deja toujours souvent egalement notamment cependant toutefois
neanmoins ensuite puis enfin
"""

FUNCTION_WORDS: Final = frozenset((_ENGLISH + _FRENCH).split())
