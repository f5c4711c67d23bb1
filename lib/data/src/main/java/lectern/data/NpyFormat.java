package lectern.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.DType;

/** The bytes of one array in NumPy's format, versions 1 to 3. */
final class NpyFormat {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=]?)([a-zA-Z?])(\\d*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\sL]*)\\)");
    private static final int BLOCK = 64;

    private NpyFormat() {}

    /** All that a packed array unpacks to, as long as the memory holds it: a few bytes may unpack to any number of zeros. */
    static byte[] bytes(String what, InputStream packed) throws IOException {
        int most = (int) Math.min(Integer.MAX_VALUE - 16, Runtime.getRuntime().maxMemory() / 4);
        byte[] bytes = packed.readNBytes(most);
        if (bytes.length == most && packed.read() >= 0) {
            throw new IllegalArgumentException(what + " unpacks to more than " + (most >> 20)
                    + " MB, which is more than the memory of this kernel allows for one array.");
        }
        return bytes;
    }

    static Tensor read(String what, byte[] bytes) {
        if (bytes.length < 10 || !Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC)) {
            throw new IllegalArgumentException(what + " is no array of NumPy: it does not begin as a .npy file does.");
        }
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean brief = bytes[6] == 1;
        long length = brief
                ? Short.toUnsignedInt(in.getShort(8))
                : bytes.length < 12 ? 0 : Integer.toUnsignedLong(in.getInt(8));
        int start = brief ? 10 : 12;
        if (start + length > bytes.length) {
            throw new IllegalArgumentException(what + " is cut short: it ends within its header.");
        }
        String header = new String(bytes, start, (int) length, StandardCharsets.UTF_8);
        Matcher type = TYPE.matcher(header);
        Matcher order = ORDER.matcher(header);
        Matcher extents = SHAPE.matcher(header);
        if (header.contains("'|O'") || header.contains("'O'")) {
            throw new IllegalArgumentException(
                    what + " holds pickled Python objects, which are not read: that would run"
                            + " code of the file. Save numbers, such as np.save(\"a.npy\", np.array(a, dtype=float)).");
        }
        if (!type.find() || !order.find() || !extents.find()) {
            throw new IllegalArgumentException(
                    what + " holds no plain array of numbers; its header is " + header.strip() + ".");
        }
        int[] shape = shape(what, extents.group(1));
        String kind = type.group(2) + type.group(3);
        long count = 1;
        for (int extent : shape) {
            count *= extent;
        }
        int size = size(what, kind);
        long have = bytes.length - start - length;
        if (count > have / size) {
            throw new IllegalArgumentException(what + " is cut short: an array of shape " + Arrays.toString(shape)
                    + " needs " + count + " numbers of " + size + " bytes, and " + have + " bytes are there.");
        }
        in.order(type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        in.position(start + (int) length);
        Tensor flat = numbers(what, kind, in, (int) count);
        if (order.group(1).equals("False") || shape.length < 2) {
            return flat.reshape(shape);
        }
        int n = shape.length;
        int[] turned = new int[n];
        int[] axes = new int[n];
        for (int i = 0; i < n; i++) {
            turned[i] = shape[n - 1 - i];
            axes[i] = n - 1 - i;
        }
        return flat.reshape(turned).transpose(axes);
    }

    private static int[] shape(String what, String text) {
        try {
            int[] shape = Arrays.stream(text.replace("L", "").split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            long count = 1;
            for (int extent : shape) {
                count = Math.multiplyExact(count, (long) extent);
            }
            return shape;
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    what + " has the shape (" + text + "), which is more than an array in Java holds.", e);
        }
    }

    private static int size(String what, String kind) {
        return switch (kind) {
            case "b1", "?", "i1", "u1" -> 1;
            case "f2", "i2", "u2" -> 2;
            case "f4", "i4", "u4" -> 4;
            case "f8", "i8", "u8" -> 8;
            default ->
                throw new IllegalArgumentException(what + " holds values of NumPy's type " + kind
                        + "; numbers are read of the types f2, f4, f8, i1 to i8, u1 to u8 and bool.");
        };
    }

    private static Tensor numbers(String what, String kind, ByteBuffer in, int n) {
        switch (kind) {
            case "f8" -> {
                var out = new double[n];
                in.asDoubleBuffer().get(out);
                return Tensors.of(out);
            }
            case "f4", "f2" -> {
                var out = new float[n];
                for (int i = 0; i < n; i++) {
                    out[i] = kind.equals("f4") ? in.getFloat() : Float.float16ToFloat(in.getShort());
                }
                return Tensors.of(out);
            }
            default -> {
                var out = new long[n];
                for (int i = 0; i < n; i++) {
                    out[i] = switch (kind) {
                        case "i1" -> in.get();
                        case "u1", "b1", "?" -> Byte.toUnsignedInt(in.get());
                        case "i2" -> in.getShort();
                        case "u2" -> Short.toUnsignedInt(in.getShort());
                        case "i4" -> in.getInt();
                        case "u4" -> Integer.toUnsignedLong(in.getInt());
                        default -> in.getLong();
                    };
                    if (kind.equals("u8") && out[i] < 0) {
                        throw new IllegalArgumentException(what + " holds " + Long.toUnsignedString(out[i])
                                + ", which is more than an int64 holds.");
                    }
                }
                Tensor whole = Tensors.of(out);
                return kind.equals("b1") || kind.equals("?") ? whole.cast(DType.BOOL) : whole;
            }
        }
    }

    static byte[] bytes(Tensor array) {
        var shape = new StringBuilder();
        for (int extent : array.shape()) {
            shape.append(extent).append(", ");
        }
        String extents = array.shape().length == 1
                ? shape.toString().strip()
                : shape.toString().replaceFirst(", $", "");
        String type = switch (array.dtype()) {
            case FLOAT64 -> "<f8";
            case FLOAT32 -> "<f4";
            case INT64 -> "<i8";
            case BOOL -> "|b1";
        };
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + extents + "), }";
        int start = (10 + header.length() + 1 + BLOCK - 1) / BLOCK * BLOCK;
        int n = array.size();
        int size = Integer.parseInt(type.substring(2));
        var out = ByteBuffer.allocate(Math.addExact(start, Math.multiplyExact(n, size)))
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (start - 10));
        out.put(header.getBytes(StandardCharsets.US_ASCII));
        while (out.position() < start - 1) {
            out.put((byte) ' ');
        }
        out.put((byte) '\n');
        switch (array.dtype()) {
            case FLOAT64 -> out.asDoubleBuffer().put(array.toDoubleArray());
            case FLOAT32 -> out.asFloatBuffer().put(array.toFloatArray());
            case INT64 -> out.asLongBuffer().put(array.toLongArray());
            case BOOL -> {
                for (boolean value : array.toBooleanArray()) {
                    out.put((byte) (value ? 1 : 0));
                }
            }
        }
        return out.array();
    }
}
