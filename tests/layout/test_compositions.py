"""How single kinds of slides are composed: what stands with what, in which order, and how large."""

from builder.document import (
    BulletList,
    Callout,
    Figure,
    HelpEntry,
    HelpPanel,
    Paragraph,
    Question,
    rich,
)
from builder.layout import place
from builder.layout.placed import Box, Group, PlacedSlide
from builder.theme import Theme
from tests.layout.sample_deck import deck_of, items, section

SENTENCE = "Somebody online asks for a picture and then says that everyone will see it unless they pay."


def texts(slide: PlacedSlide) -> str:
    return "\n".join(
        para.text for s in slide.shapes if isinstance(s, Box) and s.text for para in s.text.paras
    )


def widths(slide: PlacedSlide) -> list[float]:
    return [s.w for s in slide.shapes if isinstance(s, Box) and s.name.startswith("Card")]


def test_columns_are_equal_unless_one_has_far_more_to_say(theme: Theme) -> None:
    def card(*points: str) -> Callout:
        return Callout("card", "What helped", (BulletList(items(*points)),))

    much, little = card(*[SENTENCE] * 3), card("Telling", "Listening")
    alike = deck_of(section("columns", "Alike", card(*[SENTENCE] * 2), card(*[SENTENCE] * 2)))
    uneven = deck_of(section("columns", "Uneven", much, little))

    same = widths(place(alike, theme)[0].slides[0])
    apart = widths(place(uneven, theme)[0].slides[0])
    assert same[0] == same[1]
    assert apart[0] > apart[1]


def test_services_stand_three_to_a_slide_in_one_order(theme: Theme) -> None:
    def service(name: str, **ways: str) -> HelpEntry:
        return HelpEntry("helpline", name, "Talk to someone", "", SENTENCE, **ways)

    entries = (
        service("First", phone="0800 1111", chat="chat at help.example.org"),
        service("Second", address="police.example.org/safety-centre"),
        service("Third", chat="search for it at help.example.org"),
    )
    urgent = HelpEntry("emergency", "Emergency services", "In danger right now", "", "", "999")
    panel = HelpPanel((*entries, urgent), ("My safe adult at home or elsewhere", "My safe adult at school"))
    deck, faults = place(deck_of(section("help", "Help", Paragraph(rich(SENTENCE)), panel)), theme)

    assert faults == []
    assert len(deck.slides) == 2
    boxes = {s.name: s for s in deck.slides[1].shapes if isinstance(s, Box) and s.text}
    for number in (1, 2, 3):
        order = [boxes[f"{name} {number}"] for name in ("For whom", "Name", "Ways", "What happens")]
        assert [box.y for box in order] == sorted(box.y for box in order)
    for name in ("Ways", "What happens"):
        assert len({boxes[f"{name} {number}"].y for number in (1, 2, 3)}) == 1
    ways = boxes["Ways 1"].text
    assert ways is not None
    assert [para.text for para in ways.paras] == ["0800 1111", "chat at help.example.org"]
    assert ways.paras[0].size_pt >= 40
    address = boxes["Ways 2"].text
    assert address is not None
    assert [para.text for para in address.paras] == ["police.example.org", "/safety-centre"]
    assert all(para.size_pt >= 20 for para in address.paras)


def test_ten_cards_are_sorted_on_one_slide_and_more_than_twelve_on_two(theme: Theme) -> None:
    trays = tuple(Callout("card", label, ()) for label in ("Helps tonight", "Can wait", "Leave it out"))
    for count, slides in ((10, 1), (13, 2)):
        cards = BulletList(items(*["Keeping the messages and the username"] * count))
        lead = Paragraph(rich("In pairs, choose a tray for each card. Be ready to say why."), "lead")
        deck, faults = place(deck_of(section("sort", "What helps", lead, *trays, cards)), theme)

        assert faults == []
        assert len(deck.slides) == slides
        for slide in deck.slides:
            assert all(tray.title in texts(slide) for tray in trays)


def test_a_list_of_questions_is_numbered_on_the_ground_of_questions(theme: Theme) -> None:
    asked = BulletList(items("What made it hard to tell?", "What could someone try?"))
    mixed = BulletList(items("What made it hard to tell?", "Telling helps."))
    deck, _ = place(deck_of(section("list", "Talk", asked), section("list", "Mixed", mixed)), theme)

    assert deck.slides[0].ground == "sand"
    assert [line for line in texts(deck.slides[0]).split("\n") if line.isdigit()] == ["1", "2"]
    assert deck.slides[1].ground == "paper"


def test_answers_of_a_word_are_large_and_in_the_middle_of_their_cards(theme: Theme) -> None:
    def options(*texts: str) -> list[Box]:
        asked = Question(rich("Can a picture be blocked?"), items(*texts))
        deck, _ = place(deck_of(section("question", "Ask", asked)), theme)
        return [s for s in deck.slides[0].shapes if isinstance(s, Box) and s.name.startswith("Option")]

    short, long = options("Myth", "True"), options("Myth", f"True: {SENTENCE}")

    assert [box.text.paras[0].align for box in short if box.text] == ["centre", "centre"]
    assert all(box.text.paras[0].size_pt >= 36 for box in short if box.text)
    assert [box.name for box in long if "light" in box.name] == ["Option 1 light", "Option 2 light"]
    assert all(box.text.paras[0].align == "left" for box in long if box.text)


def test_open_questions_one_after_the_other_have_different_drawings(theme: Theme) -> None:
    asked = [section("question", f"Question {n}", Question(rich("Why?"))) for n in range(5)]
    deck, _ = place(deck_of(*asked), theme)
    drawings = [s.name for slide in deck.slides for s in slide.shapes if isinstance(s, Group)]

    assert len(drawings) == 5
    assert len(set(drawings[:4])) == 4
    assert drawings[4] == drawings[0]


def test_a_drawing_of_the_lessons_own_is_not_shown_again_at_once(theme: Theme) -> None:
    own = section("list", "Look", BulletList(items("Hands up")), Figure("hands", "Hands"))
    deck, _ = place(deck_of(own, section("question", "Think", Question(rich("Why?")))), theme)
    drawings = [s.name for slide in deck.slides for s in slide.shapes if isinstance(s, Group)]

    assert drawings[0] == "hands"
    assert drawings[1] != "hands"
