package lectern.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file of bytes with its shape, in the IDX format of MNIST: two zero bytes, a type (8 for bytes), the number of
 * dimensions, every dimension as a big-endian integer, and the data, last dimension fastest.
 *
 * @param shape the dimensions
 * @param bytes the data
 */
record IdxFile(int[] shape, byte[] bytes) {
    private static final int BYTES = 8;

    /** Reads a gzipped file of bytes. */
    static IdxFile read(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                var in = new DataInputStream(new GZIPInputStream(raw, 1 << 16))) {
            int zeros = in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int dimensions = in.readUnsignedByte();
            if (zeros != 0 || type != BYTES || dimensions == 0) {
                throw new IOException(file.getFileName() + " is not an IDX file of bytes.");
            }
            var shape = new int[dimensions];
            long size = 1;
            for (int i = 0; i < dimensions; i++) {
                shape[i] = in.readInt();
                size = Math.multiplyExact(size, Math.max(shape[i], 0));
            }
            byte[] bytes = in.readNBytes(Math.toIntExact(size));
            if (bytes.length < size) {
                throw new EOFException(file.getFileName() + " ends after " + bytes.length + " of " + size + " values.");
            }
            return new IdxFile(shape, bytes);
        }
    }
}
