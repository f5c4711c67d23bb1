"""Input from the person in front of the notebook."""

READ = "var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));\n"


def test_a_line(cell):
    cell(READ + "in.readLine()", answers=["Ada"]).gives("Ada")


def test_two_lines(cell):
    cell("var sc = new java.util.Scanner(System.in);\nsc.nextLine() + sc.nextLine()", answers=["a", "b"]).gives("ab")


def test_numbers(cell):
    cell(
        "var numbers = new java.util.Scanner(System.in);\nnumbers.nextInt() + numbers.nextInt()", answers=["3 4"]
    ).gives("7")


def test_accents_and_emoji(cell):
    cell(READ + "in.readLine()", answers=["Zoë 😀"]).gives("Zoë 😀")


def test_what_is_printed_before_comes_before(kernel):
    pending = kernel.start('System.out.print("name? ");\n' + READ + "in.readLine()", allow_stdin=True)
    kernel.wait_until_running(pending, "name? ")
    kernel.finish(pending, answers=["x"]).gives("x")


def test_the_question_belongs_to_the_cell(kernel):
    before = len(kernel.questions)
    kernel.cell(READ + "in.readLine()", answers=["x"]).works()
    assert len(kernel.questions) == before + 1
    assert kernel.questions[-1]["password"] is False


def test_without_a_person_it_is_the_end_of_the_stream(cell):
    assert cell(READ + "in.readLine() == null").status in ("ok", "error")
    cell("1").gives("1")


def test_interrupt_while_waiting(kernel):
    pending = kernel.start(READ + "in.readLine()", allow_stdin=True)
    kernel.client.get_stdin_msg(timeout=10)
    kernel.interrupt()
    assert kernel.finish(pending).status == "error"
    kernel.cell(READ + "in.readLine()", answers=["still"]).gives("still")
