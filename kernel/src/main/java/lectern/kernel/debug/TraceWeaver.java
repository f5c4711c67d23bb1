package lectern.kernel.debug;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Puts into compiled cells what makes them stoppable: a {@link Frame} for each running method, a call where a line begins, and one
 * after each assignment to a local variable. What the code computes stays the same.
 *
 * <p>Only lines of cells are woven, not those that were generated around them. In constructors all that comes before the constructor
 * of the superclass is left alone, since there is no object yet.
 */
public final class TraceWeaver {
    /** Where a line of the compiled text stands in a cell: the whole text of the cell, and the line there. */
    public record Place(String code, int line) {}

    private static final ClassDesc FRAME = ClassDesc.of(Frame.class.getName());
    private static final MethodTypeDesc ENTER = MethodTypeDesc.of(FRAME, ConstantDescs.CD_int);
    private static final MethodTypeDesc LINE = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc OF_THROWABLE =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Throwable);

    private TraceWeaver() {}

    /**
     * Weaves the classes of a cell.
     *
     * @param places tells of a line of the compiled text where it comes from, null where it was generated
     * @param cell start of the names of methods that hold the statements of the cell
     */
    public static Map<String, byte[]> weave(
            Map<String, byte[]> classes, IntFunction<Place> places, String cell, ClassHierarchyResolver types) {
        var file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(types));
        var woven = new HashMap<String, byte[]>();
        var paths = new HashSet<String>();
        var remembered = new HashMap<Integer, Place>();
        IntFunction<Place> lookup = line -> remembered.computeIfAbsent(line, places::apply);
        classes.forEach((name, bytes) -> woven.put(name, one(file, bytes, lookup, cell, paths)));
        Tracing.woven(paths);
        return woven;
    }

    private static byte[] one(ClassFile file, byte[] bytes, IntFunction<Place> places, String cell, Set<String> paths) {
        var model = file.parse(bytes);
        try {
            return file.transformClass(model, (builder, element) -> {
                if (element instanceof MethodModel method
                        && method.code().isPresent()
                        && !GeneratedCode.is(method, model)) {
                    var plan = MethodPlan.of(method, places, cell);
                    plan.entries()
                            .values()
                            .forEach(entry -> paths.add(Tracing.LINES.get(entry).path()));
                    builder.transformMethod(
                            method,
                            plan.entries().isEmpty()
                                    ? MethodTransform.ACCEPT_ALL
                                    : MethodTransform.transformingCode(CodeTransform.ofStateful(() -> new Code(plan))));
                } else {
                    builder.with(element);
                }
            });
        } catch (IllegalArgumentException tooLong) {
            // A method may have 64 kB; this one stays as it is, and nobody can stop in it.
            return bytes;
        }
    }

    /** Changes one method by its plan. */
    private static final class Code implements CodeTransform {
        private final MethodPlan plan;
        private final Set<Label> handlers;
        private int at;
        private int frame = -1;
        private Label start;

        Code(MethodPlan plan) {
            this.plan = plan;
            handlers = plan.handlers();
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            int here = at++;
            if (here == plan.begin()) {
                begin(builder);
            }
            boolean begun = here >= plan.begin();
            if (begun && element instanceof ReturnInstruction) {
                builder.aload(frame).invokevirtual(FRAME, "leave", ConstantDescs.MTD_void);
            }
            builder.with(element);
            if (!begun) {
                return;
            }
            switch (element) {
                case StoreInstruction store
                when plan.isVariable(store.slot()) -> copy(builder, store.slot(), store.typeKind());
                case IncrementInstruction step
                when plan.isVariable(step.slot()) -> copy(builder, step.slot(), TypeKind.INT);
                case LabelTarget target
                when handlers.contains(target.label()) ->
                    builder.dup().aload(frame).swap().invokevirtual(FRAME, "caught", OF_THROWABLE);
                default -> {}
            }
            line(builder, here);
        }

        private void line(CodeBuilder builder, int at) {
            var entry = plan.entries().get(at);
            if (entry != null) {
                builder.aload(frame).loadConstant(entry.intValue()).invokevirtual(FRAME, "line", LINE);
            }
        }

        private void begin(CodeBuilder builder) {
            frame = builder.allocateLocal(TypeKind.REFERENCE);
            builder.loadConstant(plan.slots())
                    .invokestatic(FRAME, plan.ofCell() ? "enterCell" : "enter", ENTER)
                    .astore(frame);
            start = builder.newBoundLabel();
            plan.atBegin()
                    .forEach(local -> copy(
                            builder,
                            local.slot(),
                            TypeKind.fromDescriptor(
                                    local.isReference() ? "Ljava/lang/Object;" : String.valueOf(local.kind()))));
            line(builder, MethodPlan.AT_BEGIN);
        }

        private void copy(CodeBuilder builder, int slot, TypeKind kind) {
            var type = switch (kind) {
                case LONG -> ConstantDescs.CD_long;
                case FLOAT -> ConstantDescs.CD_float;
                case DOUBLE -> ConstantDescs.CD_double;
                case REFERENCE -> ConstantDescs.CD_Object;
                default -> ConstantDescs.CD_int;
            };
            builder.aload(frame)
                    .loadConstant(slot)
                    .loadLocal(kind.asLoadable(), slot)
                    .invokevirtual(FRAME, "set", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int, type));
        }

        @Override
        public void atEnd(CodeBuilder builder) {
            var end = builder.newBoundLabel();
            var handler = builder.newBoundLabel();
            builder.exceptionCatchAll(start, end, handler);
            builder.dup()
                    .aload(frame)
                    .swap()
                    .invokevirtual(FRAME, "leave", OF_THROWABLE)
                    .athrow();
        }
    }
}
