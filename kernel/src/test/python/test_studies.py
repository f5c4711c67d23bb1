"""Repeated experiments in a kernel: their table, their figure, and an interrupt in their midst."""


def test_a_study_is_a_table_and_a_figure(cell):
    cell("""
        var losses = ordered("square", (Fn) x -> x.square().sum(), "fourth", (Fn) x -> x.pow(4).sum());
        var t = study().over("loss", losses).over("rate", 0.01, 0.1).seeds(4)
            .run((loss, rate, seed) -> minimize(loss, randn(3), sgd(rate), 50).value());
        """).works()
    shown = cell('t.table("%.1e")').works().data
    assert shown["text/plain"].startswith("loss    rate  result\nsquare  0.01")
    assert "<th" in shown["text/html"] and "tabular" in shown["text/latex"]
    cell("t.plot()").shows("image/svg+xml", "<svg")
    cell('t.median("square", 0.1) < t.median("square", 0.01)').gives("true")
    cell("""
        seed(2);
        minimize(losses.get("fourth"), randn(3), sgd(0.1), 50).value() == t.values("fourth", 0.1)[2]
        """).gives("true")


def test_records_of_a_cell_are_columns(cell):
    cell('record Out(@Column("mean of $x$") double mean, double[] path) {}').works()
    answer = cell("""
        var r = study().seeds(3).run(seed -> new Out(seed, new double[] {1, 2, seed}));
        r.columns() + " " + r.median()
        """)
    answer.gives_match(r"\[mean of \$x\$\] mean of \$x\$\n +1$")
    cell('r.plot("path")').shows("image/svg+xml", "<svg")


def test_an_interrupt_keeps_what_is_done(kernel):
    pending = kernel.start("""
        var cut = study().over("m", "quick", "endless").seeds(2).threads(1).run((m, seed) -> {
            if (seed == 1) { System.out.println("begun"); while (true) { Thread.sleep(5); } }
            return 1.0;
        });
        """)
    kernel.wait_until_running(pending, "begun")
    kernel.manager.interrupt_kernel()
    kernel.finish(pending)
    kernel.cell("cut.remarks()").gives("[Interrupted after 2 of 4 runs.]")


def test_an_endless_loop_in_a_run_ends_too(kernel):
    pending = kernel.start("""
        var busy = study().seeds(3).run(seed -> {
            if (seed == 2) { System.out.println("begun"); }
            double x = 1;
            while (seed == 2) { x = Math.sin(x); }
            return x;
        });
        """)
    kernel.wait_until_running(pending, "begun")
    kernel.manager.interrupt_kernel()
    kernel.finish(pending)
    kernel.cell("busy.runs().size()").gives("2")
    left = 'Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("lectern-study")).toList()'
    kernel.cell(left).gives("[]")


def test_records_in_a_list_have_their_headings(cell):
    cell("List.of(new Out(1, null), new Out(2, null))").shows("text/html", "mean of")
    cell('table(ordered("XOR", 0.75, "OR", 1.0), "%.2f")').gives("     value\nXOR   0.75\nOR    1.00")
