package lectern.kernel;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import lectern.kernel.install.Install;
import lectern.kernel.language.Interpreter;
import lectern.kernel.language.JavaLanguage;
import lectern.kernel.log.Logging;
import lectern.kernel.magic.FetchCommand;
import lectern.kernel.protocol.ConnectionInfo;
import lectern.kernel.protocol.Kernel;
import lectern.kernel.protocol.Settings;
import lectern.notebook.Notebook;
import lectern.notebook.UserFolders;

/** Starts a kernel for a connection file, or installs the kernelspec. */
public final class Main {
    private static final String INTERPRETER = "lectern.kernel.cell.JavaInterpreter";
    private static final long LAST_WORDS_MILLIS = 700;
    private static final long RECORDING_MILLIS = 120_000;

    private Main() {}

    /** {@code <connection file>} runs a kernel; {@code install [options]} writes the kernelspec; {@code fetch [name]}; {@code --version}. */
    public static void main(String[] arguments) throws Exception {
        // First of all: libraries ask Java for the home folder, and Java asks the password database.
        System.setProperty("user.home", UserFolders.home().toString());
        if (arguments.length == 0 || arguments[0].equals("--help")) {
            System.out.println(
                    "usage: lectern.kernel.Main CONNECTION_FILE | install [--help] | fetch [NAME] | --version");
        } else if (arguments[0].equals("--version")) {
            System.out.println(JavaLanguage.version());
        } else if (arguments[0].equals("install")) {
            System.exit(Install.run(Arrays.copyOfRange(arguments, 1, arguments.length), System.out));
        } else if (arguments[0].equals("fetch")) {
            System.exit(FetchCommand.run(List.of(arguments).subList(1, arguments.length), System.out));
        } else {
            run(Path.of(arguments[0]));
        }
    }

    private static void run(Path connectionFile) throws IOException, InterruptedException {
        Logging.install();
        // The class is found by name: the protocol half compiles and is tested without the Java half.
        var interpreter =
                new FutureTask<Interpreter>(() -> create(System.getProperty("lectern.interpreter", INTERPRETER)));
        var warmUp = new Thread(interpreter, "lectern-warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
        var kernel = new Kernel(ConnectionInfo.read(connectionFile), Settings.from(System.getenv()), interpreter);
        Notebook.install(new KernelHost(kernel, interpreter));
        kernel.start();
        Thread.ofPlatform().daemon().name("lectern-own-process").start(() -> ownProcess(interpreter));
        Aftermath.prepareAfter(interpreter);
        kernel.await();
        end(kernel, interpreter);
    }

    private static void ownProcess(FutureTask<Interpreter> interpreter) {
        try {
            interpreter.get().ownProcess();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // The front end is told as soon as it asks for a cell.
            return;
        }
    }

    private static Interpreter create(String className) throws Exception {
        VectorModule.load();
        try {
            return Class.forName(className)
                    .asSubclass(Interpreter.class)
                    .getConstructor()
                    .newInstance();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Says goodbye in order; if user code will not let go, the process ends all the same. */
    private static void end(Kernel kernel, FutureTask<Interpreter> interpreter) {
        Thread.ofPlatform().daemon().name("lectern-last-words").start(() -> {
            try {
                Thread.sleep(recordsCache() ? RECORDING_MILLIS : LAST_WORDS_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(0);
        });
        kernel.close();
        if (interpreter.state() == FutureTask.State.SUCCESS) {
            interpreter.resultNow().close();
        }
        System.exit(0);
    }

    /** A run that records a start-up cache needs its regular end and all the time for it. */
    private static boolean recordsCache() {
        return ProcessHandle.current().info().arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(argument ->
                        argument.startsWith("-XX:AOTCacheOutput") || argument.startsWith("-XX:AOTMode=record"));
    }
}
