"""The menu *Save and Export Notebook As*: whatever it offers works."""

import json

import pytest

FETCH = """
const [path, done] = [arguments[0], arguments[arguments.length - 1]];
const settings = jupyterapp.serviceManager.serverSettings;
fetch(settings.baseUrl + path, {headers: {Authorization: `token ${settings.token}`}})
    .then(async answer => done([answer.status, await answer.text()]), error => done([0, String(error)]));
"""


@pytest.fixture(scope="module")
def fetch(opened):
    page = opened("browser")
    return lambda path: page.browser.execute_async_script(FETCH, path)


def test_every_format_of_the_menu_can_be_had(fetch):
    status, offered = fetch("api/nbconvert")
    assert status == 200
    formats = json.loads(offered)
    assert {"html", "slides", "markdown", "script", "notebook"} <= set(formats)
    for name in formats:
        if name in ("custom", "python"):  # neither stands in the menu
            continue
        status, text = fetch(f"nbconvert/{name}/browser.ipynb")
        assert status == 200, f"{name}: {text[:300]}"
