package lectern.grad;

import lectern.tensor.Tensor;

/** A function made of one that the user gave, of which it keeps the name for warnings. */
record Wrapped(Object user, Fn body) implements Fn {
    @Override
    public Tensor apply(Tensor x) {
        return body.apply(x);
    }

    /** The function that the user gave. */
    static Object user(Object function) {
        return function instanceof Wrapped wrapped ? wrapped.user : function;
    }
}
