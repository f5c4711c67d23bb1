package lectern.kernel.debug;

import java.lang.classfile.Signature;
import java.util.stream.Collectors;

/** Types of class files as Java text that compiles in a cell. */
final class TypeNames {
    private static final String ANY = "Object";

    private TypeNames() {}

    /** The type as it was declared; a type variable becomes what its {@code descriptor} says, a type without a name {@code Object}. */
    static String source(Signature type, String descriptor) {
        return type instanceof Signature.TypeVarSig ? text(Signature.parseFrom(descriptor)) : text(type);
    }

    private static String text(Signature type) {
        return switch (type) {
            case Signature.BaseTypeSig base -> base(base.baseType());
            case Signature.ArrayTypeSig array -> text(array.componentSignature()) + "[]";
            case Signature.TypeVarSig variable -> ANY;
            case Signature.ClassTypeSig named -> named(named);
        };
    }

    private static String base(char kind) {
        return switch (kind) {
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'S' -> "short";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            case 'D' -> "double";
            default -> "void";
        };
    }

    private static String named(Signature.ClassTypeSig type) {
        var name = type.className();
        if (name.matches(".*\\$\\d.*")) {
            return ANY;
        }
        var full = type.outerType().map(outer -> named(outer) + ".").orElse("")
                + name.replace('/', '.').replace('$', '.');
        return type.typeArgs().isEmpty()
                ? full
                : full + type.typeArgs().stream().map(TypeNames::argument).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String argument(Signature.TypeArg argument) {
        return switch (argument) {
            case Signature.TypeArg.Unbounded any -> "?";
            case Signature.TypeArg.Bounded bounded when bounded.boundType() instanceof Signature.TypeVarSig -> "?";
            case Signature.TypeArg.Bounded bounded ->
                switch (bounded.wildcardIndicator()) {
                    case NONE -> text(bounded.boundType());
                    case EXTENDS -> "? extends " + text(bounded.boundType());
                    case SUPER -> "? super " + text(bounded.boundType());
                };
        };
    }
}
