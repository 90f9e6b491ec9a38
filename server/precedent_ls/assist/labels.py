"""What a hover says of its own, in the draft's language."""

from dataclasses import dataclass

from phrasebank.register.model import Kind
from phrasebank.text.language import Language


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language. `{}` stands for what is filled in."""

    colon: str
    weak: str
    exact: str  #: before the statements that have a sentence word for word
    difference: str
    marks: str  #: Markdown that shows how either side of a difference is marked
    common: str  #: before the words shared with a weak precedent
    lineage: str
    other_language: str
    occurrences: str  #: of a phrase
    languages: dict[Language, str]
    kinds: dict[Kind, str]
    accepted: str
    defined_here: str
    unverified: str
    confirm: str
    verified_on: str
    on_day: str
    nobody: str
    no_office: str
    acting: str
    since: str
    until: str
    used_in: str
    not_used: str
    source: str
    more: str
    sections: str  #: before the statements that have a section of this name
    percent: str
    no_precedent: str
    table: tuple[str, str, str, str, str]
    lens_sections: str
    lens_section: str
    lens_no_section: str
    lens_wording: str
    lens_new: str


LABELS = {
    Language.EN: Labels(
        colon=": ",
        weak="weak",
        exact="Word for word in {}",
        difference="Difference",
        marks="**only in the precedent**, {~~only in the draft~~}",
        common="In common",
        lineage="Goes back to",
        other_language="In French",
        occurrences="“{}” occurs {} × in {}",
        languages={Language.EN: "English", Language.FR: "French"},
        kinds={
            Kind.PERSON: "person",
            Kind.OFFICE: "office",
            Kind.BODY: "body",
            Kind.FORUM: "forum",
            Kind.INSTRUMENT: "instrument",
            Kind.STATUTE: "statute",
            Kind.TERM: "term",
        },
        accepted="Also accepted",
        defined_here="defined in this draft",
        unverified="unverified",
        confirm="to be confirmed",
        verified_on="verified {}",
        on_day="On {}",
        nobody="nobody in the register",
        no_office="no office in the register",
        acting="acting",
        since="In force since {}",
        until="Ended {}",
        used_in="Used in",
        not_used="Used in no statement",
        source="Source",
        more="{} more",
        sections="Section of",
        percent="{}%",
        no_precedent="none",
        table=("Sentence", "Nearest precedent", "Alike", "Changed words", "French"),
        lens_sections="{} earlier statements have this section: {}",
        lens_section="1 earlier statement has this section: {}",
        lens_no_section="no earlier statement has this section",
        lens_wording="{} precedent wording ({})",
        lens_new="new wording",
    ),
    Language.FR: Labels(
        colon="\u00a0: ",
        weak="faible",
        exact="Mot pour mot dans {}",
        difference="Différence",
        marks="**dans le précédent seulement**, {~~dans l’ébauche seulement~~}",
        common="En commun",
        lineage="Remonte à",
        other_language="En anglais",
        occurrences="«\u00a0{}\u00a0»\u00a0: {} × dans {}",
        languages={Language.EN: "Anglais", Language.FR: "Français"},
        kinds={
            Kind.PERSON: "personne",
            Kind.OFFICE: "fonction",
            Kind.BODY: "organisme",
            Kind.FORUM: "forum",
            Kind.INSTRUMENT: "instrument",
            Kind.STATUTE: "loi",
            Kind.TERM: "terme",
        },
        accepted="Aussi accepté",
        defined_here="défini dans cette ébauche",
        unverified="non vérifié",
        confirm="à confirmer",
        verified_on="vérifié en {}",
        on_day="Au {}",
        nobody="personne dans le registre",
        no_office="aucune fonction dans le registre",
        acting="par intérim",
        since="En vigueur depuis {}",
        until="Fin\u00a0: {}",
        used_in="Employé dans",
        not_used="N’est employé dans aucune déclaration",
        source="Source",
        more="{} de plus",
        sections="Section présente dans",
        percent="{}\u00a0%",
        no_precedent="aucun",
        table=("Phrase", "Précédent le plus proche", "Ressemblance", "Mots changés", "Anglais"),
        lens_sections="{} déclarations antérieures ont cette section\u00a0: {}",
        lens_section="1 déclaration antérieure a cette section\u00a0: {}",
        lens_no_section="aucune déclaration antérieure n’a cette section",
        lens_wording="{} de formules antérieures ({})",
        lens_new="formulation nouvelle",
    ),
}
