from graph.map.boxes import text_box, wrap


def test_a_long_text_is_cut_visibly() -> None:
    assert wrap("word " * 100, 200, 3).endswith("…")


def test_a_long_word_is_broken() -> None:
    assert max(map(len, wrap("x" * 200, 200, 9).split("\n"))) <= 200 / 7


def test_wide_letters_get_more_room() -> None:
    assert len(wrap("鉄" * 60, 200, 9).split("\n")[0]) <= 200 / 13


def test_an_empty_text_is_a_space_as_pyvis_would_write_the_id() -> None:
    assert text_box("claim:a", "claim", "")[1] == " "


def test_a_box_is_as_high_as_its_lines() -> None:
    short, long = (text_box("claim:a", "claim", "word " * number)[0].height for number in (2, 15))
    assert short < long
