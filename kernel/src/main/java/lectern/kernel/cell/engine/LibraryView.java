package lectern.kernel.cell.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.ExceptionsAttribute;
import java.lang.classfile.attribute.MethodParametersAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Static methods of the library once more in a class of their own, without those that give way to what a cell imports: Java can
 * leave out a name of an import, but not one of the signatures that go by it.
 */
final class LibraryView {
    private LibraryView() {}

    /**
     * The class file of a class whose methods hand on to those of the library.
     *
     * @param name binary name of the class
     * @param types binary names of the library's types; of equal methods the first type's counts
     * @param names names of the methods that are wanted
     * @param taken signatures that are left out, as {@link #key} writes them
     * @return null when nothing is left
     */
    static byte[] of(String name, List<String> types, Set<String> names, Set<String> taken, ClassLoader loader) {
        var done = new HashSet<>(taken);
        var methods = new ArrayList<Offered>();
        for (var type : types) {
            var owner = ClassDesc.of(type);
            for (var model : withParents(type, loader)) {
                for (var method : model.methods()) {
                    boolean open = method.flags().has(AccessFlag.STATIC)
                            && method.flags().has(AccessFlag.PUBLIC)
                            && !method.flags().has(AccessFlag.SYNTHETIC);
                    if (open && names.contains(method.methodName().stringValue()) && done.add(key(method))) {
                        methods.add(new Offered(owner, method));
                    }
                }
            }
        }
        return methods.isEmpty()
                ? null
                : ClassFile.of().build(ClassDesc.of(name), view -> {
                    view.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER);
                    methods.forEach(method -> handOn(view, method.owner, method.model));
                });
    }

    /** A method by its name and what it takes. */
    static String key(MethodModel method) {
        var type = method.methodType().stringValue();
        return method.methodName().stringValue() + type.substring(0, type.indexOf(')') + 1);
    }

    /** A method, and the type by which it may be called: what declares it may be closed to others. */
    private record Offered(ClassDesc owner, MethodModel model) {}

    private static void handOn(ClassBuilder view, ClassDesc owner, MethodModel method) {
        var type = method.methodTypeSymbol();
        boolean ofInterface = method.parent().orElseThrow().flags().has(AccessFlag.INTERFACE);
        int varargs = method.flags().flagsMask() & ClassFile.ACC_VARARGS;
        view.withMethod(
                method.methodName().stringValue(),
                type,
                ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | varargs,
                copy -> {
                    for (var attribute : method.attributes()) {
                        switch (attribute) {
                            case SignatureAttribute signature -> copy.with(signature);
                            case ExceptionsAttribute exceptions -> copy.with(exceptions);
                            case MethodParametersAttribute parameters -> copy.with(parameters);
                            default -> {}
                        }
                    }
                    copy.withCode(code -> {
                        int slot = 0;
                        for (var parameter : type.parameterList()) {
                            var kind = TypeKind.from(parameter);
                            code.loadLocal(kind, slot);
                            slot += kind.slotSize();
                        }
                        code.invokestatic(owner, method.methodName().stringValue(), type, ofInterface)
                                .return_(TypeKind.from(type.returnType()));
                    });
                });
    }

    private static List<ClassModel> withParents(String type, ClassLoader loader) {
        var models = new ArrayList<ClassModel>();
        for (var next = type.replace('.', '/'); next != null && !next.equals("java/lang/Object"); ) {
            try (var file = loader.getResourceAsStream(next + ".class")) {
                if (file == null) {
                    break;
                }
                var model = ClassFile.of().parse(file.readAllBytes());
                models.add(model);
                next = model.superclass().map(entry -> entry.asInternalName()).orElse(null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return models;
    }
}
