"""Claims: a note for readers, an error for those who print."""

import pytest

CELL = """double plain = 0.03, momentum = 0.5;
claim("wins", "Momentum ends lower.", () -> momentum < plain);
int after = 1;"""


def test_a_reader_gets_a_note_and_the_cell_goes_on(cell):
    answer = cell(CELL).works()
    note = answer.one("display_data")
    assert "no longer holds: Momentum ends lower. (momentum = 0.5, plain = 0.03)" in note["data"]["text/plain"]
    assert "<em>Momentum ends lower.</em>" in note["data"]["text/html"]
    assert r"\emph{Momentum ends lower.}" in note["data"]["text/latex"]
    assert note["metadata"]["lectern"]["claim"] == {"id": "wins", "sentence": "Momentum ends lower.", "held": False}
    cell("after").gives("1")


def test_of_a_claim_that_holds_only_the_record_is_kept(cell):
    kept = cell(CELL.replace("0.5", "0.002")).works().one("display_data")
    assert list(kept["data"]) == ["application/vnd.lectern.claim+json"]
    assert kept["metadata"]["lectern"]["claim"]["held"] is True


def test_two_claims_of_one_id_in_a_cell_are_refused(cell):
    twice = 'claim("one", "First.", () -> true);'
    cell(twice + twice).fails("IllegalArgumentException", 'Two claims have the id "one"')
    cell(twice).works()
    cell(twice).works()


@pytest.fixture(scope="module")
def strict():
    import notebook

    running = notebook.Kernel(LECTERN_STRICT="1")
    yield running.cell
    running.stop()


def test_whoever_prints_gets_an_error(strict):
    strict(CELL).fails("AssertionError", "This sentence does not hold: Momentum ends lower.").says(
        "claim: wins", "condition: momentum < plain", "values: momentum = 0.5, plain = 0.03", "Cell In[1], line 2"
    )


def test_tensors_are_compared_by_what_is_asked_of_them(strict):
    strict("var a = zeros(2000);").works()
    strict('check(a.plus(1).max().item() < 1e-3, "large");').fails("AssertionError", "a.plus(1).max().item() = 1.0")
