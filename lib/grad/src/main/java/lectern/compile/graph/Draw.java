package lectern.compile.graph;

/**
 * Random numbers that a program draws at the beginning of every run.
 *
 * @param normal standard normal ones, else uniform ones in [0, 1)
 */
public record Draw(boolean normal, int size) {}
