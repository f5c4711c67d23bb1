package lectern.tensor.type;

/** Shapes that do not fit together; the message names both shapes, the axis at fault and what to do. */
public final class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public ShapeException(String message) {
        super(message);
    }
}
