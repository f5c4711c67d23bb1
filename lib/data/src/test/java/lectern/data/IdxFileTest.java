package lectern.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import lectern.tensor.Tensor;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of MNIST's format give their numbers, and damaged ones a sentence and no memory. */
class IdxFileTest {
    @TempDir
    Path folder;

    private static byte[] idx(int type, int[] shape, byte... data) {
        var out = ByteBuffer.allocate(4 + 4 * shape.length + data.length);
        out.put(new byte[] {0, 0, (byte) type, (byte) shape.length});
        for (int extent : shape) {
            out.putInt(extent);
        }
        return out.put(data).array();
    }

    private Tensor read(byte[] bytes) throws IOException {
        Path file = folder.resolve("a-idx");
        Files.write(file, bytes);
        return NumpyFiles.readIdx(file.toString());
    }

    private String fault(byte[] bytes) {
        return assertThrows(UncheckedIOException.class, () -> read(bytes)).getMessage();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void everyTypeIsRead() throws IOException {
        byte[] eight = {0x40, 9, 0x21, (byte) 0xFB, 0x54, 0x44, 0x2D, 0x18};
        assertArrayEquals(
                new double[] {255, 1},
                read(idx(8, new int[] {2}, (byte) -1, (byte) 1)).toDoubleArray());
        assertArrayEquals(
                new double[] {-1, 1},
                read(idx(9, new int[] {2}, (byte) -1, (byte) 1)).toDoubleArray());
        assertArrayEquals(
                new double[] {-2},
                read(idx(11, new int[] {1}, (byte) -1, (byte) -2)).toDoubleArray());
        assertEquals(DType.INT64, read(idx(12, new int[] {2}, eight)).dtype());
        assertEquals(DType.FLOAT32, read(idx(13, new int[] {2}, eight)).dtype());
        assertArrayEquals(
                new double[] {Math.PI}, read(idx(14, new int[] {1}, eight)).toDoubleArray());
        Tensor matrix = read(packed(idx(8, new int[] {2, 4}, eight)));
        assertArrayEquals(new int[] {2, 4}, matrix.shape());
        assertEquals(0x54, matrix.get(1, 0).item());
        assertArrayEquals(new int[] {0, 3}, read(idx(8, new int[] {0, 3})).shape());
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        byte[] whole = idx(8, new int[] {2, 3}, new byte[6]);
        for (int cut = 0; cut < whole.length; cut++) {
            String message = fault(Arrays.copyOf(whole, cut));
            assertTrue(message.contains("ends"), cut + ": " + message);
        }
        assertTrue(fault(Arrays.copyOf(whole, whole.length + 1)).contains("holds more than the 6 values"));
        assertTrue(fault(idx(10, new int[] {1}, (byte) 1)).contains("not an IDX file"));
        assertTrue(fault("PNG, no IDX".getBytes()).contains("not an IDX file"));
        assertTrue(fault(idx(8, new int[] {-1})).contains("[-1]"));
        assertTrue(fault(idx(14, new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, 2}))
                .contains("and more"));
        assertTrue(fault(idx(8, new int[] {1 << 30}, (byte) 1)).contains("ends after 1 of 1073741824"));
        byte[] half = packed(idx(8, new int[] {9000}, new byte[9000]));
        assertTrue(fault(Arrays.copyOf(half, half.length / 2)).contains("ends"));
        assertTrue(fault(packed(idx(8, new int[] {1}, new byte[50_000_000]))).contains("holds more than the 1 values"));
        var missing = assertThrows(UncheckedIOException.class, () -> NumpyFiles.readIdx("nowhere"));
        assertTrue(missing.getMessage().contains("no such file"), missing.getMessage());
    }
}
