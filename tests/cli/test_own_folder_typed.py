"""Files of a school's folder as people really type them: no command loses a word of them."""

from pathlib import Path

import pytest

from tests.cli.own_folder import CASE, CHANGES, LESSON, adapt, edit, run, shipped

__all__ = ["shipped"]

ONE_LINE = (
    "{author: Jo, changes: [{at: title, replace: My own words}, {at: subtitle, replace: More of mine}]}\n"
)
AS_TYPED = {
    "twice": "changes:\n  - at: title\n    replace: One\nchanges:\n  - at: subtitle\n    replace: Two\n",
    "in one line": ONE_LINE,
    "a list in one line": "author: Jo\nchanges: [{at: title, replace: My own words}]\n",
    "an end": "author: Jo\nchanges:\n  - at: title\n    replace: My own words\n...\n",
    "a wrong indent": "author: Jo\nchanges:\n- at: title\n   replace: x\n",
    "not UTF-8": "author: Jos\xe9\n",
}


@pytest.mark.parametrize("typed", AS_TYPED.values(), ids=AS_TYPED.keys())
@pytest.mark.parametrize(
    "arguments",
    [
        ["adapt", "lesson", LESSON, "--at", "summary", "--replace", "Ours.", "--by", "Kim Lee"],
        ["sign", LESSON, "--name", "Sam Reid", "--role", "deputy head"],
        ["update", LESSON, "--all", "keep"],
    ],
    ids=["adapt", "sign", "update"],
)
def test_no_command_loses_a_word_of_a_file_as_people_type_it(
    shipped: Path, typed: str, arguments: list[str]
) -> None:
    CHANGES.parent.mkdir(parents=True)
    before = typed.encode("latin-1" if "\xe9" in typed else "utf-8")
    CHANGES.write_bytes(before)

    ran = run(*arguments)

    after = CHANGES.read_bytes()
    assert ran.exit_code in (0, 2), ran.output
    if ran.exit_code == 2:
        assert after == before
    else:
        lines = [line.strip() for line in before.decode().splitlines() if "replace: " in line]
        assert all(line.removeprefix("- ") in after.decode() for line in lines)
        assert run("status").exit_code == 0


def test_dashes_at_the_margin_are_as_good(shipped: Path) -> None:
    CHANGES.parent.mkdir(parents=True)
    CHANGES.write_text("author: Jo\nchanges:\n- at: title\n  replace: Ours # because\n", "utf-8")

    assert run("adapt", "lesson", LESSON, "--at", "summary", "--replace", "Short.").exit_code == 0

    text = CHANGES.read_text("utf-8")
    assert "# because" in text
    assert "\n- at: summary\n" in text


def test_a_page_break_in_a_text_is_no_line_end_for_us(shipped: Path) -> None:
    run("new", "case-study", "the-lent-phone")
    own = Path("case_studies/the-lent-phone.yaml")
    text = own.read_text("utf-8").replace("outcome: The messages", 'review: {}\noutcome: "The\u2028messages')
    own.write_text(text.replace("alone.\n\nkey_message", 'alone."\n\nkey_message') + "author: Jo\n", "utf-8")
    before = own.read_text("utf-8")

    run("sign", "the-lent-phone", "--name", "Sam Reid", "--role", "deputy head")

    after = own.read_text("utf-8")
    assert before == after or "The\u2028messages" in after


@pytest.mark.parametrize(
    "change",
    [
        ["--at", "tier", "--replace", "pupil"],
        ["--at", "signposting", "--remove"],
        ["--at", "title", "--insert-after", "More."],
        ["--at", "title", "--replace", "a\x0cb"],
        ["--at", "activities.a-good-start.id", "--replace", "ours"],
        ["--at", "title", "--file", "school.yaml"],
    ],
)
def test_what_can_not_be_changed_is_not_written(shipped: Path, change: list[str]) -> None:
    Path("school.yaml").write_text("name: x\n", "utf-8")
    kind = ["case-study", CASE] if "tier" in change else ["lesson", LESSON]

    ran = run("adapt", *kind, *change, "--by", "Jo Bell")

    assert ran.exit_code == 2, ran.output
    assert [file.name for file in Path.cwd().iterdir()] == ["school.yaml"]


def test_a_mistyped_removal_is_not_taken_for_done(shipped: Path) -> None:
    CHANGES.parent.mkdir(parents=True)
    CHANGES.write_text("author: Jo\nchanges:\n  - at: key_mesages\n    remove: yes\n", "utf-8")

    assert "overlay/lost" in run("check", LESSON).output


def test_a_file_of_remarks_changes_nothing(shipped: Path) -> None:
    run("adapt", "lesson", LESSON)

    assert run("check", LESSON).exit_code == 0


def test_two_authors_are_both_kept_from_signing(shipped: Path) -> None:
    adapt()
    run("adapt", "lesson", LESSON, "--by", "Kim Lee")

    for name in ("Jo Bell", "Kim Lee", "Mrs Jo Bell"):
        assert run("sign", LESSON, "--name", name, "--role", "lead").exit_code == 2
    assert run("sign", LESSON, "--name", ".", "--role", "lead").exit_code == 2
    assert run("sign", LESSON, "--name", "Sam Reid", "--role", "lead", "--date", "2199-01-01").exit_code == 2


def test_checking_again_settles_an_outdated_check(shipped: Path) -> None:
    run("help-lines", "--confirm", "childline", "--by", "Jo Bell")
    edit(Path("help-checks.yaml"), "of: ", "of: 0123456789ab #")

    run("help-lines", "--confirm", "childline", "--by", "Jo Bell")

    assert "help/check-outdated" not in run("check", LESSON).output


def test_a_case_study_may_be_called_small_changes(shipped: Path) -> None:
    run("new", "case-study", "small-changes")

    assert "small-changes" in run("list").output
    assert run("new", "lesson", LESSON).exit_code == 2
