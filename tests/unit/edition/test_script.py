"""Which characters of a text can be shown as simplified ones."""

from __future__ import annotations

from reader.edition.script import simplified_forms

FORMS = str.maketrans("經濟發展", "经济发展")


def simplified(text: str) -> str:
    return text.translate(FORMS)


def test_a_traditional_text_has_the_forms_of_its_own_characters() -> None:
    assert simplified_forms(["經濟好。", "經過"], simplified) == (("濟", "济"), ("經", "经"))


def test_a_simplified_text_has_none_and_neither_has_one_with_a_single_name() -> None:
    assert simplified_forms(["经济发展"], simplified) == ()
    assert simplified_forms(["经济发展很好。" * 20 + "經"], simplified) == ()
    assert simplified_forms([], simplified) == ()
    assert simplified_forms(["ABC"], simplified) == ()
