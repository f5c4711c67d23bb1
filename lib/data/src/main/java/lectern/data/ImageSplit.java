package lectern.data;

/**
 * Images in two parts: one to learn from, one to judge by.
 *
 * @param name what these images are, for titles and for telling MNIST from its stand-in
 */
public record ImageSplit(String name, ImageSet train, ImageSet test) {}
