package lectern.tensor;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** To and from ND4J's arrays, by copying. Only a program that uses this class loads ND4J and its native library. */
public final class Nd4jBridge {
    private Nd4jBridge() {}

    /** A copy of the numbers as an ND4J array of the same shape and type, in row-major order. */
    public static INDArray toINDArray(Tensor tensor) {
        Dense x = Dense.of(tensor);
        long[] shape = java.util.Arrays.stream(x.dims).asLongStream().toArray();
        DataType type = switch (x.dtype) {
            case FLOAT64 -> DataType.DOUBLE;
            case FLOAT32 -> DataType.FLOAT;
            case INT64 -> DataType.INT64;
            case BOOL -> DataType.BOOL;
        };
        if (x.size == 0) {
            return Nd4j.create(type, shape);
        }
        if (shape.length == 0) {
            return Nd4j.scalar(type, x.at(0));
        }
        INDArray flat = switch (x.data) {
            case double[] d -> Nd4j.createFromArray(d);
            case float[] f -> Nd4j.createFromArray(f);
            case long[] l -> Nd4j.createFromArray(l);
            default -> Nd4j.createFromArray(x.bool());
        };
        return flat.reshape('c', shape);
    }

    /** A copy of the numbers of an ND4J array; float and double keep their type, integers become int64. */
    public static Tensor toTensor(INDArray array) {
        int[] shape = java.util.Arrays.stream(array.shape())
                .mapToInt(Math::toIntExact)
                .toArray();
        if (array.isEmpty()) {
            return Dense.zeros(DType.FLOAT64, shape);
        }
        INDArray flat = array.dup('c');
        Object data = switch (array.dataType()) {
            case FLOAT -> flat.data().asFloat();
            case DOUBLE, HALF, BFLOAT16 -> flat.data().asDouble();
            default -> flat.data().asLong();
        };
        Dense values = Dense.around(data, shape);
        return array.dataType() == DataType.BOOL ? values.as(DType.BOOL) : values.lean();
    }
}
