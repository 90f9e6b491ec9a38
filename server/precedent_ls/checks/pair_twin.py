"""Family: the twin that the front matter names can be compared with the draft."""

from collections.abc import Iterator

from phrasebank.text.language import Language
from precedent_ls.checks.finding import Evidence, InTwin, Severity
from precedent_ls.checks.fixes import quoted
from precedent_ls.checks.pairing import COMPARED, is_compared
from precedent_ls.checks.rule import Context, OfTwin, Report, Rule
from precedent_ls.draft.files import NoTwin, path_of, twin_path
from precedent_ls.draft.snapshot import Draft

_KEY = "twin"


def _twin(draft: Draft, twin: Draft | NoTwin, context: Context) -> Iterator[Report]:
    place = dict(draft.matter.keys).get(_KEY)
    if place is None:
        return
    name = quoted(draft.matter.twin or "", context.language)
    if isinstance(twin, NoTwin):
        en, fr = _WHY[twin]
        severity = Severity.INFORMATION if twin is NoTwin.NOWHERE else None
        yield Report(place, context.say(en.format(name), fr.format(name)), severity=severity)
        return
    theirs = dict(twin.matter.keys)
    if twin.language is draft.language:
        en, fr = _LANGUAGES[draft.language]
        yield Report(
            place,
            context.say(
                f"`twin`: {name} is in {en}, too, and is not compared; `language` may say so wrongly.",
                f"`twin`\u00a0: {name} est aussi en {fr} et n’est pas comparé; vérifier `language`.",
            ),
            evidence=tuple(
                Evidence(context.say("Its language.", "Sa langue."), InTwin(theirs[key]))
                for key in ("language",)
                if key in theirs
            ),
        )
    elif not is_compared(draft, twin):
        yield Report(
            place,
            context.say(
                f"`twin`: texts of more than {COMPARED} paragraphs are not compared.",
                f"`twin`\u00a0: les textes de plus de {COMPARED} paragraphes ne sont pas comparés.",
            ),
            severity=Severity.INFORMATION,
        )
    path, back = path_of(draft.uri), twin_path(twin)
    if twin.matter.twin and path is not None and path_of(twin.uri) is not None and back != path:
        other = quoted(twin.matter.twin, context.language)
        yield Report(
            place,
            context.say(
                f"`twin`: {name} names {other} as its twin, and not this draft.",
                f"`twin`\u00a0: {name} nomme {other}, et non le présent texte.",
            ),
            evidence=(Evidence(twin.matter.twin, InTwin(theirs[_KEY])),),
        )


_LANGUAGES = {Language.EN: ("English", "anglais"), Language.FR: ("French", "français")}
_WHY = {
    NoTwin.ITSELF: (
        "`twin`: {} is this draft itself; name the one in the other language.",
        "`twin`\u00a0: {} est le présent texte; nommer celui qui est dans l’autre langue.",
    ),
    NoTwin.NOWHERE: (
        "`twin`: {} is looked for beside the draft; save the draft first.",
        "`twin`\u00a0: {} est cherché à côté du texte; enregistrer d’abord celui-ci.",
    ),
    NoTwin.MISSING: ("`twin`: there is no file {}.", "`twin`\u00a0: il n’y a pas de fichier {}."),
    NoTwin.UNREADABLE: (
        "`twin`: {} cannot be read as a draft: a text file in UTF-8 is expected.",
        "`twin`\u00a0: {} ne peut être lu; un fichier texte en UTF-8 est attendu.",
    ),
}

RULES = (Rule("pair-twin", Severity.WARNING, OfTwin(_twin)),)
