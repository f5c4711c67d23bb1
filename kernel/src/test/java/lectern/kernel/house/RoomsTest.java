package lectern.kernel.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the kernel may call. */
class RoomsTest {
    private static final JavaClasses KERNEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("lectern.kernel");

    private static final DescribedPredicate<JavaClass> LIBRARY_BEHIND_ITS_FLOOR = DescribedPredicate.describe(
            "belong to the library, but not to lectern.notebook",
            type -> type.getPackageName().startsWith("lectern.")
                    && !type.getPackageName().startsWith("lectern.kernel")
                    && !type.getPackageName().startsWith("lectern.notebook"));

    @Test
    void ofTheLibraryOnlyTheFloorIsCalled() {
        assertTrue(KERNEL.size() > 10, "the kernel's classes were not found");
        noClasses().should().dependOnClassesThat(LIBRARY_BEHIND_ITS_FLOOR).check(KERNEL);
    }

    @Test
    void theProtocolKnowsNothingOfJavasEvaluation() {
        noClasses()
                .that()
                .resideInAPackage("lectern.kernel.protocol..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jdk.jshell..", "lectern.kernel.java..", "lectern.kernel.magic..")
                .check(KERNEL);
    }

    @Test
    void theLanguageKnowsNothingOfSockets() {
        noClasses()
                .that()
                .resideInAPackage("lectern.kernel.java..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.zeromq..", "lectern.kernel.protocol..")
                .check(KERNEL);
    }

    @Test
    void theDebuggerKnowsNeitherSocketsNorTheCompiler() {
        noClasses()
                .that()
                .resideInAPackage("lectern.kernel.debug..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.zeromq..",
                        "lectern.kernel.protocol..",
                        "lectern.kernel.java..",
                        "lectern.kernel.magic..",
                        "lectern.kernel.display..",
                        "com.sun..",
                        "javax.tools..")
                .check(KERNEL);
    }
}
