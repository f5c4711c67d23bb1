package lectern.kernel.cell;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import lectern.kernel.cell.compile.Ansi;
import lectern.kernel.cell.compile.ClassPath;
import lectern.kernel.cell.compile.DoesNotCompile;
import lectern.kernel.cell.compile.PackageIndex;
import lectern.kernel.cell.engine.Engine;
import lectern.kernel.cell.help.CompletenessCheck;
import lectern.kernel.cell.help.Completer;
import lectern.kernel.cell.help.FileNames;
import lectern.kernel.cell.help.Inspector;
import lectern.kernel.cell.run.Ballast;
import lectern.kernel.cell.run.CellRunner;
import lectern.kernel.cell.run.Interrupter;
import lectern.kernel.cell.run.MemoryWatch;
import lectern.kernel.cell.run.RuntimeErrors;
import lectern.kernel.cell.run.Streams;
import lectern.kernel.cell.run.UncaughtErrors;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.debug.Debuggee;
import lectern.kernel.display.Renderers;
import lectern.kernel.language.CellScope;
import lectern.kernel.language.Interpreter;
import lectern.kernel.language.JavaLanguage;
import lectern.kernel.magic.MagicError;
import lectern.notebook.Extension;
import lectern.notebook.MimeBundle;
import lectern.notebook.Quote;

/** Java as the language of a notebook. */
public final class JavaInterpreter implements Interpreter {
    /** System property that names the file in which the packages of the class path are kept between runs. */
    private static final String PACKAGES = "lectern.packages";

    private final Engine engine;
    private final CellRunner runner = new CellRunner();
    private final Renderers renderers = new Renderers();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final RuntimeErrors runtimeErrors;
    private final Completer completer;
    private final NotebookContext notebook;
    private final Inspector inspector;
    private final List<Extension> extensions = new ArrayList<>();
    private final Interrupter interrupter = new Interrupter(runner);
    private final MemoryWatch memoryWatch = new MemoryWatch(interrupter::interrupt);
    private final CellDebuggee debuggee;
    private final Quotes quotes;
    private StartUpFile startUpFile = StartUpFile.find(System.getenv());

    /** Starts the compiler; the class path of the process is the class path of the cells. */
    public JavaInterpreter() {
        Streams.install();
        var kept = System.getProperty(PACKAGES);
        var index = new PackageIndex(ClassPath.ofProcess(), kept == null ? null : Path.of(kept));
        engine = new Engine(index, wantsPreview(), interrupter);
        runtimeErrors = new RuntimeErrors(engine.units());
        UncaughtErrors.install(runtimeErrors);
        completer = new Completer(engine, index);
        inspector = new Inspector(engine);
        notebook = new NotebookContext(engine, renderers, inspector, interrupter);
        quotes = new Quotes(engine, renderers, interrupter);
        debuggee = new CellDebuggee(engine, renderers, this::runBetweenCells);
        index.extensions().forEach(name -> extend(name, index.packages()));
        Thread.ofPlatform().daemon().name("lectern-warm-compiler").start(() -> {
            engine.warmUp();
            completer.complete("Math.sq", 7);
            engine.compiler().save();
        });
    }

    /** Preview features of Java want the setting and a virtual machine that was started with them. */
    private static boolean wantsPreview() {
        boolean wanted = "1".equals(System.getenv("LECTERN_PREVIEW"));
        boolean able = wanted
                && ManagementFactory.getRuntimeMXBean().getInputArguments().contains("--enable-preview");
        if (wanted && !able) {
            System.err.println("LECTERN_PREVIEW=1 has no effect: the kernel was started without --enable-preview.");
        }
        return able;
    }

    /** A broken extension is told of, not a reason to have no kernel. */
    private void extend(String className, Set<String> packages) {
        try {
            var extension = Class.forName(className)
                    .asSubclass(Extension.class)
                    .getConstructor()
                    .newInstance();
            engine.addImports(extension.imports());
            extension.renderers(renderers);
            extension
                    .lazy()
                    .forEach(library -> notebook.offer(
                            library, packages.contains(library.sign()), () -> extension.renderers(renderers)));
            extension.magics(notebook.magics());
            extensions.add(extension);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            System.err.println("An extension cannot be used: " + e);
        }
    }

    @Override
    public Map<String, Object> languageInfo() {
        return JavaLanguage.info();
    }

    @Override
    public String banner() {
        return JavaLanguage.banner();
    }

    /** What a person wants in every notebook; where that fails the notebook says so and goes on without. */
    private void startUp(CellIo io) {
        var file = startUpFile;
        startUpFile = null;
        if (file == null) {
            return;
        }
        try {
            if (guarded(new CellText(0, CellText.clean(file.text())), io) instanceof Outcome.Failure failure) {
                io.stderr("The start-up file " + file.path() + " was left at an error: " + failure.name() + ": "
                        + failure.message() + "\n");
            }
        } catch (IOException e) {
            io.stderr("The start-up file " + file.path() + " cannot be read: "
                    + (Files.exists(file.path()) ? e.getMessage() : "there is no such file") + "\n");
        }
    }

    @Override
    public Outcome execute(Cell cell, CellIo io) {
        startUp(io);
        var outcome = guarded(new CellText(cell.number(), CellText.clean(cell.code()), cell.code()), io);
        if (!cell.silent()) {
            notebook.remember(cell.code());
        }
        return outcome;
    }

    @Override
    public Outcome evaluate(String expression, CellIo io) {
        return guarded(new CellText(0, expression), io);
    }

    @Override
    public Outcome call(Runnable task, CellIo io) {
        return guarded(
                io,
                () -> interrupter.user(() -> {
                    task.run();
                    return new Outcome.Success(null, List.of());
                }));
    }

    @Override
    public Debuggee debuggee() {
        return debuggee;
    }

    /** Runs work as a cell would run; what goes wrong in it is thrown. */
    private Object runBetweenCells(Interrupter.Code<Object> work) throws Throwable {
        if (!turn.tryLock()) {
            throw new IllegalStateException("a cell is running");
        }
        interrupter.begin();
        try {
            return runner.run(CellScope.current(), work);
        } finally {
            interrupter.end();
            turn.unlock();
        }
    }

    private Outcome guarded(CellText text, CellIo io) {
        return guarded(io, () -> inCell(text));
    }

    private Outcome guarded(CellIo io, Interrupter.Code<Outcome> work) {
        turn.lock();
        Ballast.hold();
        interrupter.begin();
        memoryWatch.begin();
        try {
            return runner.run(io, work);
        } catch (DoesNotCompile e) {
            return e.failure();
        } catch (Throwable thrown) {
            if (interrupter.gaveUp()) {
                takeLeave(io);
            }
            // What the cell has put in their place it would have taken away at its end.
            Streams.reset();
            return failed(thrown);
        } finally {
            memoryWatch.end();
            interrupter.end();
            Streams.drainNativeOutput();
            turn.unlock();
        }
    }

    /** Does for a cell that was left behind what it would have done at its end. */
    private void takeLeave(CellIo io) {
        try {
            runner.run(io, () -> {
                engine.giveUp();
                extensions.forEach(Extension::afterCell);
                return null;
            });
        } catch (Throwable e) {
            System.err.println("After a cell that was left behind: " + e);
        }
    }

    private Outcome failed(Throwable thrown) {
        if (memoryWatch.stoppedLast()) {
            return runtimeErrors.failure(memoryUsedUp());
        }
        if (interrupter.requested()) {
            return new Outcome.Interrupted(runtimeErrors.interrupted(interrupter.where(), interrupter.gaveUp()));
        }
        return thrown instanceof MagicError ? magicFailure(thrown) : runtimeErrors.failure(thrown);
    }

    private Throwable memoryUsedUp() {
        var error = new OutOfMemoryError("garbage collection frees next to nothing");
        error.setStackTrace(interrupter.where());
        return error;
    }

    private Outcome inCell(CellText text) throws Throwable {
        extensions.forEach(Extension::beforeCell);
        try {
            var ran = notebook.runCell(text);
            var object = ran.value().object();
            boolean shown = ran.value().present() && object != null && !Streams.isPrinter(object);
            if (shown) {
                notebook.remember(text.number(), object);
            }
            var bundle = shown ? interrupter.user(() -> render(object)) : MimeBundle.NOTHING;
            return new Outcome.Success(bundle.isNothing() ? null : bundle, ran.payload());
        } finally {
            if (!interrupter.isLeft()) {
                extensions.forEach(Extension::afterCell);
            }
        }
    }

    private static Outcome magicFailure(Throwable thrown) {
        return new Outcome.Failure(
                "MagicError", thrown.getMessage(), List.of(Ansi.red("MagicError") + ": " + thrown.getMessage()));
    }

    @Override
    public Completeness isComplete(String code) {
        return new CompletenessCheck(engine).check(code);
    }

    @Override
    public Completions complete(String code, int cursor) {
        var line = code.substring(code.lastIndexOf('\n', cursor - 1) + 1, cursor);
        if (line.startsWith("%")) {
            return completeMagic(line, cursor);
        }
        if (line.startsWith("!")) {
            return FileNames.complete(
                    code.substring(0, cursor), cursor - (line.length() - Math.max(line.lastIndexOf(' '), 0) - 1));
        }
        return completer.complete(code, cursor);
    }

    /** Names of magics; after them names of files, or Java where Java is expected. */
    private Completions completeMagic(String line, int cursor) {
        int space = line.indexOf(' ');
        if (space < 0) {
            var found = notebook.magics().names().stream()
                    .filter(name -> name.startsWith(line))
                    .map(name -> new Suggestion(name, "magic", notebook.magics().help(name)))
                    .toList();
            return new Completions(cursor - line.length(), cursor, found);
        }
        if (line.startsWith("%time")) {
            var inner = completer.complete(line.substring(space + 1), line.length() - space - 1);
            int shift = cursor - line.length() + space + 1;
            return new Completions(inner.start() + shift, inner.end() + shift, inner.suggestions());
        }
        int word = line.lastIndexOf(' ') + 1;
        var inner = FileNames.complete(line, word);
        int shift = cursor - line.length();
        return new Completions(inner.start() + shift, inner.end() + shift, inner.suggestions());
    }

    @Override
    public MimeBundle inspect(String code, int cursor, int detail) {
        if (code.stripLeading().startsWith("%")) {
            var help = notebook.magics().help(code.strip().split("\\s")[0]);
            return help == null ? null : MimeBundle.text(help);
        }
        return inspector.inspect(code, cursor, detail);
    }

    @Override
    public MimeBundle render(Object value) {
        return renderers.render(value);
    }

    @Override
    public void end(Thread helper) {
        interrupter.end(helper);
    }

    @Override
    public Quote quote(String verb, int argument) {
        return quotes.quote(verb, argument);
    }

    @Override
    public void interrupt() {
        extensions.forEach(Extension::onInterrupt);
        interrupter.interrupt();
    }

    @Override
    public void ownProcess() {
        Streams.takeNativeOutput();
    }

    @Override
    public void close() {
        Streams.leaveNativeOutput();
        runner.close();
        engine.close();
    }
}
