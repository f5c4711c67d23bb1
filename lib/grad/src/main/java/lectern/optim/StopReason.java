package lectern.optim;

/** Why a minimisation ended. */
public enum StopReason {
    /** All steps asked for were done. */
    STEPS_DONE("all steps done"),
    /** The gradient is small enough. */
    GRADIENT_SMALL("the gradient is small enough"),
    /** The loss does not change any more. */
    LOSS_STEADY("the loss does not change any more"),
    /** The loss is below the limit given. */
    LOSS_SMALL("the loss is below the limit"),
    /** The loss has not improved for as many steps as patience was given. */
    OUT_OF_PATIENCE("no improvement for as long as patience was given"),
    /** The user has interrupted; the result so far is kept. */
    INTERRUPTED("interrupted; this is the result so far"),
    /** The loss became NaN or infinite; the last finite parameters are kept. */
    NOT_FINITE("the loss became NaN or infinite"),
    /** The loss has a value and its gradient has none; the parameters at which that happened are kept. */
    GRADIENT_NOT_FINITE("the gradient is NaN or infinite although the loss is not;"
            + " is there a square root, a norm or a division at 0, perhaps inside where?"),
    /** The loss falls below every bound, so there is no minimum to be found. */
    UNBOUNDED("the loss falls without end: it has no minimum"),
    /** The gradient vanishes, yet the loss falls in some direction. */
    SADDLE("the gradient is small, but the loss falls in some direction: a saddle or a maximum; start elsewhere"),
    /** No step along the search direction makes the loss smaller: as good as rounding allows, or a wrong gradient. */
    NO_PROGRESS("no smaller loss found along the search direction");

    private final String sentence;

    StopReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in words. */
    public String sentence() {
        return sentence;
    }
}
