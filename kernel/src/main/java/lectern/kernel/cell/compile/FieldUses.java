package lectern.kernel.cell.compile;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.util.Map;
import lectern.kernel.cell.source.Memory;

/** Looks up in compiled classes which of them read or write the field behind a variable. */
public final class FieldUses {
    private FieldUses() {}

    /** Does the class of this binary name, or one nested in it, use the variable? */
    public static boolean anyIn(Map<String, byte[]> classes, String className, Memory.Variable variable) {
        return classes.entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(className) || entry.getKey().startsWith(className + "$"))
                .anyMatch(entry -> uses(entry.getValue(), variable));
    }

    private static boolean uses(byte[] bytes, Memory.Variable variable) {
        var owner = Memory.PACKAGE + "/" + variable.holder();
        for (var entry : ClassFile.of().parse(bytes).constantPool()) {
            if (entry instanceof FieldRefEntry field
                    && field.name().equalsString(variable.name())
                    && field.owner().asInternalName().equals(owner)) {
                return true;
            }
        }
        return false;
    }
}
