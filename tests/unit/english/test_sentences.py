"""Where English sentences end."""

from __future__ import annotations

import pytest

from reader.english import split_english

# The bar stands where a sentence has to end.
TEXTS = [
    "It rained. | We stayed in.",
    "Mr. Zhou met Dr. Li at 3.5 km. | They walked on.",
    "See No. 7 and Figs. 3 and 4. | The rest follows.",
    "He said no. | The door closed.",
    "The U.S. economy grew. | So did the U.K. | The others did not.",
    "It opens at 9 a.m. and closes at 5 p.m. | On Sundays it is shut.",
    "The firm, Jinlong Co., Ltd. of Xiamen, makes buses.",
    "J. K. Smith wrote it. | A. Li printed it.",
    "That was plan B. | The next one failed.",
    "“Come in. Sit down,” she said. | He sat.",
    "“Who is it?” he asked. | Nobody answered.",
    "“It is late.” | He put on his coat.",
    "Is it late? | Yes! | Very late…",
    "Will it keep up…” | How can this be solved?",
    "Wait... | Then go on.",
    "He waited... and went on.",
    "1. Open the lid. | 2. Press the button.",
    "The war ended in 1945. | People came home.",
    "We need apples, pears, etc. for the cake.",
    "Tools, e.g. Hammers and saws, are kept here.",
    "He came on Oct. 5 with the others.",
    "She lives in St. Petersburg. | It is cold.",
    "(It was late.) | They left.",
    "It costs $3.50. | 40 people paid.",
    "no capital. here. and none here.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_end_where_they_should(text: str) -> None:
    assert split_english(text.replace(" | ", " ")) == tuple(text.split(" | "))


def test_white_space_is_left_out_and_nothing_else() -> None:
    assert split_english("  One.\n\nTwo.\t Three ") == ("One.", "Two.", "Three")
    assert split_english(" \n ") == ()
