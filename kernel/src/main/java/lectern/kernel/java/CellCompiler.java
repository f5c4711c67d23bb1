package lectern.kernel.java;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.api.JavacTaskPool;
import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Log;
import com.sun.tools.javac.util.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The compiler of the JDK, kept warm: tasks reuse what an earlier one has read of the class path.
 *
 * <p>The pool of tasks is an internal class of the JDK that JShell uses in the same way; it wants
 * {@code --add-exports jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED} and the same for {@code .code} and {@code .util}.
 */
final class CellCompiler implements AutoCloseable {
    /** What a look at an analysed unit sees. */
    record Analysis(JavacTask task, Trees trees, CompilationUnitTree unit, List<Diagnostic<? extends JavaFileObject>> errors) {}

    /** Compiled classes by binary name, empty when there are errors. */
    record Result(Map<String, byte[]> classes, List<Diagnostic<? extends JavaFileObject>> errors) {}

    private static final int TASKS = 3;
    private static final String UNREPORTED = "compiler.err.unreported.exception";

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final List<String> options = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private StandardJavaFileManager standard;
    private CellFiles files;
    private JavacTaskPool pool;
    /** Set where a task has ended in a way that leaves traces in its context: half a class file, a broken symbol table. */
    private boolean spoilt;

    CellCompiler(List<Path> classPath, boolean preview) {
        if (compiler == null) {
            throw new IllegalStateException("No Java compiler here: Lectern needs a JDK, not a JRE.");
        }
        this.classPath.addAll(classPath);
        options.addAll(List.of("-proc:none", "-g", "-parameters", "-nowarn", "-XDshould-stop.ifError=GENERATE", "-Xmaxerrs", "50"));
        if (ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent()) {
            options.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        if (preview) {
            options.addAll(List.of("--enable-preview", "--source", String.valueOf(Runtime.version().feature())));
        }
        open(Map.of());
    }

    private void open(Map<String, byte[]> known) {
        standard = compiler.getStandardFileManager(null, null, null);
        try {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files = new CellFiles(standard, known);
        try {
            pool = new JavacTaskPool(TASKS);
        } catch (IllegalAccessError e) {
            throw new IllegalStateException("Start the kernel with --add-exports jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED"
                    + " and the same for .code and .util", e);
        }
    }

    /** Classes and directories that cells may use from now on. */
    synchronized void addToClassPath(List<Path> more) {
        classPath.addAll(more);
        var known = files.classes();
        closeFiles();
        open(known);
    }

    synchronized List<Path> classPath() {
        return List.copyOf(classPath);
    }

    /** Attributes a unit and lets {@code look} see the result, erroneous or not. */
    synchronized <T> T analyze(String className, String text, Function<Analysis, T> look) {
        var errors = new DiagnosticCollector<JavaFileObject>();
        return withTask(className, text, errors, (task, context) -> {
            try {
                var unit = task.parse().iterator().next();
                try {
                    task.analyze();
                } catch (IllegalStateException | AssertionError | NullPointerException e) {
                    // The compiler gives up on some broken text; what it has found so far is still worth a look.
                }
                return look.apply(new Analysis(task, Trees.instance(task), unit, errorsOf(errors)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What is wrong with the mere form of a unit. */
    synchronized List<Diagnostic<? extends JavaFileObject>> syntaxErrors(String className, String text) {
        var errors = new DiagnosticCollector<JavaFileObject>();
        return withTask(className, text, errors, (task, context) -> {
            try {
                task.parse();
                return errorsOf(errors);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Compiles a unit. That a checked exception is neither caught nor declared is no error in a cell. */
    synchronized Result compile(UnitSource unit) {
        return compile(unit, analysis -> { });
    }

    /** Compiles a unit; {@code look} sees it analysed and free of errors. */
    synchronized Result compile(UnitSource unit, Consumer<Analysis> look) {
        var errors = new DiagnosticCollector<JavaFileObject>();
        return withTask(unit.className, unit.text(), errors, (task, context) -> {
            try {
                files.begin();
                var tree = task.parse().iterator().next();
                if (errorsOf(errors).isEmpty()) {
                    task.analyze();
                }
                if (errorsOf(errors).isEmpty()) {
                    look.accept(new Analysis(task, Trees.instance(task), tree, List.of()));
                    Log.instance(context).nerrors = 0;
                    task.generate();
                }
                var failed = errorsOf(errors);
                spoilt |= failed.stream().anyMatch(error -> error.getCode().startsWith("compiler.err.limit"));
                return new Result(failed.isEmpty() ? files.written() : Map.of(), failed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The classes of a unit that is going to run: later units may use them. */
    synchronized void keep(Map<String, byte[]> classes) {
        files.keep(classes);
    }

    synchronized Map<String, byte[]> classes() {
        return files.classes();
    }

    synchronized void forget() {
        files.forget();
    }

    private static List<Diagnostic<? extends JavaFileObject>> errorsOf(DiagnosticCollector<JavaFileObject> all) {
        var errors = new ArrayList<Diagnostic<? extends JavaFileObject>>();
        for (var diagnostic : all.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && !diagnostic.getCode().startsWith(UNREPORTED)) {
                errors.add(diagnostic);
            }
        }
        return errors;
    }

    private <T> T withTask(String className, String text, DiagnosticCollector<JavaFileObject> errors,
            BiFunction<JavacTask, Context, T> work) {
        if (spoilt) {
            pool = new JavacTaskPool(TASKS);
        }
        spoilt = true;
        T result = pool.getTask(null, files, errors, options, null, List.of(new Source(className, text)), task -> {
            // The task lets go of its context when it has generated classes.
            var context = ((BasicJavacTask) task).getContext();
            spoilt = false;
            boolean done = false;
            try {
                T found = work.apply(task, context);
                done = true;
                return found;
            } finally {
                spoilt |= !done;
                forgetCells(context);
            }
        });
        return result;
    }

    /** The package of the cells grows with every cell, so the next task must list it again. */
    private static void forgetCells(Context context) {
        var symbols = Symtab.instance(context);
        var cells = symbols.getPackage(symbols.unnamedModule, Names.instance(context).fromString(Memory.PACKAGE));
        if (cells == null) {
            return;
        }
        for (var symbol : symbols.getAllClasses()) {
            if (symbol.packge() == cells) {
                symbols.removeClass(symbols.unnamedModule, symbol.flatName());
            }
        }
        cells.members_field = null;
        cells.completer = ClassFinder.instance(context).getCompleter();
    }

    private void closeFiles() {
        try {
            standard.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        closeFiles();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("cell:///" + className + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
