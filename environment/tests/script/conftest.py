"""The sample lectures on disk."""

import nbformat
import pytest
import sample


@pytest.fixture(scope="session")
def folders(tmp_path_factory):
    """A folder of notebooks with an order of its own, and the executed copies."""
    base = tmp_path_factory.mktemp("note books")
    executed = tmp_path_factory.mktemp("executed")
    for name, notebook in {"start/first": sample.first(), "other/second": sample.second()}.items():
        for folder in (base, executed):
            file = folder / f"{name}.ipynb"
            file.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(notebook, file)
    (base / "order.txt").write_text("= Beginnings\nstart/first.ipynb  # begins\n= More\nother/second.ipynb\n")
    return base, executed
