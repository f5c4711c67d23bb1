package com.sun.tools.javac.resources.spi;

/**
 * The answer to a question that opens a hundred jars when it has none.
 *
 * <p>Before the Java compiler reads its messages, {@link java.util.ResourceBundle} looks for a type of just this name, by which
 * somebody might provide messages of his own, and looks for it in every jar of the class path. It finds this one in the first, sees
 * that it is no provider, and takes the compiler's own messages as it would have done without.
 */
interface compilerProvider {}
