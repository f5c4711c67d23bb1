package lectern.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * A file of numbers with its shape, in the IDX format of MNIST: two zero bytes, a type, the number of dimensions, every
 * dimension as a big-endian integer, and the data, last dimension fastest.
 *
 * @param type 8 for bytes from 0 to 255, 9 for bytes with sign, 11 for short, 12 for int, 13 for float, 14 for double
 * @param shape the dimensions
 * @param bytes the data as they stand in the file
 */
record IdxFile(int type, int[] shape, byte[] bytes) {
    private static final int BYTES = 8;
    private static final int MOST_DIMENSIONS = 16;
    private static final int GZIP = 0x1F8B;

    /** Reads a file, packed by gzip or not; it must hold as many numbers as it promises, no fewer and no more. */
    static IdxFile read(Path file) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                var in = new DataInputStream(unpacked(raw))) {
            int zeros = in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int dimensions = in.readUnsignedByte();
            int size = size(type);
            if (zeros != 0 || size == 0 || dimensions == 0 || dimensions > MOST_DIMENSIONS) {
                throw new IOException(file.getFileName()
                        + " is not an IDX file: such a file begins with two zero bytes, a type (8, 9, 11 to 14) and the"
                        + " number of dimensions.");
            }
            var shape = new int[dimensions];
            long count = 1;
            for (int i = 0; i < dimensions; i++) {
                shape[i] = in.readInt();
                // No product of two ints overflows a long, so it suffices to look after each.
                count *= shape[i];
                if (shape[i] < 0 || count * size > Integer.MAX_VALUE - 16) {
                    throw new IOException(file.getFileName() + " promises dimensions "
                            + Arrays.toString(Arrays.copyOf(shape, i + 1))
                            + (i + 1 < dimensions ? " and more" : "") + ", which no array holds; it is damaged.");
                }
            }
            // The bytes are taken as they come: a file that promises more than it holds costs no memory.
            byte[] bytes = in.readNBytes((int) count * size);
            if (bytes.length < count * size) {
                throw new EOFException(file.getFileName() + " ends after " + bytes.length / size + " of " + count
                        + " values; fetch it again.");
            }
            if (in.read() >= 0) {
                throw new IOException(file.getFileName() + " holds more than the " + count
                        + " values of its dimensions " + Arrays.toString(shape) + "; it is damaged.");
            }
            return new IdxFile(type, shape, bytes);
        } catch (EOFException e) {
            throw e.getMessage() != null
                            && e.getMessage().startsWith(file.getFileName().toString())
                    ? e
                    : new EOFException(file.getFileName() + " ends too early; fetch it again.");
        }
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        raw.mark(2);
        int start = raw.read() << 8 | raw.read();
        raw.reset();
        return start == GZIP ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
    }

    private static int size(int type) {
        return switch (type) {
            case BYTES, 9 -> 1;
            case 11 -> 2;
            case 12, 13 -> 4;
            case 14 -> 8;
            default -> 0;
        };
    }

    /** The numbers with their shape: int64, float32 or float64. */
    Tensor tensor() {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int n = bytes.length / size(type);
        Tensor flat = switch (type) {
            case 13 -> {
                var values = new float[n];
                in.asFloatBuffer().get(values);
                yield Tensors.of(values);
            }
            case 14 -> {
                var values = new double[n];
                in.asDoubleBuffer().get(values);
                yield Tensors.of(values);
            }
            default -> {
                var values = new long[n];
                for (int i = 0; i < n; i++) {
                    values[i] = switch (type) {
                        case BYTES -> in.get() & 0xFF;
                        case 9 -> in.get();
                        case 11 -> in.getShort();
                        default -> in.getInt();
                    };
                }
                yield Tensors.of(values);
            }
        };
        return flat.reshape(shape);
    }
}
