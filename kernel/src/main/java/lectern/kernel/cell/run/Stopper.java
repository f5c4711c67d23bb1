package lectern.kernel.cell.run;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.function.Predicate;
import lectern.kernel.cell.compile.Guard;

/**
 * Stops a thread wherever it is, also in a loop of a library, by an exception that the virtual machine throws into it.
 *
 * <p>Calls {@code StopThread} of the JVM tool interface through the foreign-function interface: no agent, no port, and nothing at all
 * before the first stop that politeness could not bring about. The numbers are places in the function tables of JNI and JVM TI,
 * which their specifications fix.
 *
 * <p>A local reference lives only until the next native method of Java returns, be it a read of memory. So references travel as
 * plain numbers, every call that gives one is made once to link it and once more to make the result global at the next step, and the
 * thread to stop is found through a field of the handler of uncaught exceptions, the one place where JNI finds an object of ours.
 */
@SuppressWarnings("restricted")
final class Stopper {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final FunctionDescriptor ONE = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final FunctionDescriptor TWO = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final FunctionDescriptor THREE =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private static final int VM_GET_ENV = 6;
    private static final int JNI_FIND_CLASS = 6;
    private static final int JNI_NEW_GLOBAL_REF = 21;
    private static final int JNI_DELETE_GLOBAL_REF = 22;
    private static final int JNI_GET_OBJECT_CLASS = 31;
    private static final int JNI_GET_FIELD_ID = 94;
    private static final int JNI_GET_OBJECT_FIELD = 95;
    private static final int JNI_GET_STATIC_FIELD_ID = 144;
    private static final int JNI_GET_STATIC_OBJECT_FIELD = 145;
    private static final int TI_SUSPEND_THREAD = 4;
    private static final int TI_RESUME_THREAD = 5;
    private static final int TI_STOP_THREAD = 6;
    private static final int TI_ADD_CAPABILITIES = 141;
    private static final int JNI_VERSION = 0x00010008;
    private static final int TI_VERSION = 0x30010200;
    private static final int CAN_SIGNAL_THREAD = 1 << 10;
    private static final int CAN_SUSPEND = 1 << 20;

    private static Stopper only;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment out = arena.allocate(16);
    private final long vm;
    private final long tools;
    private final MethodHandle getEnv;
    private final MethodHandle newGlobal;
    private final MethodHandle deleteGlobal;
    private final MethodHandle getObjectField;
    private final MethodHandle suspendThread;
    private final MethodHandle resumeThread;
    private final MethodHandle stopThread;
    private final long handler;
    private final long target;
    private final long error;

    private Stopper() throws Throwable {
        var library = Path.of(System.getProperty("java.home"), "lib", "server", System.mapLibraryName("jvm"));
        var created = LINKER.downcallHandle(
                SymbolLookup.libraryLookup(library, arena)
                        .find("JNI_GetCreatedJavaVMs")
                        .orElseThrow(),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS));
        int status = (int) created.invokeExact(out, 1, out.asSlice(8));
        expectZero("JNI_GetCreatedJavaVMs", status);
        vm = out.get(JAVA_LONG, 0);
        getEnv = handle(vm, VM_GET_ENV, TWO);
        tools = environment(TI_VERSION);
        var wanted = arena.allocate(16);
        wanted.set(JAVA_INT, 0, CAN_SIGNAL_THREAD | CAN_SUSPEND);
        expectZero("AddCapabilities", one(handle(tools, TI_ADD_CAPABILITIES, ONE), tools, wanted.address()));
        suspendThread = handle(tools, TI_SUSPEND_THREAD, ONE);
        resumeThread = handle(tools, TI_RESUME_THREAD, ONE);
        stopThread = handle(tools, TI_STOP_THREAD, TWO);

        long jni = environment(JNI_VERSION);
        newGlobal = handle(jni, JNI_NEW_GLOBAL_REF, ONE);
        deleteGlobal = handle(jni, JNI_DELETE_GLOBAL_REF, ONE);
        getObjectField = handle(jni, JNI_GET_OBJECT_FIELD, TWO);
        one(newGlobal, jni, 0);
        long thread = global(handle(jni, JNI_FIND_CLASS, ONE), jni, text("java/lang/Thread"));
        long slot = three(
                handle(jni, JNI_GET_STATIC_FIELD_ID, THREE),
                jni,
                thread,
                text("defaultUncaughtExceptionHandler"),
                text("Ljava/lang/Thread$UncaughtExceptionHandler;"));
        handler = global(handle(jni, JNI_GET_STATIC_OBJECT_FIELD, TWO), jni, thread, slot);
        long type = global(handle(jni, JNI_GET_OBJECT_CLASS, ONE), jni, handler);
        var field = handle(jni, JNI_GET_FIELD_ID, THREE);
        target = three(field, jni, type, text("target"), text("Ljava/lang/Thread;"));
        error = global(getObjectField, jni, handler, three(field, jni, type, text("error"), text("Ljava/lang/Error;")));
    }

    /**
     * The one of the process: the virtual machine lets only one stop threads. Call {@link UncaughtErrors#install} before.
     *
     * @throws IllegalStateException where the virtual machine has no tool interface or native access is denied
     */
    static synchronized Stopper open() {
        try {
            only = only == null ? new Stopper() : only;
            return only;
        } catch (Throwable e) {
            throw new IllegalStateException("The tool interface of the virtual machine is not to be had", e);
        }
    }

    private long text(String name) {
        return arena.allocateFrom(name).address();
    }

    /** An interface pointer points to a pointer to its function table. */
    private static MethodHandle handle(long object, int index, FunctionDescriptor descriptor) {
        long table = MemorySegment.ofAddress(object).reinterpret(8).get(JAVA_LONG, 0);
        var function =
                MemorySegment.ofAddress(table).reinterpret(8L * (index + 1)).getAtIndex(ADDRESS, index);
        return LINKER.downcallHandle(function, descriptor);
    }

    private static long one(MethodHandle handle, long object, long argument) throws Throwable {
        return (long) handle.invokeExact(object, argument);
    }

    private static long two(MethodHandle handle, long object, long first, long second) throws Throwable {
        return (long) handle.invokeExact(object, first, second);
    }

    private static long three(MethodHandle handle, long object, long first, long second, long third) throws Throwable {
        return (long) handle.invokeExact(object, first, second, third);
    }

    private long global(MethodHandle handle, long jni, long argument) throws Throwable {
        one(handle, jni, argument);
        return one(newGlobal, jni, one(handle, jni, argument));
    }

    private long global(MethodHandle handle, long jni, long first, long second) throws Throwable {
        two(handle, jni, first, second);
        return one(newGlobal, jni, two(handle, jni, first, second));
    }

    private long environment(int version) throws Throwable {
        expectZero("GetEnv", two(getEnv, vm, out.address(), version));
        return out.get(JAVA_LONG, 0);
    }

    /** Statuses are 32 bits wide, the rest of the register is undefined. */
    private static void expectZero(String what, long status) {
        if ((int) status != 0) {
            throw new IllegalStateException(what + " answers " + (int) status);
        }
    }

    /**
     * Throws {@link Guard.CellInterrupted} into a platform thread, if it is at a place where that does no harm.
     *
     * <p>The thread is held while it is looked at, so that the exception strikes where it was seen. What this does meanwhile must not
     * wait for anything that the thread may have taken: all of it has been done once before.
     *
     * @return whether the exception was sent
     */
    synchronized boolean stop(Thread thread, Predicate<StackTraceElement[]> mayBeCut) {
        try {
            long jni = environment(JNI_VERSION);
            UncaughtErrors.ONLY.target = thread;
            long reference = global(getObjectField, jni, handler, target);
            try {
                one(resumeThread, tools, reference);
                return mayBeCut.test(thread.getStackTrace()) && stopHeld(thread, reference, mayBeCut);
            } finally {
                one(deleteGlobal, jni, reference);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("The thread cannot be stopped", e);
        }
    }

    private boolean stopHeld(Thread thread, long reference, Predicate<StackTraceElement[]> mayBeCut) throws Throwable {
        expectZero("SuspendThread", one(suspendThread, tools, reference));
        try {
            boolean now = mayBeCut.test(thread.getStackTrace());
            if (now) {
                two(stopThread, tools, reference, error);
            }
            return now;
        } finally {
            one(resumeThread, tools, reference);
        }
    }
}
