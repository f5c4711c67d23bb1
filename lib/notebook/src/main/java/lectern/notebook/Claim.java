package lectern.notebook;

import java.util.Map;

/**
 * A sentence of a lecture, whether it held when its cell ran, and why.
 *
 * <p>Whoever prints an executed notebook finds it in the metadata of the output: {@code {"lectern": {"claim": {"id": …,
 * "sentence": …, "held": …}}}}.
 *
 * @param id what text refers to, as in {@code [faster](#claim-momentum)}
 * @param sentence the sentence itself, with dollars around mathematics
 * @param held whether its condition was true
 * @param condition what its condition says; {@link Quote#NONE} where it held, or where nobody knows
 */
public record Claim(String id, String sentence, boolean held, Quote condition) implements Displayable {
    /** Representation of a claim that held: front ends show nothing of it. */
    public static final String TYPE = "application/vnd.lectern.claim+json";

    private static final String LOOK = "border-left:3px solid #d9a400;background:rgba(217,164,0,.12);color:inherit;"
            + "padding:.4em .8em;margin:.3em 0";

    /** Of one that held only data for whoever prints the notebook, of one that did not a note beside the cell. */
    @Override
    public MimeBundle toMimeBundle() {
        Map<String, Object> data = Map.of("id", id, "sentence", sentence, "held", held);
        return (held ? MimeBundle.of(TYPE, data) : note()).withMetadata("lectern", Map.of("claim", data));
    }

    private MimeBundle note() {
        var values = condition.told();
        var reason = values.isEmpty() ? condition.source() : values;
        return MimeBundle.text(this.toString())
                .with(
                        MimeBundle.HTML,
                        "<div role=\"note\" style=\"" + LOOK
                                + "\">With these numbers this sentence no longer holds: <em>"
                                + Markup.html(sentence) + "</em>"
                                + (reason.isEmpty()
                                        ? ""
                                        : "<br><small><code>" + Markup.html(reason) + "</code></small>")
                                + "</div>")
                .with(
                        MimeBundle.LATEX,
                        "\\begin{quote}With these numbers this sentence no longer holds: \\emph{"
                                + Markup.latex(sentence)
                                + "}" + (reason.isEmpty() ? "" : " (\\texttt{" + Markup.latex(reason) + "})")
                                + "\\end{quote}");
    }

    @Override
    public String toString() {
        var values = condition.told();
        return held
                ? sentence
                : "With these numbers this sentence no longer holds: " + sentence
                        + (values.isEmpty() ? "" : " (" + values + ")");
    }
}
