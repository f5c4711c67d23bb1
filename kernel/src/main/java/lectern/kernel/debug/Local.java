package lectern.kernel.debug;

/**
 * A local variable of a method.
 *
 * @param type Java text that compiles in a cell
 * @param kind first character of its descriptor
 */
record Local(String name, String type, int slot, char kind) {
    /** Does it hold a reference? */
    boolean isReference() {
        return kind == 'L' || kind == '[';
    }
}
