package lectern.kernel.cell.compile;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Changes compiled cells where the kernel must keep the upper hand: calls of {@code System.exit} are refused, and handlers of
 * exceptions let the interrupt through.
 *
 * <p>Cells without such code, most of them, are left as they are.
 */
public final class Weaver {
    private static final ClassDesc GUARD = ClassDesc.of(Guard.class.getName());
    private static final MethodTypeDesc OF_INT = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc OF_THROWABLE =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Throwable);

    private Weaver() {}

    /** {@code types} knows the classes of cells, the present ones among them. */
    public static Map<String, byte[]> weave(Map<String, byte[]> classes, String source, ClassHierarchyResolver types) {
        boolean exits = source.contains("exit") || source.contains("halt");
        boolean handles = source.contains("catch");
        boolean loops =
                !Guard.stopsThreads() && (source.contains("while") || source.contains("for") || source.contains("do"));
        if (!exits && !handles && !loops) {
            return classes;
        }
        var woven = new HashMap<String, byte[]>();
        classes.forEach((name, bytes) -> woven.put(name, one(bytes, loops, types)));
        return woven;
    }

    private static byte[] one(byte[] bytes, boolean loops, ClassHierarchyResolver types) {
        var file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(types));
        var model = file.parse(bytes);
        return file.transformClass(
                model, ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(() -> new Code(loops))));
    }

    private static final class Code implements CodeTransform {
        private final boolean loops;
        private final Set<Label> handlers = new HashSet<>();
        private final Set<Label> passed = new HashSet<>();

        Code(boolean loops) {
            this.loops = loops;
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            switch (element) {
                case ExceptionCatch handler -> {
                    // Handlers without a type are those of finally and synchronized: they pass on what they get.
                    if (handler.catchType().isPresent()) {
                        handlers.add(handler.handler());
                    }
                    builder.with(element);
                }
                case InvokeInstruction call
                when isExit(call) -> {
                    builder.invokestatic(GUARD, "refuseExit", OF_INT);
                    if (call.opcode() != java.lang.classfile.Opcode.INVOKESTATIC) {
                        builder.pop();
                    }
                }
                case LabelTarget target -> {
                    builder.with(element);
                    passed.add(target.label());
                    if (handlers.contains(target.label())) {
                        builder.dup().invokestatic(GUARD, "caught", OF_THROWABLE);
                    }
                }
                case BranchInstruction branch
                when loops && passed.contains(branch.target()) -> {
                    builder.invokestatic(GUARD, "check", ConstantDescs.MTD_void);
                    builder.with(element);
                }
                default -> builder.with(element);
            }
        }

        private static boolean isExit(InvokeInstruction call) {
            var owner = call.owner().asInternalName();
            var name = call.name().stringValue();
            return owner.equals("java/lang/System") && name.equals("exit")
                    || owner.equals("java/lang/Runtime") && (name.equals("exit") || name.equals("halt"));
        }
    }
}
