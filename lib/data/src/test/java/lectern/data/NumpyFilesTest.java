package lectern.data;

import static lectern.data.NumpyFiles.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays go through NumPy's files bit by bit, and what holds no numbers is refused in words. */
class NumpyFilesTest {
    @TempDir
    Path dir;

    private String file(String name) {
        return dir.resolve(name).toString();
    }

    @Test
    void everyTypeAndShapeComesBack() {
        var values = Tensors.of(0.1, -0.0, Double.NaN, Double.MIN_VALUE, 1e300, -7);
        for (Tensor array : List.of(
                values,
                values.reshape(2, 3),
                values.reshape(1, 6, 1),
                values.reshape(2, 3).transpose(1, 0),
                values.cast(DType.FLOAT32),
                Tensors.of(Long.MIN_VALUE, 0L, 9_007_199_254_740_993L),
                values.gt(0).reshape(3, 2),
                Tensors.zeros(0, 4),
                Tensors.of(3.5).reshape())) {
            writeNpy(file("a.npy"), array);
            Tensor back = readNpy(file("a.npy"));
            assertArrayEquals(array.shape(), back.shape());
            assertEquals(array.dtype(), back.dtype());
            assertArrayEquals(array.toDoubleArray(), back.toDoubleArray());
            assertEquals(array.toString(), back.toString());
        }
    }

    /** An array as NumPy writes it: header, then bytes. */
    private static byte[] npy(int version, String header, byte... data) {
        byte[] words = header.getBytes(StandardCharsets.UTF_8);
        int lead = version == 1 ? 10 : 12;
        var out = ByteBuffer.allocate(lead + words.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            out.putShort((short) words.length);
        } else {
            out.putInt(words.length);
        }
        return out.put(words).put(data).array();
    }

    private static String header(String type, boolean fortran, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': (" + shape
                + "), }\n";
    }

    private double[] read(byte[] bytes) throws IOException {
        Files.write(dir.resolve("b.npy"), bytes);
        return readNpy(file("b.npy")).toDoubleArray();
    }

    @Test
    void smallTypesByteOrdersAndColumnMajorArraysAreRead() throws IOException {
        assertArrayEquals(new double[] {-1, 2}, read(npy(1, header("|i1", false, "2,"), (byte) -1, (byte) 2)));
        assertArrayEquals(new double[] {255}, read(npy(2, header("|u1", false, "1,"), (byte) -1)));
        assertArrayEquals(new double[] {258}, read(npy(3, header(">i2", false, "1,"), (byte) 1, (byte) 2)));
        assertArrayEquals(new double[] {513}, read(npy(1, header("<u2", false, "1,"), (byte) 1, (byte) 2)));
        // 0x3e00 is 1.5 in half precision.
        assertArrayEquals(new double[] {1.5}, read(npy(1, header("<f2", false, ""), (byte) 0, (byte) 0x3e)));
        byte[] columns = {1, 2, 3, 4, 5, 6};
        assertArrayEquals(new double[] {1, 3, 5, 2, 4, 6}, read(npy(1, header("|i1", true, "2, 3"), columns)));
    }

    private String fault(byte[] bytes) {
        return assertThrows(IllegalArgumentException.class, () -> read(bytes)).getMessage();
    }

    @Test
    void whatIsNoArrayOfNumbersIsRefusedByName() throws IOException {
        assertTrue(fault("a,b\n1,2\n3,4".getBytes(StandardCharsets.UTF_8)).contains("no array of NumPy"));
        assertTrue(fault(npy(1, header("|O", false, "1,"), (byte) 0)).contains("pickled Python objects"));
        assertTrue(fault(npy(1, header("<c16", false, "1,"), new byte[16])).contains("type c16"));
        assertTrue(fault(npy(1, header("<U3", false, "1,"), new byte[12])).contains("type U3"));
        assertTrue(fault(npy(1, "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }", new byte[8]))
                .contains("no plain array"));
        assertTrue(
                fault(npy(1, header("<f8", false, "3,"), new byte[23])).contains("needs 3 numbers of 8 bytes, and 23"));
        assertTrue(
                fault(npy(1, header("<f8", false, "70000, 70000"), new byte[8])).contains("cut short"));
        assertTrue(
                fault(npy(1, header("<f8", false, "99999999999,"), new byte[8])).contains("more than"));
        byte[] whole = npy(1, header("<f8", false, "1,"), new byte[8]);
        for (int cut = 0; cut < whole.length; cut++) {
            byte[] part = Arrays.copyOf(whole, cut);
            assertTrue(fault(part).length() > 20);
        }
        byte[] huge = new byte[8];
        Arrays.fill(huge, (byte) -1);
        assertTrue(fault(npy(1, header("<u8", false, "1,"), huge)).contains("18446744073709551615"));
        var missing = assertThrows(UncheckedIOException.class, () -> readNpy(file("none.npy")));
        assertTrue(missing.getMessage().contains("no such file"), missing.getMessage());
    }

    @Test
    void severalArraysLieInOneFileByName() throws IOException {
        var arrays = new LinkedHashMap<String, Tensor>();
        arrays.put("x", Tensors.of(1.0, 2).reshape(2, 1));
        arrays.put("labels", Tensors.of(3L, 4L));
        writeNpz(file("c.npz"), arrays);
        var back = readNpz(file("c.npz"));
        assertEquals(List.of("x", "labels"), List.copyOf(back.keySet()));
        assertArrayEquals(new int[] {2, 1}, back.get("x").shape());
        assertEquals(DType.INT64, back.get("labels").dtype());
        Files.writeString(dir.resolve("d.npz"), "no zip");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> readNpz(file("d.npz")))
                .getMessage()
                .contains("a zip of .npy files"));
    }
}
