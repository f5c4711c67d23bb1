"""Every widget, drawn by the front end that is installed."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

# A call of every verb that makes a widget, and what of it can be seen.
CALLS = {
    "slider": ["slider(0, 10, 3)", "slider(0.0, 1.0, 0.5)"],
    "checkbox": ['checkbox("on", true)'],
    "dropdown": ['dropdown("a", "b")'],
    "textField": ['textField("text")'],
    "textLabel": ['textLabel("text")'],
    "htmlBox": ['htmlBox("<b>text</b>")'],
    "progressBar": ["progressBar(10)", "progressBar(1.0)"],
    "button": ['button("go")'],
    "picture": ['picture("<svg xmlns=\'http://www.w3.org/2000/svg\'/>".getBytes(), "svg+xml")'],
    "output": ["output()"],
    "row": ['row(textLabel("left"), textLabel("right"))'],
    "column": ['column(textLabel("upper"), button("lower"))'],
}


@pytest.fixture(scope="module")
def page(opened):
    page = opened("widgets")
    page.run("import static lectern.notebook.widget.Widgets.*;\nimport lectern.notebook.widget.*;")
    return page


def test_no_widget_is_left_out(page):
    output = page.run(
        "for (var method : Widgets.class.getMethods())"
        " if (Widget.class.isAssignableFrom(method.getReturnType())) System.out.println(method.getName());"
    )
    assert set(page.wait("names", lambda: output.text.split())) == set(CALLS)


@pytest.mark.parametrize("call", [call for calls in CALLS.values() for call in calls])
def test_the_front_end_knows_model_and_view(page, call):
    output = page.run(call)
    page.wait("drawn widget", lambda: output.find_elements(By.CSS_SELECTOR, ".jupyter-widgets"))
    assert not output.find_elements(By.CSS_SELECTOR, ".jupyter-widgets-error-widget"), output.text
    assert "error" not in output.text.lower()


def test_a_bar_fills(page):
    index = page.start("var bar = progressBar(10); bar.value(4); bar")
    bar = page.wait("bar", lambda: page.ended(index).find_element(By.CSS_SELECTOR, ".progress-bar"))
    page.wait("40 %", lambda: "width: 40%" in bar.get_attribute("style"))
    page.picture("bar")


def test_an_error_for_one_value_stands_in_the_place_of_its_result(page):
    index = page.start(
        "interact(slider(1, 10, 4), a -> {\n"
        '    if (a > 4) throw new IllegalStateException("too far");\n'
        '    return "half " + a / 2.0;\n});'
    )
    page.text(index, "half 2.0")
    handle = page.wait("handle", lambda: page.output(index).find_element(By.CSS_SELECTOR, ".noUi-handle"))
    handle.send_keys(Keys.ARROW_RIGHT)
    page.text(index, "IllegalStateException: too far")
    assert "half" not in page.output(index).text
    page.picture("error")
    handle.send_keys(Keys.ARROW_LEFT)
    page.text(index, "half 2.0")
    assert "too far" not in page.output(index).text
