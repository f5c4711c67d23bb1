package lectern.kernel.debug;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.AccessFlag;
import java.util.Set;

/** Methods that the compiler has written: nobody wants to step through them. */
final class GeneratedCode {
    private static final Set<String> OF_ENUMS = Set.of("values", "valueOf", "$values");

    private GeneratedCode() {}

    static boolean is(MethodModel method, ClassModel type) {
        var name = method.methodName().stringValue();
        boolean lambda = name.startsWith("lambda$");
        if (method.flags().has(AccessFlag.BRIDGE) || method.flags().has(AccessFlag.SYNTHETIC) && !lambda) {
            return true;
        }
        boolean ofEnum = type.flags().has(AccessFlag.ENUM) && OF_ENUMS.contains(name);
        return ofEnum || ofRecord(method, type);
    }

    /** Accessors and methods of {@code Object} that a record has without anybody having written them. */
    private static boolean ofRecord(MethodModel method, ClassModel type) {
        var components = type.findAttribute(Attributes.record());
        if (components.isEmpty()) {
            return false;
        }
        var elements = method.code().orElseThrow().elementList();
        boolean byBootstrap = elements.stream()
                .anyMatch(element -> element instanceof InvokeDynamicInstruction call
                        && call.bootstrapMethod()
                                .owner()
                                .equals(java.lang.runtime.ObjectMethods.class
                                        .describeConstable()
                                        .orElseThrow()));
        boolean accessor = method.methodTypeSymbol().parameterCount() == 0
                && components.get().components().stream()
                        .anyMatch(component -> component.name().equals(method.methodName()));
        long instructions = elements.stream()
                .filter(java.lang.classfile.Instruction.class::isInstance)
                .count();
        return byBootstrap || accessor && instructions == 3;
    }
}
