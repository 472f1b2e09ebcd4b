"""The review queue and the answers to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.desk import open_items, settle_items
from reader.errors import ConfigError
from reader.passes import Resources
from reader.project import Project
from reader.review import Item, Reason, answer, queue, settle
from tests.conftest import annotated

TEXT = "他在沃罗别夫街住，生括很好。校长的行当不少。"


def _queue(text: str, resources: Resources, sidecar: str | None = None) -> tuple[Item, ...]:
    return queue(annotated(text, resources, sidecar), resources)


def test_the_worst_comes_first_and_ids_are_unique(resources: Resources) -> None:
    items = _queue(TEXT, resources)
    ranks = [item.reason.rank for item in items]
    assert items[0].reason is Reason.MISPRINT
    assert ranks == sorted(ranks)
    assert len({item.id for item in items}) == len(items)


def test_an_item_keeps_its_id_when_the_text_is_edited_elsewhere(resources: Resources) -> None:
    text = "这个行当不好做。"
    before = {item.id for item in _queue(text, resources) if item.field != "keep"}
    after = {item.id for item in _queue("前面加了一句话。" + text, resources)}
    assert before <= after


def test_an_accepted_suspect_is_not_asked_again(resources: Resources) -> None:
    sidecar = "source: x\nrights: y\n"
    (item,) = [i for i in _queue(TEXT, resources, sidecar) if i.reason is Reason.MISPRINT]
    settled = settle(sidecar, [answer(item, None)])
    assert item.id not in {i.id for i in _queue(TEXT, resources, settled)}
    with pytest.raises(ValueError, match="repairs"):
        answer(item, "生活")


@pytest.mark.parametrize(
    ("text", "word", "doubted"),
    [
        ("他站在行后。", "行", True),  # nothing tells: a line, a trade, a walk
        ("他排在第一行。", "行", False),  # a rule knows
        ("我们喝茶。", "喝", False),  # one reading by far
        ("他从屋里出来。", "出来", False),  # a neutral tone
        ("这是谁的书？", "谁", False),  # another form of the same word
        ("你去哪儿？", "哪儿", False),  # 儿 is no syllable
        ("我在家读报。", "读", False),  # the other reading is out of use
    ],
)
def test_a_reading_that_no_rule_decides_is_doubted(text: str, word: str, doubted: bool, resources: Resources) -> None:
    found = [item for item in _queue(text, resources) if item.text == word]
    assert [item.reason for item in found] == [Reason.OPEN] * doubted
    assert all(item.others for item in found)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("墙上写着马琳二字。", True),  # nothing but the characters speaks for a name
        ("记者马琳报道。", False),  # an office
        ("墙上写着马琳二字。马琳不识字。", False),  # whoever is named again is somebody
        ("墙上写着李小梅三个字。", False),  # a usual name with a surname that is hardly a word
    ],
)
def test_a_name_that_little_speaks_for_is_doubted(text: str, doubted: bool, resources: Resources) -> None:
    found = [item for item in _queue(text, resources) if item.reason is Reason.NAME]
    assert [item.text for item in found] == ["马琳"] * doubted


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("河边新立了一座测风塔。", ["测风塔"]),  # three characters that are three words
        ("第一次要把水浇透。", []),  # a clause that ends with its verb
        ("他和你都在家。", []),  # words of grammar
        ("把笔递给李。", ["李"]),  # a surname that is nobody's
        ("这张纸很白。", []),  # a measure word
    ],
)
def test_a_cut_that_little_speaks_for_is_doubted(text: str, doubted: list[str], resources: Resources) -> None:
    assert [item.text for item in _queue(text, resources) if item.reason is Reason.CUT] == doubted


@pytest.mark.parametrize(
    ("value", "words"), [(None, ["测", "风", "塔"]), ("cèfēngtǎ", ["测风塔"]), ("Cè Fēngtǎ", ["测风塔"])]
)
def test_an_answer_about_a_cut_cuts_and_is_not_asked_again(
    value: str | None, words: list[str], resources: Resources
) -> None:
    text = "河边新立了一座测风塔。"
    (item,) = [item for item in _queue(text, resources) if item.reason is Reason.CUT]
    settled = settle("source: x\nrights: y\n", [answer(item, value)])
    assert [i for i in _queue(text, resources, settled) if i.reason is Reason.CUT] == []
    tokens = annotated(text, resources, settled).articles[0].blocks[0].sentences[0].tokens
    assert [token.text for token in tokens if token.text in "测风塔"] == words


def test_characters_of_a_name_are_no_misprint(resources: Resources) -> None:
    assert not [i for i in _queue("记者朱佩报道，雨下了三天。", resources) if i.reason is Reason.MISPRINT]


def test_a_guess_that_was_accepted_is_not_asked_again(resources: Resources) -> None:
    (item,) = [item for item in _queue("他站在行后。", resources) if item.text == "行"]
    settled = settle("source: x\nrights: y\n", [answer(item, "háng")])
    assert [i for i in _queue("他站在行后。", resources, settled) if i.text == "行"] == []


def _item(field: str = "pinyin", text: str = "行当", chosen: str = "hángdang") -> Item:
    return Item("1", Reason.OPEN, field, "a1.b1.s1", 1, text, "的", "不", chosen, "engine", ())


def test_answers_are_corrections_in_their_context() -> None:
    assert answer(_item(), None).entry == (("text", "行当"), ("before", "的"), ("after", "不"), ("pinyin", "hángdang"))
    assert answer(_item(), "hang2dang1").entry[-1] == ("pinyin", "hángdāng")
    assert answer(_item("gloss", chosen=""), " trade ").entry[-1] == ("gloss", "trade")


@pytest.mark.parametrize(("item", "value"), [(_item(), "háng"), (_item(), "xyz"), (_item("gloss", chosen=""), None)])
def test_an_answer_that_does_not_fit_is_refused(item: Item, value: str | None) -> None:
    with pytest.raises(ValueError, match=r"fit|nothing"):
        answer(item, value)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "x.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "seeds" / "x.yaml").write_text("# mine\nsource: x\nrights: y\n", encoding="utf-8")
    return Project(tmp_path)


def test_settling_writes_the_sidecar_and_shortens_the_queue(project: Project) -> None:
    path = project.find_seed("x")
    before = open_items(project, path)
    accepted = {item.id: None if item.chosen else "something" for item in before if item.reason is not Reason.UNREAD}
    assert len(settle_items(project, path, accepted)) == len(accepted)
    assert open_items(project, path) == tuple(item for item in before if item.id not in accepted)
    assert (project.seeds / "x.yaml").read_text(encoding="utf-8").startswith("# mine\nsource: x\nrights: y\n")


def test_one_bad_answer_and_nothing_is_written(project: Project) -> None:
    path = project.find_seed("x")
    item = open_items(project, path)[0]
    before = (project.seeds / "x.yaml").read_bytes()
    with pytest.raises(ConfigError, match="not an open item"):
        settle_items(project, path, {item.id: None, "nonsense": None})
    assert (project.seeds / "x.yaml").read_bytes() == before
