package lectern.data;

import static lectern.data.Csv.readCsv;
import static lectern.data.Csv.readCsvText;
import static lectern.data.Csv.writeCsv;
import static lectern.data.CsvOptions.columns;
import static lectern.data.CsvOptions.dates;
import static lectern.data.CsvOptions.decimal;
import static lectern.data.CsvOptions.encoding;
import static lectern.data.CsvOptions.ragged;
import static lectern.data.CsvOptions.rows;
import static lectern.data.CsvOptions.separator;
import static lectern.data.CsvOptions.skip;
import static lectern.data.CsvOptions.types;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class CsvTest {
    @TempDir
    Path folder;

    private static String refusal(Runnable work) {
        return assertThrows(IllegalArgumentException.class, work::run).getMessage();
    }

    private static byte[] zipped(String... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("a,b\n1,2\n".getBytes());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void packedFilesAreUnpacked() throws IOException {
        Path gz = folder.resolve("t.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write("a,b\n1,x\n2,3\n".getBytes());
        }
        Table table = readCsv(gz);
        assertEquals(List.of("x", "3"), table.stringColumn("b").asList(), "read in a second pass");
        assertEquals("t", table.name());
        Path zip = folder.resolve("t.zip");
        Files.write(zip, zipped("folder/", "folder/t.csv"));
        assertEquals(1, readCsv(zip).rowCount());
        Files.write(zip, zipped("u.csv", "v.csv"));
        assertTrue(refusal(() -> readCsv(zip)).contains("u.csv, v.csv"));
        Files.write(zip, zipped("[Content_Types].xml"));
        assertTrue(refusal(() -> readCsv(zip)).contains("spreadsheet"));
        byte[] half = Files.readAllBytes(gz);
        Files.write(gz, java.util.Arrays.copyOf(half, half.length - 12));
        assertTrue(assertThrows(UncheckedIOException.class, () -> readCsv(gz))
                .getMessage()
                .contains("damaged"));
    }

    @Test
    void aFileThatIsNotThereIsSaidWithWhatIs() throws IOException {
        Files.writeString(folder.resolve("other.csv"), "a\n1\n");
        String message = refusal(() -> readCsv(folder.resolve("mine.csv").toString()));
        assertTrue(message.contains("mine.csv") && message.contains("other.csv"), message);
        assertTrue(refusal(() -> readCsv(folder)).contains("folder"));
        assertTrue(refusal(() -> readCsv(folder.resolve("no/where.csv"))).contains("folder is not there"));
    }

    @Test
    void addressesOfTheWebAreRead() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/a.csv", exchange -> {
            byte[] body = "x;y\n0,5;late\n1,5;1\n".getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/gone.csv", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        String address = "http://localhost:" + server.getAddress().getPort();
        try {
            Table table = readCsv(address + "/a.csv?raw=1");
            assertEquals("a", table.name());
            assertEquals(0.5, table.doubleColumn("x").get(0));
            assertTrue(refusal(() -> readCsv(address + "/gone.csv")).contains("404"));
        } finally {
            server.stop(0);
        }
        var failed = assertThrows(UncheckedIOException.class, () -> readCsv(address + "/a.csv"));
        assertTrue(failed.getMessage().contains("could not be fetched"), failed.getMessage());
    }

    @Test
    void columnsComeInTheOrderAsked() {
        Table table = readCsvText("a,b,c\n1,2,3\n", columns("c", "a"));
        assertEquals(List.of("c", "a"), table.columnNames());
        assertEquals(3, table.intColumn("c").get(0));
    }

    @Test
    void namesThatDifferInCapitalsOnlyAreToldApart() {
        Table table = readCsvText("a,A,b\n1,2,3\n");
        assertEquals(List.of("a", "A.1", "b"), table.columnNames());
        assertEquals(2, table.intColumn("A.1").get(0));
    }

    @Test
    void typesAreAskedForByWordsClassesAndTypes() {
        Table table = readCsvText(
                "a,b,c,d\n1,2,3,2024-01-31\n",
                types(Map.of("a", String.class, "b", "double", "c", ColumnType.LONG, "d", "date")));
        assertEquals(
                List.of(ColumnType.STRING, ColumnType.DOUBLE, ColumnType.INTEGER, ColumnType.LOCAL_DATE),
                table.types());
        assertTrue(refusal(() -> types(Map.of("a", "complex"))).contains("\"text\""));
    }

    @Test
    void rowsOfManyBlocksAreCutRight() {
        var text = new StringBuilder("id,text,x\n");
        for (int i = 0; i < 60_000; i++) {
            text.append(i)
                    .append(",\"line ")
                    .append(i)
                    .append("\r\n, \"\"quoted\"\" ä\",")
                    .append(i / 8.0)
                    .append("\r\n");
        }
        Table table = readCsvText(text.toString());
        assertEquals(60_000, table.rowCount());
        for (int i = 0; i < 60_000; i += 77) {
            assertEquals(i, table.intColumn("id").get(i));
            assertEquals(
                    "line " + i + "\r\n, \"quoted\" ä",
                    table.stringColumn("text").get(i));
            assertEquals(i / 8.0, table.doubleColumn("x").get(i));
        }
        text.append("1,2\n");
        assertTrue(refusal(() -> readCsvText(text.toString())).contains("line 120002"));
    }

    @Test
    void wrongOptionsAreRefusedInWords() {
        assertTrue(refusal(() -> readCsvText("a", separator('ä'))).contains("ASCII"));
        assertTrue(refusal(() -> readCsvText("a", skip(-1))).contains("-1"));
        assertTrue(refusal(() -> readCsvText("a", rows(-2))).contains("-2"));
        assertTrue(refusal(() -> readCsvText("a", encoding("latin-17"))).contains("windows-1252"));
        assertTrue(refusal(() -> ragged("fill")).contains("\"pad\""));
        assertTrue(refusal(() -> readCsvText("a", dates("YYYY-MM-DD"))).contains("yyyy"));
        assertTrue(refusal(() -> readCsvText("a", dates("q{"))).contains("pattern"));
    }

    @Test
    void millionsOfColumnsAreRefusedInBoundedMemory() {
        String message = refusal(() -> readCsvText("a,".repeat(1_200_000) + "\n"));
        assertTrue(message.contains("1200001 fields"), message);
    }

    @Test
    void tablesAreWrittenAndKeptWhenWritingFails() throws IOException {
        Table table = Table.create(
                "t", DoubleColumn.create("x", 0.1, Double.NaN, 1e-300), StringColumn.create("s", "a;b", "", "NA"));
        Path file = folder.resolve("t.csv");
        writeCsv(table, file, separator(';'), decimal(','));
        assertEquals("x;s\n0,1;\"a;b\"\n;\n1,0E-300;\"NA\"\n", Files.readString(file));
        writeCsv(table, folder.resolve("t.csv.gz").toString());
        assertEquals(
                1e-300, readCsv(folder.resolve("t.csv.gz")).doubleColumn("x").get(2));
        Table greek = Table.create("g", StringColumn.create("s", "αβγ"));
        String message = refusal(() -> writeCsv(greek, file, encoding("ISO-8859-1")));
        assertTrue(message.contains("ISO-8859-1"), message);
        assertTrue(Files.readString(file).startsWith("x;s"), "the file that was there is kept");
        assertFalse(Files.exists(folder.resolve("t.csv.part")));
        assertTrue(refusal(() -> writeCsv(table, folder.resolve("no/t.csv"))).contains("folder"));
    }
}
