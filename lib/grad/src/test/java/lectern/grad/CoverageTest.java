package lectern.grad;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import lectern.grad.rule.Rules;
import lectern.tensor.op.Op;
import org.junit.jupiter.api.Test;

/** No operation of the library without a rule. */
class CoverageTest {
    @Test
    void everyOperationHasARule() {
        List<String> without = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("lectern").stream()
                        .filter(type -> type.isAssignableTo(Op.class) && !type.isInterface())
                        .filter(type -> !Rules.covers(load(type)))
                        .map(JavaClass::getName)
                        .toList();
        assertTrue(without.isEmpty(), "no rule for " + without);
    }

    /** Initialised, because foreign operations enter their rules themselves. */
    private static Class<? extends Op> load(JavaClass type) {
        try {
            return Class.forName(type.getName()).asSubclass(Op.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
