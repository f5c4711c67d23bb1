package lectern.kernel.cell.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
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
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.UnitSource;

/**
 * The compiler of the JDK, kept warm: tasks reuse what an earlier one has read of the class path.
 *
 * <p>The pool of tasks is an internal class of the JDK that JShell uses in the same way; it wants
 * {@code --add-exports jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED} and the same for {@code .code} and {@code .util}.
 */
public final class CellCompiler implements AutoCloseable {
    /** What a look at an analysed unit sees. */
    public record Analysis(
            JavacTask task, Trees trees, CompilationUnitTree unit, List<Diagnostic<? extends JavaFileObject>> errors) {}

    /** Compiled classes by binary name, empty when there are errors. */
    public record Result(Map<String, byte[]> classes, List<Diagnostic<? extends JavaFileObject>> errors) {}

    private static final int TASKS = 3;
    /** A context keeps a kilobyte of every unit it has seen: names, and references to scopes that are gone. */
    private static final int UNITS_A_POOL = 4_000;

    private static final String UNREPORTED = "compiler.err.unreported.exception";

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final List<String> options = new ArrayList<>();
    private final PackageIndex index;
    private final StandardJavaFileManager standard;
    private final PlatformFiles platform;
    private final ClassPathFiles classPath;
    private final CellFiles files;
    private JavacTaskPool pool;
    private int units;
    /** Binary names of the classes that the present task declares. */
    private final Set<String> own = new HashSet<>();
    /** Set where a task has ended in a way that leaves traces in its context: half a class file, a broken symbol table. */
    private boolean spoilt;

    public CellCompiler(PackageIndex index, boolean preview) {
        if (compiler == null) {
            throw new IllegalStateException("No Java compiler here: Lectern needs a JDK, not a JRE.");
        }
        this.index = index;
        standard = compiler.getStandardFileManager(null, null, null);
        platform = new PlatformFiles(index.beside(".jdk"));
        classPath = new ClassPathFiles(index);
        files = new CellFiles(standard, platform, classPath);
        // Strings put together inline spare a cell that runs once a bootstrap method for each of them.
        options.addAll(List.of(
                "-proc:none",
                "-g",
                "-parameters",
                "-nowarn",
                "-XDstringConcat=inline",
                "-XDshould-stop.ifError=GENERATE",
                "-Xmaxerrs",
                "50"));
        if (platform.has("jdk.incubator.vector")) {
            options.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        if (preview) {
            options.addAll(List.of(
                    "--enable-preview",
                    "--source",
                    String.valueOf(Runtime.version().feature())));
        }
        try {
            // The compiler's own search would open every jar; the class path is ours alone.
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        renewPool();
    }

    private void renewPool() {
        try {
            pool = new JavacTaskPool(TASKS);
            units = 0;
        } catch (IllegalAccessError e) {
            throw new IllegalStateException(
                    "Start the kernel with --add-exports jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED"
                            + " and the same for .code and .util",
                    e);
        }
    }

    /** Keeps for the next start what this one has found out about jars and packages. */
    public void save() {
        index.save();
        platform.save();
    }

    /** Jars and folders whose classes cells may use from now on. */
    public synchronized void addToClassPath(List<Path> more) {
        index.add(more);
        // The present tasks have listed packages without them.
        renewPool();
    }

    public List<Path> classPath() {
        return index.classPath();
    }

    /** Names of the classes of a package, without those nested in others, or null where there is no such package. */
    public synchronized Set<String> classNames(String packageName) {
        try {
            var files = new ArrayList<>(classPath.list(packageName));
            files.addAll(platform.list(packageName));
            var names = new HashSet<String>();
            for (var file : files) {
                var name = ((ClassFileObject) file).binaryName().substring(packageName.length() + 1);
                names.add(name.indexOf('$') > 0 ? name.substring(0, name.indexOf('$')) : name);
            }
            return names.isEmpty() ? null : names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Attributes a unit and lets {@code look} see the result, erroneous or not. */
    public synchronized <T> T analyze(String className, String text, Function<Analysis, T> look) {
        var errors = new DiagnosticCollector<JavaFileObject>();
        return withTask(className, text, errors, (task, context) -> {
            try {
                var unit = parse(task).getFirst();
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
    public synchronized List<Diagnostic<? extends JavaFileObject>> syntaxErrors(String className, String text) {
        var errors = new DiagnosticCollector<JavaFileObject>();
        return withTask(className, text, errors, (task, context) -> {
            try {
                parse(task);
                return errorsOf(errors);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Compiles a unit. That a checked exception is neither caught nor declared is no error in a cell. */
    public synchronized Result compile(UnitSource unit) {
        return compile(unit, analysis -> {});
    }

    /** Compiles a unit; {@code look} sees it analysed and free of errors. */
    public synchronized Result compile(UnitSource unit, Consumer<Analysis> look) {
        var errors = new DiagnosticCollector<JavaFileObject>();
        return withTask(unit.className, unit.text(), errors, (task, context) -> {
            try {
                files.begin();
                var tree = parse(task).getFirst();
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
    public synchronized void keep(Map<String, byte[]> classes) {
        files.keep(classes);
    }

    /** A class that units may name and that belongs to no cell. */
    public synchronized void help(String name, byte[] bytes) {
        files.help(name, bytes);
    }

    public synchronized Map<String, byte[]> classes() {
        return files.classes();
    }

    /** Forgets the classes of all cells but these, given by the names of their main classes. */
    public synchronized void retain(Set<String> cells) {
        files.retain(cells);
    }

    public synchronized void forget() {
        files.forget();
    }

    private static List<Diagnostic<? extends JavaFileObject>> errorsOf(DiagnosticCollector<JavaFileObject> all) {
        var errors = new ArrayList<Diagnostic<? extends JavaFileObject>>();
        for (var diagnostic : all.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR
                    && !diagnostic.getCode().startsWith(UNREPORTED)) {
                errors.add(diagnostic);
            }
        }
        return errors;
    }

    private <T> T withTask(
            String className,
            String text,
            DiagnosticCollector<JavaFileObject> errors,
            BiFunction<JavacTask, Context, T> work) {
        if (spoilt || ++units > UNITS_A_POOL) {
            renewPool();
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

    private List<CompilationUnitTree> parse(JavacTask task) throws IOException {
        var units = new ArrayList<CompilationUnitTree>();
        task.parse().forEach(units::add);
        units.forEach(unit -> unit.getTypeDecls().forEach(type -> note(Memory.PACKAGE + ".", type)));
        return units;
    }

    private void note(String before, Tree tree) {
        if (tree instanceof ClassTree type) {
            own.add(before + type.getSimpleName());
            type.getMembers().forEach(member -> note(before + type.getSimpleName() + "$", member));
        }
    }

    /** The package of the cells grows with every cell, so the next task must list it again. */
    private void forgetCells(Context context) {
        own.addAll(files.names());
        var symbols = Symtab.instance(context);
        var names = Names.instance(context);
        var cells = symbols.getPackage(symbols.unnamedModule, names.fromString(Memory.PACKAGE));
        if (cells != null) {
            for (var name : own) {
                var flat = names.fromString(name);
                if (symbols.getClass(symbols.unnamedModule, flat) != null) {
                    symbols.removeClass(symbols.unnamedModule, flat);
                }
            }
            cells.members_field = null;
            cells.completer = ClassFinder.instance(context).getCompleter();
        }
        own.clear();
    }

    @Override
    public synchronized void close() {
        classPath.close();
        platform.save();
        try {
            platform.close();
            standard.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
