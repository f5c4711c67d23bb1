"""Widgets: the program's side of ipywidgets' protocol."""

import pytest

VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module", autouse=True)
def imports(kernel):
    kernel.cell("import static lectern.notebook.widget.Widgets.*;").works()


def models(run):
    """Model name to state and id of every widget that a cell has opened."""
    return {
        m["content"]["data"]["state"]["_model_name"]: (m["content"]["comm_id"], m["content"]["data"]["state"])
        for m in run.all("comm_open")
    }


def change(kernel, comm, **state):
    return kernel.tell("comm_msg", {"comm_id": comm, "data": {"method": "update", "state": state, "buffer_paths": []}})


@pytest.mark.parametrize(
    "code, model, state",
    [
        ("slider(0, 10, 3)", "IntSliderModel", {"min": 0, "max": 10, "value": 3, "step": 1}),
        ("slider(0.0, 1.0, 0.5)", "FloatSliderModel", {"min": 0, "max": 1, "value": 0.5, "step": 0.01}),
        ('checkbox("on", true)', "CheckboxModel", {"value": True, "description": "on"}),
        ('dropdown("a", "b")', "DropdownModel", {"_options_labels": ["a", "b"], "index": 0}),
        ('textField("t")', "TextModel", {"value": "t"}),
        ('textLabel("t")', "LabelModel", {"value": "t"}),
        ('htmlBox("<b>t</b>")', "HTMLModel", {"value": "<b>t</b>"}),
        ("progressBar(5)", "IntProgressModel", {"min": 0, "max": 5, "value": 0}),
        ("progressBar(1.0)", "FloatProgressModel", {"min": 0, "max": 1, "value": 0}),
        ('button("go")', "ButtonModel", {"description": "go"}),
        ("output()", "OutputModel", {"msg_id": "", "outputs": []}),
    ],
)
def test_models(cell, code, model, state):
    run = cell(code).works()
    identity, opened = models(run)[model]
    assert {key: opened[key] for key in state} == state
    assert opened["layout"] == "IPY_MODEL_" + models(run)["LayoutModel"][0]
    assert all(m["metadata"] == {"version": "2.1.0"} for m in run.all("comm_open"))
    assert run.data[VIEW] == {"version_major": 2, "version_minor": 0, "model_id": identity}


def test_boxes_name_their_children(cell):
    run = cell('row(textLabel("a"), column(textLabel("b"), slider(0, 1, 0)))').works()
    assert len(models(run)["HBoxModel"][1]["children"]) == 2
    assert models(run)["HBoxModel"][1]["children"][1] == "IPY_MODEL_" + models(run)["VBoxModel"][0]


def test_pictures_travel_as_buffers(cell):
    run = cell('picture(new byte[] {1, 2, 3}, "png")').works()
    message = next(m for m in run.all("comm_open") if m["content"]["data"]["state"]["_model_name"] == "ImageModel")
    assert message["content"]["data"]["buffer_paths"] == [["value"]]
    assert bytes(message["buffers"][0]) == b"\x01\x02\x03"


def test_the_reader_moves_a_slider(kernel):
    comm, _ = models(kernel.cell("var moved = slider(0, 10, 3); moved.onChange(v -> System.out.println(v));"))[
        "IntSliderModel"
    ]
    answers = change(kernel, comm, value=7)
    assert [m["content"]["text"] for m in answers if m["msg_type"] == "stream"] == ["7\n"]
    echo = next(m for m in answers if m["msg_type"] == "comm_msg")["content"]["data"]
    assert (echo["method"], echo["state"]) == ("echo_update", {"value": 7})
    kernel.cell("moved.value()").gives("7")


def test_the_program_moves_a_slider(kernel):
    comm, _ = models(kernel.cell("var set = slider(0, 10, 3);"))["IntSliderModel"]
    message = kernel.cell("set.value(9);").one("comm_msg")
    assert message["comm_id"] == comm
    assert message["data"] == {"method": "update", "state": {"value": 9}, "buffer_paths": []}


def test_choosing(kernel):
    comm, _ = models(kernel.cell('var chosen = dropdown("a", "b", "c");'))["DropdownModel"]
    change(kernel, comm, index=2)
    kernel.cell("chosen.value()").gives("c")


def test_pressing(kernel):
    comm, _ = models(kernel.cell('var press = button("go"); press.onClick(() -> System.out.println("pressed"));'))[
        "ButtonModel"
    ]
    answers = kernel.tell("comm_msg", {"comm_id": comm, "data": {"method": "custom", "content": {"event": "click"}}})
    assert [m["content"]["text"] for m in answers if m["msg_type"] == "stream"] == ["pressed\n"]


def test_a_page_asks_for_the_state(kernel):
    comm, _ = models(kernel.cell("var asked = slider(0, 10, 3);"))["IntSliderModel"]
    answers = kernel.tell("comm_msg", {"comm_id": comm, "data": {"method": "request_state"}})
    assert next(m for m in answers if m["msg_type"] == "comm_msg")["content"]["data"]["state"]["max"] == 10


def test_a_page_asks_for_all_states(kernel):
    comm, _ = models(kernel.cell("var listed = slider(0, 10, 4);"))["IntSliderModel"]
    kernel.tell("comm_open", {"comm_id": "control", "target_name": "jupyter.widget.control", "data": {}})
    answers = kernel.tell("comm_msg", {"comm_id": "control", "data": {"method": "request_states"}})
    states = next(m for m in answers if m["msg_type"] == "comm_msg")["content"]["data"]["states"]
    assert states[comm]["model_name"] == "IntSliderModel"
    assert states[comm]["state"]["value"] == 4


def test_values_that_the_widget_does_not_have_are_ignored(kernel):
    comm, _ = models(kernel.cell("var plain = slider(0, 10, 3);"))["IntSliderModel"]
    change(kernel, comm, invented=1)
    kernel.cell("plain.value()").gives("3")


def test_interact(kernel):
    run = kernel.cell('interact(slider(1, 5, 2), n -> "square " + n * n);').works()
    comm, _ = models(run)["IntSliderModel"]
    output, _ = models(run)["OutputModel"]
    assert any(VIEW in m["content"]["data"] for m in run.all("display_data"))
    assert any(m["content"]["data"].get("text/plain") == "square 4" for m in run.all("display_data"))
    answers = change(kernel, comm, value=5)
    sent = [
        m["content"]["data"]["state"]["msg_id"]
        for m in answers
        if m["msg_type"] == "comm_msg" and m["content"]["comm_id"] == output
    ]
    assert sent == [answers[0]["parent_header"]["msg_id"], ""]
    assert [m["content"]["data"]["text/plain"] for m in answers if m["msg_type"] == "display_data"] == ["square 25"]


def test_interact_with_two_controls(kernel):
    run = kernel.cell('interact(slider(1, 5, 2), checkbox("minus", false), (n, minus) -> minus ? -n : n);').works()
    answers = change(kernel, models(run)["CheckboxModel"][0], value=True)
    assert [m["content"]["data"]["text/plain"] for m in answers if m["msg_type"] == "display_data"] == ["-2"]


def test_a_bad_range_is_refused_in_words(cell):
    cell("slider(5, 1, 3)").fails("IllegalArgumentException", "expected low <= value <= high")


def test_interact_tells_an_error_where_the_result_would_be(kernel):
    run = kernel.cell(
        'interact(slider(1, 10, 3), a -> { if (a > 4) throw new IllegalStateException("too far"); return a; });'
    ).works()
    output, _ = models(run)["OutputModel"]
    answers = change(kernel, models(run)["IntSliderModel"][0], value=7)
    places = [
        m["content"]["data"]["state"]["msg_id"]
        if m["msg_type"] == "comm_msg"
        else m["content"]["text"]
        if m["msg_type"] == "stream"
        else "cleared"
        for m in answers
        if m["msg_type"] in ("stream", "clear_output") or m["content"].get("comm_id") == output
    ]
    told = next(i for i, place in enumerate(places) if place == "IllegalStateException: too far\n")
    # The output widget takes what comes between the two messages that give it the request and take it away.
    assert places[0] == answers[0]["parent_header"]["msg_id"] and "cleared" in places[1:told]
    assert "" in places[told:]


def test_interact_without_a_result_clears_the_one_before(kernel):
    run = kernel.cell("interact(slider(1, 5, 2), n -> n < 3 ? n : null);").works()
    answers = change(kernel, models(run)["IntSliderModel"][0], value=4)
    assert [m["content"]["data"] for m in answers if m["msg_type"] == "display_data"] == [{"text/plain": ""}]


def test_interact_stops_the_cell_when_the_first_value_fails(cell):
    cell("interact(slider(1, 5, 2), n -> List.of(1).get(n));").fails("IndexOutOfBoundsException", "Index: 2")
