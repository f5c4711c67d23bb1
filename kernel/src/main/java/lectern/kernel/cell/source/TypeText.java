package lectern.kernel.cell.source;

import java.util.stream.Collectors;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Types as text that compiles, or as short text that reads well. */
public final class TypeText {
    private TypeText() {}

    /** Text that means this type in any unit; types that have no name become the nearest one that has. */
    public static String source(TypeMirror type) {
        return text(type, false, true);
    }

    /** The type with simple names, for people. */
    public static String brief(TypeMirror type) {
        return text(type, false, false);
    }

    private static String text(TypeMirror type, boolean argument, boolean full) {
        return switch (type) {
            case ArrayType array -> text(array.getComponentType(), false, full) + "[]";
            case IntersectionType many -> text(many.getBounds().getFirst(), argument, full);
            case WildcardType wild -> wildcard(wild, full);
            case TypeVariable variable -> variable(variable, argument, full);
            case DeclaredType declared -> declared(declared, argument, full);
            default -> type.getKind() == TypeKind.NULL ? "Object" : type.toString();
        };
    }

    private static String wildcard(WildcardType wild, boolean full) {
        if (wild.getExtendsBound() != null) {
            return "? extends " + text(wild.getExtendsBound(), false, full);
        }
        return wild.getSuperBound() != null ? "? super " + text(wild.getSuperBound(), false, full) : "?";
    }

    private static String variable(TypeVariable variable, boolean argument, boolean full) {
        boolean captured = variable.toString().startsWith("capture#");
        if (!captured && !full) {
            return variable.toString();
        }
        var bound = text(variable.getUpperBound(), false, full);
        return !argument
                ? bound
                : bound.equals("java.lang.Object") || bound.equals("Object") ? "?" : "? extends " + bound;
    }

    private static String declared(DeclaredType declared, boolean argument, boolean full) {
        var element = (TypeElement) declared.asElement();
        if (element.getNestingKind() == NestingKind.ANONYMOUS
                || element.getNestingKind() == NestingKind.LOCAL && full) {
            var parent = element.getInterfaces().isEmpty()
                    ? element.getSuperclass()
                    : element.getInterfaces().getFirst();
            return text(parent, argument, full);
        }
        var name = full
                ? element.getQualifiedName().toString()
                : element.getSimpleName().toString();
        return declared.getTypeArguments().isEmpty()
                ? name
                : name
                        + declared.getTypeArguments().stream()
                                .map(one -> text(one, true, full))
                                .collect(Collectors.joining(full ? "," : ", ", "<", ">"));
    }
}
