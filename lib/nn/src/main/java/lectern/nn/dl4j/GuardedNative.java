package lectern.nn.dl4j;

import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.nativeblas.OpaqueDataBuffer;

/** ND4J's native operations with a look at the memory before much of it is taken: the native side would end the program. */
public final class GuardedNative extends Nd4jCpu {
    /** Loaded by name by ND4J. */
    public GuardedNative() {}

    @Override
    public OpaqueDataBuffer allocateDataBuffer(long elements, int type, boolean both) {
        Memory.require(elements, DataType.fromInt(type));
        return super.allocateDataBuffer(elements, type, both);
    }

    @Override
    public OpaqueDataBuffer dbAllocateDataBuffer(long elements, int type, boolean both) {
        Memory.require(elements, DataType.fromInt(type));
        return super.dbAllocateDataBuffer(elements, type, both);
    }

    @Override
    public Pointer mallocHost(long bytes, int flags) {
        Memory.require(bytes, DataType.INT8);
        return super.mallocHost(bytes, flags);
    }
}
