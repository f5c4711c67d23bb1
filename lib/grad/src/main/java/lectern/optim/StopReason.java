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
    /** The loss or its gradient became NaN or infinite; the last finite parameters are kept. */
    NOT_FINITE("the loss became NaN or infinite; try a smaller learning rate"),
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
