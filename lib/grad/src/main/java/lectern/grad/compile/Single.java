package lectern.grad.compile;

/** An operation that runs by itself. */
record Single(Node node) implements Unit {}
