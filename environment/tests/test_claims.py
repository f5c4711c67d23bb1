"""Which sentences compare, and which of them have a claim."""

import sys

import pytest
from machine import ROOT

sys.path.insert(0, str(ROOT / "environment"))

import claims


def book(*cells, **metadata):
    made = [{"cell_type": kind, "source": text, "metadata": {"lectern": more}} for kind, text, more in cells]
    return {"cells": made, "metadata": {"lectern": metadata}}


@pytest.mark.parametrize(
    "sentence",
    [
        "Momentum is faster.",
        "The error is less than a percent.",
        "Adam needs more of the steps than descent.",
        "Its loss is ten times as large as before.",
        "L-BFGS wins.",
        "A simpler model than this.",
    ],
)
def test_these_compare(sentence):
    assert claims.compares(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A number rather than a word.",
        "The lower triangular factor.",
        "No method other than this.",
        "One more step.",
        "Derivatives of higher order.",
    ],
)
def test_these_do_not(sentence):
    assert not claims.compares(sentence)


def test_what_has_a_claim_nearby_is_not_listed():
    text = (
        "Momentum is [faster](#claim-wins).\n\nAdam is slower. It has\nfewer parameters than `better()`.\n\n"
        "$a$ worse\n\n```\nbetter\n```\n\n- lower\n- higher"
    )
    found = claims.unclaimed(book(("markdown", text, {}), ("markdown", "It is better.", {"claims": ["wins"]})))
    assert found == [
        (0, "Adam is slower."),
        (0, "It has fewer parameters than ."),
        (0, "worse"),
        (0, "- lower"),
        (0, "- higher"),
    ]


def test_exercises_ask_and_do_not_claim():
    parts = ("markdown", "## Exercises\n\nIs it faster?", {}), ("markdown", "## Solutions\n\nIt is faster.", {})
    assert claims.unclaimed(book(*parts)) == [(1, "It is faster.")]


def test_claims_are_made_once_and_links_lead_to_one():
    code = 'claim("a", "A.", () -> true);\nclaim(\n    "b", "B.", () -> true);'
    good = book(("code", code, {}), ("markdown", "[faster](#claim-a) [there](other.ipynb#claim-z)", {"claims": ["b"]}))
    assert list(claims.faults(good)) == []
    bad = book(("code", code + code[:12], {}), ("markdown", "[faster](#claim-c)", {}), ("code", "", {"claims": ["d"]}))
    assert list(claims.faults(bad)) == [
        'makes the claim "a" twice',
        'cell 1 refers to the claim "c", which no cell makes',
        'cell 2 refers to the claim "d", which no cell makes',
    ]


def test_a_notebook_may_have_it_enforced():
    cell = ("markdown", "It is faster.", {})
    assert list(claims.faults(book(cell))) == []
    assert list(claims.faults(book(cell, claims="enforced"))) == ["cell 0 compares without a claim: It is faster."]
