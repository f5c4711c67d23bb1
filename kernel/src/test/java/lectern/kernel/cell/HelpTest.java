package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.kernel.language.Interpreter.Suggestion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion, documentation, completeness and magics. */
class HelpTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = Notebook.fresh();
        notebook.run(
                "var names = new ArrayList<String>(); int nameCount(int least) { return 0; } record Pt(double x, double y) {}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "Math.sq                            # sqrt         # function  # 5",
                        "System.o         # out          # property  # 7",
                "Stri                               # String       # class     # 0",
                        "\"text\".le      # length       # function  # 7",
                "java.util.Ar                       # ArrayList    # class     # 10",
                        "retu            # return       # keyword   # 0",
                "nam                                # names        # instance  # 0",
                        "nam              # nameCount    # function  # 0",
                "names.                             # addAll       # function  # 6",
                        "new Pt(1, 2).    # x            # function  # 13",
                "for (var n : names) { n.sub        # substring    # function  # 24",
                        "names.stream().map(String::toL # toLowerCase # function # 27",
                "names.forEach(s -> s.le            # length       # function  # 21",
                        "int loc = 3; lo  # loc          # instance  # 13",
                "import java.uti                    # util         # module    # 12",
                        "new StringBui    # StringBuilder # class    # 4",
                "var p = new Pt(1, 2); p.y          # y            # function  # 24",
                        "\"/et             # etc/         # path      # 2",
                "%mav                               # %maven       # magic     # 0",
                        "%%ba              # %%bash       # magic     # 0",
                "%timeit Math.co                    # cos          # function  # 13",
                        "disp              # display      # function  # 0",
            })
    void completes(String code, String wanted, String type, int start) {
        var found = notebook.interpreter.complete(code, code.length());
        assertTrue(
                found.suggestions().stream().map(Suggestion::text).toList().contains(wanted),
                () -> found.suggestions().stream().limit(20).toList().toString());
        assertEquals(
                type,
                found.suggestions().stream()
                        .filter(one -> one.text().equals(wanted))
                        .findFirst()
                        .orElseThrow()
                        .type());
        assertEquals(start, found.start());
        assertEquals(code.length(), found.end());
    }

    private java.util.List<String> completions(String code) {
        return notebook.interpreter.complete(code, code.length()).suggestions().stream()
                .map(Suggestion::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "Map<String, Lis             # List      # whatever",
                "Map<String, List<Dou        # Double    # whatever",
                "new HashMap<String, Lis     # List      # whatever",
                "List<Lis                    # List      # whatever",
                "@Ove                        # Override  # names",
                "@                           # Override  # names",
                "NAMEC                       # nameCount # whatever",
                "switch (hue) { case         # RED       # whatever",
                "switch (hue) { case R       # RED       # whatever",
                "pet::                       # bark      # age",
                "fn.                         # andThen   # identity",
                "this.                       # getClass  # run$",
            })
    void completesMore(String code, String wanted, String unwanted) {
        notebook.run("enum Hue { RED, BLUE } Hue hue = Hue.RED; class Pet { int age; void bark() { } } "
                + "var pet = new Pet(); Function<String, String> fn = s -> s;");
        var text = code.endsWith("case") ? code + " " : code;
        var found = completions(text);
        assertTrue(found.contains(wanted), found::toString);
        assertTrue(!found.contains(unwanted), found::toString);
    }

    @Test
    void whoeverTypesOnGetsFewerAndWhoeverDeletesGetsMore() {
        var all = completions("Math.");
        var some = completions("Math.s");
        assertTrue(all.containsAll(some) && all.size() > some.size());
        assertTrue(some.stream().allMatch(name -> name.startsWith("s")));
        assertEquals(some.stream().filter(name -> name.startsWith("sq")).toList(), completions("Math.sq"));
        assertEquals(all, completions("Math."));
        var names = completions("na");
        assertEquals(names.stream().filter(name -> name.startsWith("nam")).toList(), completions("nam"));
        assertEquals(names, completions("na"));
        assertTrue(completions("").size() < 400 && completions("St").contains("String"));
    }

    @Test
    void whatACellDeclaresIsSuggestedAtOnce() {
        notebook.run("class Box { int width; }");
        assertEquals(
                java.util.List.of("width"),
                completions("new Box().w").stream()
                        .filter(name -> !name.equals("wait"))
                        .toList());
        notebook.run("class Box { int width, wealth; }");
        assertTrue(completions("new Box().w").contains("wealth"));
        notebook.run("import java.util.concurrent.atomic.*;");
        assertTrue(completions("AtomicInt").contains("AtomicInteger"));
    }

    @Test
    void packagesOfJarsAreSuggestedBeforeAnythingOfThemIsLoaded() {
        assertTrue(completions("import org.zer").contains("zeromq"));
        assertTrue(completions("import org.zeromq.Z").contains("ZMQ"));
        assertTrue(completions("import java.uti").contains("util"));
    }

    @Test
    void completesNothingWhereNothingFits() {
        assertTrue(notebook.interpreter.complete("xyzzy.q", 7).suggestions().isEmpty());
        assertTrue(notebook.interpreter.complete("// Math.sq", 10).suggestions().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "Math.sqrt           # sqrt(double a) → double", "Math.sqrt        # square root",
                        "String             # character strings",
                "System.out.println  # println(", "names            # ArrayList<String> names",
                        "nameCount          # (int least) → int",
                "Math.max(1,         # max(int a, int b) → int", "java.util.List # interface java.util.List",
                        "Pt      # record Pt",
                "%maven              # group:artifact:version",
            })
    void explains(String code, String words) {
        var bundle = notebook.interpreter.inspect(code, code.length(), 0);
        assertTrue(bundle != null && bundle.toString().contains(words), () -> String.valueOf(bundle));
    }

    /** The cursor stands at the bar. */
    private String explained(String code, int detail) {
        int cursor = code.indexOf('|');
        var bundle = notebook.interpreter.inspect(code.replace("|", ""), cursor, detail);
        return bundle == null ? "" : bundle.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "Math.max(1,2|)              # max(int a, int b)",
                "Math.max(|1,2)              # max(int a, int b)",
                "linspace(0, 1, 5|)          # linspace(",
                "linspace(0, |1, 5)          # linspace(",
                "linspace(0, 1.5|, 5)        # linspace(",
                "linspace(0, unknown|, 5)    # linspace(",
                "plot(unknown, |other)       # plot(",
                "plot(linspace(0,|1,5), 2)   # linspace(",
                "plot(linspace(0,1,5), 2|)   # plot(",
                "Math.max(3 * (1 + |2), 4)   # max(int a, int b)",
                "Math.max(nameCount|(2), 4)  # (int least)",
                "new ArrayList<String>(5|)   # ArrayList(",
                "String.valueOf(true|)       # valueOf(",
                "Path.of(\"na|mes\")         # of(",
                "List.of(names|, 1)          # ArrayList<String> names",
            })
    void insideACallItsMethodIsExplained(String code, String words) {
        var text = explained(code, 0);
        assertTrue(text.contains(words), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {"12|", "\"na|mes\"", "if (|3 > 2) { }", "Math.max(1, 2);|", "names.forEach(n -> { |5 })"})
    void outsideOfCallsThereIsNothingToExplain(String code) {
        assertEquals("", explained(code, 0));
    }

    @Test
    void whatACommentPointsToIsShown() {
        notebook.run("""
                class Pen {
                    /** As {@link #draw(Object, String...)}, in blue. */
                    void blue() { }
                    /** Of one word. */
                    void draw(String word) { }
                    /** Draws a line. */
                    void draw(Object line, String... options) { }
                    /** As {@link Nobody#knows}. */
                    void lost() { }
                }
                var pen = new Pen();""");
        var text = explained("pen.blue|()", 0);
        assertTrue(text.contains("As draw(Object, String...), in blue.\n\nDraws a line."), text);
        assertTrue(explained("pen.lost|()", 0).endsWith("As Nobody.knows."));
    }

    @Test
    void typeParametersKeepTheirNames() {
        var text = explained("List.of|(1)", 0);
        assertTrue(text.contains("<E> – the"), text);
    }

    @Test
    void whatStandsInAClassOfACellIsExplained() {
        notebook.run(
                "/** A pet. */\nclass Dog {\n    /** Makes a noise. */\n    String bark(int times) {"
                        + " return \"wuff\".repeat(times); }\n    public String toString() { return \"dog\"; }\n}\nvar dog = new Dog();");
        assertTrue(explained("dog.bark|(1)", 0).contains("Makes a noise."));
        assertTrue(explained("Dog|", 0).contains("A pet."));
        assertTrue(explained("dog.bark|(1)", 1).contains("return \"wuff\".repeat(times);"));
        assertTrue(explained("dog.toString|()", 0).contains("string representation"));
    }

    @Test
    void detailShowsTheSource() {
        assertTrue(explained("Objects.requireNonNullElse|(1, 2)", 1).contains("return (obj != null) ? obj"));
        assertTrue(explained("nameCount|(1)", 1).contains("return 0;"));
    }

    @Test
    void explainsNothingUnknown() {
        assertNull(notebook.interpreter.inspect("noSuchThing", 11, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "1 + 1 # complete", "int x = 3; # complete", "int x = 3 # complete", "void f() {⏎} # complete",
                        "class A { # incomplete",
                "if (true) { # incomplete", "int f( # incomplete", "/* open # incomplete", "1 + # incomplete",
                        "foo(1, # incomplete",
                "for (var x : xs) # incomplete", "int = 3 # invalid", "class 3 {} # invalid", "a ) # invalid",
                        "\"open # invalid",
                "\"\"\"⏎abc # incomplete", "%lsmagic # complete",
            })
    void knowsWhetherACellIsComplete(String code, String status) {
        assertEquals(
                status, notebook.interpreter.isComplete(code.replace('⏎', '\n')).status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "%lsmagic # %maven",
                "%who # names",
                "%whos # ArrayList<String>",
                "%help # %timeit",
                "%help maven # group:artifact:version",
                "%env PATH # /",
                "%history 3 # %env PATH",
                "%classpath # jar",
                "int z = 1;⏎%who # z",
            })
    void lineMagicsGiveAResult(String cell, String words) {
        var result = notebook.run(cell.replace('⏎', '\n'));
        assertTrue(result.value() != null && result.value().contains(words), () -> result.value() + result.traceback());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "!echo hello # hello",
                "%%bash⏎echo one⏎echo two # two",
                "%%sh⏎echo three # three",
                "%time 1 + 1 # wall time",
                "%%time⏎int q = 3; # wall time",
                "%timeit Math.sin(0.5) # per loop",
                "String p = \"%who\"; System.out.print(p); # %who",
            })
    void magicsWrite(String cell, String words) {
        var result = notebook.run(cell.replace('⏎', '\n'));
        assertTrue(result.out().contains(words), () -> result.out() + result.traceback());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "%%html⏎<b>x</b> # text/html",
                "%%markdown⏎*x* # text/markdown",
                "%%latex⏎$x$ # text/latex",
                "%%svg⏎<svg/> # image/svg+xml",
                "%%javascript⏎1 # application/javascript"
            })
    void richCellMagics(String cell, String type) {
        assertTrue(notebook.run(cell.replace('⏎', '\n')).bundle().data().containsKey(type));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "%nosuch # There is no magic nosuch",
                "%html x # cell magic",
                "%%who⏎x # line magic",
                "%maven wrong # group:artifact:version",
                "%jars /no/such.jar # There is no /no/such.jar",
                "%load /no/such # there is no such file",
                "!exit 3 # status 3"
            })
    void magicsFailClearly(String cell, String words) {
        var result = notebook.run(cell.replace('⏎', '\n'));
        assertTrue(result.error() != null && result.error().contains(words), () -> String.valueOf(result.error()));
    }

    @Test
    void aRemainderIsNoMagic() {
        assertEquals("1", notebook.run("int seven = 7\n% 3;\nseven").value());
    }

    @Test
    void questionsGiveAPage() {
        var success = (lectern.kernel.language.Interpreter.Outcome.Success)
                notebook.run("?Math.sqrt").outcome();
        assertEquals("page", success.payload().getFirst().get("source"));
    }
}
