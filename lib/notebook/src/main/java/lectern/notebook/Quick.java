package lectern.notebook;

import java.util.List;
import java.util.function.BooleanSupplier;

/** Whether a notebook runs in earnest or only to see that it runs, and how it holds itself to its word. */
public final class Quick {
    private static final ClaimBook CLAIMS = new ClaimBook("1".equals(System.getenv("LECTERN_STRICT")), Notebook::host);

    private Quick() {}

    /**
     * Tells whether the notebook runs with small numbers, only to see that it runs.
     *
     * {@snippet :
     * int epochs = quick() ? 5 : 200;
     * epochs > 0 // → true
     * }
     *
     * @return true where {@code LECTERN_QUICK=1} is set, as in tests; false in earnest
     */
    public static boolean quick() {
        return "1".equals(System.getenv("LECTERN_QUICK"));
    }

    /**
     * Stops the cell when something does not hold that must, whatever the numbers at the top of the notebook say.
     *
     * <p>The message quotes the condition and what its terms are worth, where the source is known. Sentences that are
     * true of the printed numbers only are for {@link #claim}.
     *
     * {@snippet :
     * check(b.size() == 3, b.size());
     * }
     *
     * @param claim what must be true
     * @param found what was found instead, for the message
     * @throws AssertionError where the claim is false
     */
    public static void check(boolean claim, Object found) {
        if (!claim) {
            var quote = Notebook.host().quote("check", 0);
            var told = quote.told();
            throw new AssertionError("This does not hold: "
                    + (quote.source().isEmpty() ? "" : quote.source() + "\n  found: ")
                    + found
                    + (told.isEmpty() ? "" : "\n  values: " + told));
        }
    }

    /**
     * Holds a sentence of the text to its word: it is true of the numbers at the top of the notebook.
     *
     * <p>With other numbers it may be false. Then a note beside the cell says so, with the values that the condition compares,
     * and the cell goes on. Where lectures are executed to be printed or tested ({@code LECTERN_STRICT=1}) a sentence that does
     * not hold is an error. Text refers to a claim by a link: {@code Momentum is [faster](#claim-momentum-wins).}
     *
     * <p>To tell why it failed, the terms of the condition are computed once more: it should compare what is there, not draw or
     * train.
     *
     * {@snippet :
     * double plain = 0.03, momentum = 0.002;
     * claim("momentum-wins", "Momentum ends lower than plain descent.", () -> momentum < plain);
     * claims().getLast().held() // → true
     * }
     *
     * @param id names it in this notebook: small letters, digits, hyphens
     * @param sentence what the text says, with dollars around mathematics
     * @param condition whether that is so; what it throws counts as no
     * @throws IllegalArgumentException without id or sentence, or when one cell makes two claims of one id
     */
    public static void claim(String id, String sentence, BooleanSupplier condition) {
        CLAIMS.claim(id, sentence, condition);
    }

    /**
     * Lists the claims of this notebook so far, in the order in which they were first made.
     *
     * {@snippet :
     * claim("sum", "The sum is six.", () -> b.sum().item() == 6);
     * claims().getLast().sentence() // → "The sum is six."
     * }
     *
     * @return each with its id, its sentence and whether it held
     */
    public static List<Claim> claims() {
        return CLAIMS.claims();
    }
}
