package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class TableReadersTest {
    @TempDir
    Path folder;

    @Test
    void jarsOfTablesawAreSearchedAndNoOthers() throws IOException {
        Path core = Files.createFile(folder.resolve("tablesaw-core-1.jar"));
        Path beside = Files.createFile(folder.resolve("tablesaw-excel-1.jar"));
        Files.createFile(folder.resolve("other-1.jar"));
        String elsewhere = folder.resolve("more").resolve("tablesaw-json-1.jar").toString();
        String classPath = String.join(File.pathSeparator, "other-2.jar", core.toString(), elsewhere, "classes");
        assertEquals(Set.of(core.toString(), beside.toString(), elsewhere), TableReaders.jars(core, classPath));
    }

    @Test
    void theClassPathIsAsBeforeAndTheReadersAreThere() {
        String before = System.getProperty("java.class.path");
        assertFalse(TableSets.bundled("iris.csv").isEmpty());
        assertEquals(before, System.getProperty("java.class.path"));
        Table read = Table.read().csv(new StringReader("a,b\n1,2\n"));
        assertEquals(List.of("a", "b"), read.columnNames());
        var written = new StringWriter();
        read.write().toWriter(written, "csv");
        assertTrue(written.toString().contains("1,2"), written.toString());
    }
}
