package lectern.compile.plan;

import lectern.compile.graph.Node;

/** An operation that runs by itself. */
record Single(Node node) implements Unit {}
