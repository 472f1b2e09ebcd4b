"""From the bytes of a seed to an annotated document: source, then all passes. Pure: files are read elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.collector import collector_resting
from reader.findings import Finding, finding, ordered
from reader.hanzi import has_han, is_han
from reader.model import Block, Document, NameKind, Sentence, Term, Token, TokenKind
from reader.passes import Resources, run
from reader.passes.corrections import places
from reader.passes.names import names_in
from reader.passes.once import Once
from reader.passes.senses import choose_senses
from reader.sources.recordings import strays
from reader.sources.sidecar import Sidecar, read_sidecar
from reader.sources.text import Tools, read_text
from reader.sources.translation import Translation, read_translation

if TYPE_CHECKING:
    from reader.alignment import Alignment


@dataclass(frozen=True, slots=True)
class Seed:
    """The bytes of a source text, of its sidecar and of its translations, and the paths they are reported under;
    ``recordings``: the paths of its recordings, which are not read."""

    id: str
    path: str
    data: bytes
    sidecar_path: str = ""
    sidecar: bytes | None = None
    translations: tuple[tuple[str, bytes], ...] = ()
    recordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with the first of its translations on it, all of its translations laid beside it, the one to be shown
    first before the others, and its sidecar."""

    document: Document
    alignments: tuple[Alignment, ...]
    sidecar: Sidecar

    def showing(self, label: str) -> Document | None:
        """The document with the translation of that label on it; None where there is no such translation."""
        from reader.alignment import attach

        found = next((one for one in self.alignments if one.translation.label == label), None)
        return attach(self.document, found) if found else None


@collector_resting()
def annotate_all(seed: Seed, resources: Resources) -> Annotated:
    """The document of a seed with all annotations, and its translations.

    Raises :class:`reader.errors.SourceError` where the seed cannot be read; a translation that cannot is a finding.
    """
    sidecar, faults = _sidecar(seed)
    document = _annotate(seed, sidecar, resources, None)
    translations, unread = _translations(seed)
    alignments = _aligned(document, translations, resources, sidecar)
    unheard = strays(seed.recordings, {sentence.id for _, sentence in sentences(document)})
    found = (*faults, *document.findings, *unread, *unheard, *(fault for one in alignments for fault in one.findings))
    if alignments:
        from reader.alignment import attach

        document = attach(document, alignments[0])
        if alignments[0].translation.lang == "en":
            document = replace(document, articles=tuple(map(choose_senses, document.articles)))
    return Annotated(replace(document, findings=ordered(found)), alignments, sidecar)


def annotate(seed: Seed, resources: Resources, upto: str | None = None) -> Document:
    """The document of a seed with all annotations, or those of the passes up to the one named (no translation then).

    Raises :class:`reader.errors.SourceError` where the seed cannot be read.
    """
    if upto is None:
        return annotate_all(seed, resources).document
    sidecar, faults = _sidecar(seed)
    document = _annotate(seed, sidecar, resources, upto)
    return replace(document, findings=ordered((*faults, *document.findings)))


@collector_resting()
def _annotate(seed: Seed, sidecar: Sidecar, resources: Resources, upto: str | None) -> Document:
    document = read_text(seed.data, seed.path, seed.id, sidecar, _tools(resources))
    names = dict.fromkeys(names_in(document.articles), NameKind.PERSON)
    own = replace(resources, corrections=sidecar.corrections, names={**names, **sidecar.names})
    articles = tuple(run(article, own, upto) for article in document.articles)
    document = replace(document, articles=articles)
    found = (*doubts(document), *misfits(document, sidecar)) if upto is None else ()
    return replace(document, findings=(*document.findings, *found))


def _translations(seed: Seed) -> tuple[tuple[Translation, ...], tuple[Finding, ...]]:
    """The translations that can be read: English before others, the plain one before its versions, drafts last."""
    findings: list[Finding] = []
    read: dict[str, Translation] = {}
    for path, data in seed.translations:
        translation, faults = read_translation(data, path)
        findings += faults
        if translation is None:
            continue
        first = read.setdefault(translation.label, translation)
        if first is not translation:
            message = f"the translation '{translation.label}' stands in {first.path} already"
            findings.append(finding("A020", path, 1, None, message, "this file was left out; give it another version"))
        elif translation.draft:
            hint = "read it, correct it, then delete the line '# Draft' at its top"
            findings.append(finding("A021", path, 1, None, "this translation is a draft", hint))
    order = sorted(read.values(), key=lambda one: (one.draft, one.lang != "en", one.version != "", one.label))
    return tuple(order), tuple(findings)


def _aligned(
    document: Document, translations: tuple[Translation, ...], resources: Resources, sidecar: Sidecar
) -> tuple[Alignment, ...]:
    if not translations:
        return ()
    # Half of all that is imported, and most texts have no translation.
    from reader.alignment import align

    return tuple(align(document, one, resources.glossary.by_id, sidecar.links) for one in translations)


def _sidecar(seed: Seed) -> tuple[Sidecar, tuple[Finding, ...]]:
    if seed.sidecar is None:
        return Sidecar(), ()
    return read_sidecar(seed.sidecar, seed.sidecar_path, seed.path.rsplit("/", 1)[-1])


def _tools(resources: Resources) -> Tools:
    return Tools(
        words=resources.segmenter,
        sounds=resources.pronouncer.alternatives,
        terms=lambda text: ((match.start, match.end) for match in resources.matcher.find(text)),
    )


def sentences(document: Document) -> Iterator[tuple[Block, Sentence]]:
    """Every sentence of a document with the block it stands in."""
    for article in document.articles:
        for block in article.blocks:
            for sentence in block.sentences:
                yield block, sentence


def terms_used(document: Document, terms: Mapping[str, Term]) -> tuple[Term, ...]:
    """The glossary terms that the document mentions, in the order of their first mention."""
    ids = dict.fromkeys(mention.term for _, sentence in sentences(document) for mention in sentence.mentions)
    return tuple(terms[id_] for id_ in ids if id_ in terms)


def doubts(document: Document) -> tuple[Finding, ...]:
    """What the passes could not vouch for: characters without a reading (R001), words of two or more characters
    that are in no dictionary, no glossary term and no name (R002). One finding a word, at its first place."""
    found: dict[tuple[str, str], Finding] = {}
    doubtful = Once(_doubtful)
    for block, sentence in sentences(document):
        asked = doubtful.each(sentence.tokens)
        for index in (index for index, doubt in enumerate(asked) if doubt):
            token = sentence.tokens[index]
            at = (block.place.path, block.place.line, None)
            if unread := _unread(token):
                message = f"no reading for {unread} in {token.text}"
                found.setdefault(("R001", token.text), finding("R001", *at, message, "add it to glossary/lexicon.yaml"))
            if _is_unknown(token) and not any(m.first <= index <= m.last for m in sentence.mentions):
                message = f"{token.text} is in no dictionary ({sentence.id})"
                hint = "add it to glossary/lexicon.yaml, or correct the cut in the sidecar"
                found.setdefault(("R002", token.text), finding("R002", *at, message, hint))
    return tuple(found.values())


def _doubtful(token: Token) -> bool:
    return token.kind is TokenKind.WORD and (bool(_unread(token)) or _is_unknown(token))


def _unread(token: Token) -> str:
    """The Chinese characters of a word that have no syllable and are no merged 儿."""
    syllables = token.reading.syllables if token.reading and token.reading.syllables else (None,) * len(token.text)
    pairs = zip(token.text, syllables, strict=True)
    return "".join(ch for ch, syllable in pairs if is_han(ch) and not syllable and ch not in "儿兒")


def _is_unknown(token: Token) -> bool:
    return len(token.text) > 1 and has_han(token.text) and token.gloss is None and token.name is None


def misfits(document: Document, sidecar: Sidecar) -> Iterator[Finding]:
    """Corrections of the sidecar that fit nowhere in the text (S018)."""
    texts = [sentence.text for _, sentence in sentences(document)]
    for correction in sidecar.corrections:
        if not any(True for text in texts for _ in places(correction, text)):
            place = correction.place
            context = correction.before + correction.text + correction.after
            message = f"the correction of '{correction.text}' fits nowhere: '{context}' is not in the text"
            hint = "the seed has changed there; update or delete the correction"
            yield finding("S018", place.path, place.line, place.column, message, hint)
