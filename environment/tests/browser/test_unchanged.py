"""Who opens a lecture changes nothing: the file stays as it is, byte for byte."""

import pytest
from conftest import ROOT
from page import PANEL

COURSE = ROOT / "notebooks"
LECTURES = sorted(
    path.relative_to(COURSE).with_suffix("").as_posix()
    for path in COURSE.rglob("*.ipynb")
    if ".ipynb_checkpoints" not in path.parts
)


@pytest.mark.parametrize("lecture", LECTURES)
def test_opening_and_saving_a_lecture_leaves_it_as_it_is(opened, folder, lecture):
    file = folder / "course" / f"{lecture}.ipynb"
    before = file.read_bytes()
    page = opened(f"course/{lecture}")
    # The kernel introduces itself to the page; what it says of its language goes into the notebook.
    page.wait("language", lambda: page.script(f"return {PANEL}.model.getMetadata('language_info').version"))
    assert page.script(f"return {PANEL}.context.model.dirty") is False
    page.command("docmanager:save")
    assert file.read_bytes() == before
    page.command("application:close")
    page.wait("closed notebook", lambda: page.script(f"return !{PANEL} || !{PANEL}.context"))
    assert not page.all(".jp-Dialog")
