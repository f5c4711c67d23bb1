package lectern.plot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import lectern.notebook.Displayable;
import lectern.notebook.MimeBundle;
import lectern.plot.canvas.GifFile;
import lectern.plot.canvas.Raster;

/**
 * Figures one after the other: a player in the browser, a GIF elsewhere, the last frame in print.
 *
 * {@snippet :
 * var x = linspace(0, 6, 50);
 * animate(20, k -> plot(x, x.times(k / 20.0).sin()).ylim(-1, 1))
 * }
 */
public final class Animation implements Displayable {
    private static final AtomicLong PLAYERS = new AtomicLong();
    private static final double DPI = 100;
    private static final int LIMIT = 500;

    private final List<Raster> frames = new ArrayList<>();
    private final List<String> drawings = new ArrayList<>();
    private final Figure last;
    private int milliseconds = 100;

    /** Draws all frames; {@code draw} answers axes or a figure for each number from 0. */
    Animation(int count, IntFunction<?> draw) {
        if (count < 1 || count > LIMIT) {
            throw new IllegalArgumentException(
                    "An animation has between 1 and " + LIMIT + " frames but got " + count + ".");
        }
        Figure figure = null;
        for (int k = 0; k < count; k++) {
            figure = figureOf(draw.apply(k), k);
            Raster frame = figure.toRaster(DPI);
            if (k > 0
                    && (frame.width() != frames.getFirst().width()
                            || frame.height() != frames.getFirst().height())) {
                throw new IllegalArgumentException("All frames of an animation have one size, but frame " + k
                        + " differs from"
                        + " the first. Give the figures the same size(…).");
            }
            frames.add(frame);
            drawings.add(figure.toSvg());
        }
        last = figure;
    }

    private static Figure figureOf(Object drawn, int frame) {
        return switch (drawn) {
            case Figure figure -> figure;
            case Frame<?> axes -> axes.figure;
            case null, default ->
                throw new IllegalArgumentException("Frame " + frame
                        + " of an animation must be a figure or"
                        + " axes, but it is "
                        + (drawn == null ? "nothing" : "a " + drawn.getClass().getSimpleName())
                        + ".");
        };
    }

    /** The time between two frames; a tenth of a second unless told otherwise. */
    public Animation interval(int milliseconds) {
        if (milliseconds < 20) {
            throw new IllegalArgumentException(
                    "Browsers show frames for at least 20 milliseconds, not " + milliseconds + ".");
        }
        this.milliseconds = milliseconds;
        return this;
    }

    /** The number of frames. */
    public int frames() {
        return frames.size();
    }

    /** The animation as a GIF that repeats. */
    public byte[] toGif() {
        return GifFile.encode(frames, milliseconds);
    }

    /** Writes the GIF to a file. */
    public Animation savefig(String file) {
        try {
            Files.write(Path.of(file), toGif());
        } catch (IOException e) {
            throw new UncheckedIOException("The animation could not be written to " + file + ": " + e.getMessage(), e);
        }
        return this;
    }

    @Override
    public MimeBundle toMimeBundle() {
        var bundle = MimeBundle.text(toString()).with(MimeBundle.HTML, player(toGif()));
        return Figure.pdfWanted() ? bundle.with(MimeBundle.PDF, last.toPdf()) : bundle;
    }

    /**
     * The GIF, and over it a player for browsers that run scripts: play, pause and a slider. Where a notebook is not
     * trusted the script is dropped, and the GIF moves by itself.
     */
    private String player(byte[] gif) {
        long id = PLAYERS.incrementAndGet();
        String name = "lectern-player-" + Long.toHexString(System.identityHashCode(this) * 31L + id);
        var html = new StringBuilder();
        html.append("<div id=\"").append(name).append("\" style=\"display:inline-block\">");
        html.append("<img alt=\"")
                .append(escaped(last.describe()))
                .append("\" style=\"max-width:100%\" src=\"")
                .append(data("image/gif", gif))
                .append("\"></div>\n<script>(function(){")
                .append("const box=document.getElementById(\"")
                .append(name)
                .append("\");if(!box)return;const pictures=[");
        for (int k = 0; k < frames.size(); k++) {
            html.append('"').append(frame(k)).append("\",");
        }
        html.append("];const image=box.querySelector(\"img\");let at=0,timer=null;")
                .append("const bar=document.createElement(\"div\");")
                .append("bar.style.cssText=\"display:flex;gap:8px;align-items:center\";")
                .append("const button=document.createElement(\"button\");")
                .append("const slider=document.createElement(\"input\");")
                .append("slider.type=\"range\";slider.min=0;slider.max=pictures.length-1;slider.style.flex=\"1\";")
                .append("slider.setAttribute(\"aria-label\",\"frame\");")
                .append("function show(k){at=k;image.src=pictures[k];slider.value=k;}")
                .append("function stop(){clearInterval(timer);timer=null;button.textContent=\"\\u25b6\";}")
                .append("function play(){if(at===pictures.length-1)show(0);button.textContent=\"\\u23f8\";")
                .append("timer=setInterval(function(){if(at===pictures.length-1){stop();}else{show(at+1);}},")
                .append(milliseconds)
                .append(");}")
                .append("button.setAttribute(\"aria-label\",\"play or pause\");")
                .append("button.onclick=function(){timer?stop():play();};")
                .append("slider.oninput=function(){stop();show(Number(slider.value));};")
                .append("bar.append(button,slider);box.append(bar);show(0);stop();})();</script>");
        return html.toString();
    }

    /** A frame as vectors, or as pixels where these are fewer bytes. */
    private String frame(int k) {
        byte[] vectors = drawings.get(k).getBytes(StandardCharsets.UTF_8);
        byte[] pixels = frames.get(k).toPng();
        return vectors.length <= pixels.length ? data(MimeBundle.SVG, vectors) : data("image/png", pixels);
    }

    private static String data(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    @Override
    public String toString() {
        return "Animation of " + frames.size() + " frames. " + last.describe();
    }
}
