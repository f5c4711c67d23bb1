package lectern.data;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lectern.tensor.Tensor;

/**
 * Arrays in the files of NumPy: {@code .npy} holds one, {@code .npz} several with names.
 *
 * <p>float64, float32, int64 and bool keep their type; float16 becomes float32 and smaller integers become int64, without
 * losing a digit. Pickled objects are refused: reading them would run what somebody else has written. Source: NumPy
 * Enhancement Proposal 1.
 */
public final class NumpyFiles {
    private static final String SUFFIX = ".npy";

    private NumpyFiles() {}

    /**
     * Reads the array of a {@code .npy} file of NumPy.
     *
     * {@snippet :
     * Path file = Files.createTempFile("array", ".npy");
     * writeNpy(file.toString(), of(1.0, 2, 3));
     * readNpy(file.toString()) // → [1. 2. 3.]
     * }
     *
     * @param file a path from the folder of the notebook
     * @return the array: float64, float32, int64 and bool keep their type, float16 becomes float32, smaller integers
     *     become int64
     * @throws IllegalArgumentException for what is no such file, is cut short, or holds objects, texts, complex numbers
     *     or records
     * @throws UncheckedIOException when the file cannot be read
     */
    public static Tensor readNpy(String file) {
        Path path = Path.of(file);
        try {
            return NpyFormat.read(path.getFileName().toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Writes an array into a {@code .npy} file of NumPy, in row-major order: {@code numpy.load(file)} reads it.
     *
     * {@snippet :
     * writeNpy(Files.createTempFile("array", ".npy").toString(), eye(2));
     * }
     *
     * @param file a path from the folder of the notebook; a file that is there is replaced
     * @param array the array
     * @throws UncheckedIOException when the file cannot be written
     */
    public static void writeNpy(String file, Tensor array) {
        Path path = Path.of(file);
        try {
            Files.write(path, NpyFormat.bytes(array));
        } catch (IOException e) {
            throw new UncheckedIOException("The array could not be written to " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the arrays of a {@code .npz} file of NumPy by their names.
     *
     * {@snippet :
     * Path file = Files.createTempFile("arrays", ".npz");
     * writeNpz(file.toString(), Map.of("w", of(1.0, 2)));
     * readNpz(file.toString()).get("w") // → [1. 2.]
     * }
     *
     * @param file a path from the folder of the notebook
     * @return the arrays in the order of the file
     * @throws IllegalArgumentException for what is no such file, or for an array that holds objects, texts, complex
     *     numbers or records
     * @throws UncheckedIOException when the file cannot be read
     */
    public static Map<String, Tensor> readNpz(String file) {
        Path path = Path.of(file);
        var arrays = new LinkedHashMap<String, Tensor>();
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(path));
                var zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                String plain = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
                String what = path.getFileName() + ", array " + plain;
                arrays.put(plain, NpyFormat.read(what, NpyFormat.bytes(what, zip)));
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        if (arrays.isEmpty()) {
            throw new IllegalArgumentException(path.getFileName() + " is no .npz file, which is a zip of .npy files.");
        }
        return arrays;
    }

    /**
     * Reads an array from a file in the IDX format of MNIST, packed by gzip or not.
     *
     * {@snippet :
     * Path file = Files.createTempFile("labels", ".idx");
     * Files.write(file, new byte[] {0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 4}); // bytes, one axis of length 3
     * readIdx(file.toString()) // → [5 0 4]
     * }
     *
     * @param file the file
     * @return the numbers with their shape; bytes, short and int become int64, float and double keep their type
     * @throws UncheckedIOException when the file is not there, is no such file, or holds fewer or more numbers than it promises
     */
    public static Tensor readIdx(String file) {
        Path path = Path.of(file);
        try {
            return IdxFile.read(path).tensor();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Writes arrays with names into a packed {@code .npz} file of NumPy.
     *
     * {@snippet :
     * writeNpz(Files.createTempFile("arrays", ".npz").toString(), Map.of("w", eye(2)));
     * }
     *
     * @param file a path from the folder of the notebook; a file that is there is replaced
     * @param arrays the arrays by name
     * @throws UncheckedIOException when the file cannot be written
     */
    public static void writeNpz(String file, Map<String, Tensor> arrays) {
        Path path = Path.of(file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
                var zip = new ZipOutputStream(out)) {
            for (var entry : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey() + SUFFIX));
                zip.write(NpyFormat.bytes(entry.getValue()));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The arrays could not be written to " + path + ": " + e.getMessage(), e);
        }
    }

    private static UncheckedIOException unreadable(Path path, IOException e) {
        String why = Files.exists(path)
                ? e.getMessage()
                : "there is no such file below " + Path.of("").toAbsolutePath();
        return new UncheckedIOException(
                path + " cannot be read: " + why + (String.valueOf(why).endsWith(".") ? "" : "."), e);
    }
}
