package lectern.kernel.debug;

/** Code that was compiled for the local variables of a frame; public because cells, which implement it, have a loader of their own. */
@FunctionalInterface
public interface Snippet {
    /** What statements give. */
    Object NOTHING = new Object();

    /** Runs it on the values of the variables, in the order in which they were given; what it assigns to them is found there after. */
    Object apply(Object[] locals) throws Throwable;
}
