package lectern.nn.dl4j;

import java.util.Arrays;
import lectern.tensor.ArrayConverter;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays of ND4J as tensors and back, by copying; {@code array(indArray)} and {@code indArray(tensor)} end up here.
 * Only a program that converts something loads ND4J and its native library.
 */
public final class Nd4jArrays implements ArrayConverter {
    @Override
    public Tensor convert(Object value) {
        // By name first: a program without ND4J never loads it.
        if (!value.getClass().getName().startsWith("org.nd4j.")) {
            return null;
        }
        return value instanceof INDArray array ? toTensor(array) : null;
    }

    @Override
    public String reads() {
        return "an INDArray";
    }

    /** A copy of the numbers as an ND4J array of the same shape and type, in row-major order. */
    public static INDArray toINDArray(Tensor tensor) {
        long[] shape = Arrays.stream(tensor.shape()).asLongStream().toArray();
        DataType type = switch (tensor.dtype()) {
            case FLOAT64 -> DataType.DOUBLE;
            case FLOAT32 -> DataType.FLOAT;
            case INT64 -> DataType.INT64;
            case BOOL -> DataType.BOOL;
        };
        if (tensor.size() == 0) {
            return Nd4j.create(type, shape);
        }
        if (shape.length == 0) {
            return Nd4j.scalar(type, tensor.item());
        }
        INDArray flat = switch (tensor.dtype()) {
            case FLOAT64 -> Nd4j.createFromArray(tensor.toDoubleArray());
            case FLOAT32 -> Nd4j.createFromArray(tensor.toFloatArray());
            case INT64 -> Nd4j.createFromArray(tensor.toLongArray());
            case BOOL -> Nd4j.createFromArray(tensor.toBooleanArray());
        };
        return flat.reshape('c', shape);
    }

    /** A copy of the numbers of an ND4J array; float and double keep their type, integers become int64. */
    public static Tensor toTensor(INDArray array) {
        int[] shape = Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray();
        if (array.isEmpty()) {
            return Tensors.zeros(shape);
        }
        INDArray flat = array.dup('c');
        return switch (array.dataType()) {
            case FLOAT -> Raw.wrap(flat.data().asFloat(), shape);
            case DOUBLE, HALF, BFLOAT16 -> Raw.wrap(flat.data().asDouble(), shape);
            case BOOL -> Raw.wrap(flat.data().asLong(), shape).cast(DType.BOOL);
            default -> Raw.wrap(flat.data().asLong(), shape);
        };
    }
}
