package lectern.kernel.cell.source;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes public what is not private in the types of cells. To the compiler all cells are one package; to the virtual machine each
 * has a loader and so a package of its own, and what a person has written without a modifier would be out of reach of later cells.
 */
public final class Opening {
    private static final int HIDING = ClassFile.ACC_PRIVATE | ClassFile.ACC_PROTECTED | ClassFile.ACC_PUBLIC;

    private Opening() {}

    public static Map<String, byte[]> open(Map<String, byte[]> classes) {
        var open = new HashMap<String, byte[]>();
        classes.forEach((name, bytes) -> {
            var file = ClassFile.of();
            open.put(name, file.transformClass(file.parse(bytes), (builder, element) -> {
                switch (element) {
                    case AccessFlags flags -> builder.withFlags(flags.flagsMask() | ClassFile.ACC_PUBLIC);
                    case FieldModel field
                    when isHidden(field.flags().flags()) ->
                        builder.transformField(field, (inner, part) -> {
                            if (part instanceof AccessFlags flags) {
                                inner.withFlags(opened(flags));
                            } else {
                                inner.with(part);
                            }
                        });
                    case MethodModel method
                    when isHidden(method.flags().flags()) ->
                        builder.transformMethod(method, (inner, part) -> {
                            if (part instanceof AccessFlags flags) {
                                inner.withFlags(opened(flags));
                            } else {
                                inner.with(part);
                            }
                        });
                    default -> builder.with(element);
                }
            }));
        });
        return open;
    }

    private static boolean isHidden(Set<AccessFlag> flags) {
        return !flags.contains(AccessFlag.PUBLIC) && !flags.contains(AccessFlag.PRIVATE);
    }

    private static int opened(AccessFlags flags) {
        return flags.flagsMask() & ~HIDING | ClassFile.ACC_PUBLIC;
    }
}
