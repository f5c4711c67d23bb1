package lectern.plot.layer;

/** One setting with its value, as a call of a verb has asked for it. */
public interface Choice {
    /** Which setting. */
    Setting setting();

    /** Its value; {@code true} for settings that are on or off. */
    Object value();
}
