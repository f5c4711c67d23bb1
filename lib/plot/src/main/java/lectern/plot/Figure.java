package lectern.plot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.notebook.Displayable;
import lectern.notebook.MimeBundle;
import lectern.notebook.Notebook;
import lectern.plot.canvas.Fonts;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.PdfCanvas;
import lectern.plot.canvas.PixelCanvas;
import lectern.plot.canvas.Raster;
import lectern.plot.canvas.SvgCanvas;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;

/**
 * A figure: a grid of panels whose boxes are aligned, with room made for every label.
 *
 * <p>One lock per figure: several threads may draw different figures, or add to the same one.
 *
 * {@snippet :
 * var x = linspace(0, 1, 50);
 * subplots(2, 1)
 *     .at(0).plot(x, x.square(), "exact").plot(x, x, "guess", dashed()).legend()
 *     .at(1).semilogy(x.square().plus(1e-3)).ylabel("loss")
 * }
 */
public final class Figure implements Displayable {
    /** The empty rim of a page in points. */
    public static final double PAD = 7.2;

    static final double GAP = 14;

    final int rows;
    final int cols;
    final Theme theme;
    double width = 460.8;
    double height = 345.6;
    double[] widthRatios;
    double[] heightRatios;
    String suptitle = "";
    boolean shareX;
    boolean shareY;
    boolean transparent;
    ColorBar colorBar;
    final List<Frame<?>> panels = new ArrayList<>();

    static {
        withoutWindows();
    }

    /** Keeps Java's graphics from looking for a window system: figures never need one. */
    static void withoutWindows() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    Figure(int rows, int cols, Theme theme) {
        if (rows < 1 || cols < 1 || rows * cols > 400) {
            throw new IllegalArgumentException(
                    "A figure needs between 1 and 400 panels but got " + rows + " rows and " + cols + " columns.");
        }
        this.rows = rows;
        this.cols = cols;
        this.theme = theme;
        if (rows * cols > 1) {
            width = Math.clamp(230.0 * cols, 460.8, 864);
            height = Math.clamp(185.0 * rows, 230, 1300);
        }
    }

    /** The look of the figure. */
    public Theme theme() {
        return theme;
    }

    /** The panel of this number, counted row by row from 0; made when first asked for. */
    public Axes at(int index) {
        checked(index);
        return at(index / cols, index % cols);
    }

    private void checked(int index) {
        if (index < 0 || index >= rows * cols) {
            throw new IllegalArgumentException("This figure has "
                    + (rows * cols == 1 ? "one panel, number 0" : rows * cols + " panels, numbered from 0")
                    + "; there is no panel " + index + ". A grid of panels is made by subplots(rows, columns).");
        }
    }

    /** The panel in a row and a column, both counted from 0. */
    public Axes at(int row, int col) {
        return at(row, col, 1, 1);
    }

    /** The panel that begins in a row and a column and reaches over several of them. */
    public synchronized Axes at(int row, int col, int rowSpan, int colSpan) {
        if (row < 0 || col < 0 || rowSpan < 1 || colSpan < 1 || row + rowSpan > rows || col + colSpan > cols) {
            throw new IllegalArgumentException("This figure has " + rows + " rows and " + cols
                    + " columns, counted from 0; "
                    + rowSpan + " x " + colSpan + " panels at row " + row + ", column " + col + " do not fit.");
        }
        for (Frame<?> panel : panels) {
            if (panel.span != null && panel.span.row() == row && panel.span.col() == col) {
                if (panel instanceof Axes axes) {
                    return axes;
                }
                throw new IllegalArgumentException(
                        "The panel at row " + row + ", column " + col + " is three-dimensional.");
            }
        }
        var axes = new Axes(this);
        axes.span = new Frame.Span(row, col, rowSpan, colSpan);
        panels.add(axes);
        return axes;
    }

    /** The panel of this number as spatial axes; made when first asked for. */
    public Axes3D at3d(int index) {
        checked(index);
        synchronized (this) {
            for (Frame<?> panel : panels) {
                if (panel instanceof Axes3D space
                        && space.span.row() == index / cols
                        && space.span.col() == index % cols) {
                    return space;
                }
            }
            return place(new Axes3D(this), index / cols, index % cols);
        }
    }

    /** Puts a panel of another kind into the grid. */
    synchronized <F extends Frame<?>> F place(F panel, int row, int col) {
        panel.span = new Frame.Span(row, col, 1, 1);
        panels.removeIf(p -> panel.span.equals(p.span));
        panels.add(panel);
        return panel;
    }

    /** The size in inches; 6.4 × 4.8 unless said. */
    public synchronized Figure size(double widthInches, double heightInches) {
        if (!(widthInches > 0 && heightInches > 0 && widthInches <= 100 && heightInches <= 100)) {
            throw new IllegalArgumentException("A figure measures between 0 and 100 inches each way but got "
                    + widthInches
                    + " x " + heightInches + ".");
        }
        width = 72 * widthInches;
        height = 72 * heightInches;
        return this;
    }

    /** A title over all panels. */
    public synchronized Figure suptitle(String text) {
        suptitle = text;
        return this;
    }

    /** No page behind the panels: what the figure is put on, a slide or a coloured box, shines through. */
    public synchronized Figure transparent() {
        transparent = true;
        return this;
    }

    /** All panels show the same stretch of the horizontal axis; its numbers stand below the lowest of each column. */
    public synchronized Figure shareX() {
        shareX = true;
        return this;
    }

    /** All panels show the same stretch of the vertical axis; its numbers stand beside the first of each row. */
    public synchronized Figure shareY() {
        shareY = true;
        return this;
    }

    /** How wide the columns are relative to one another. */
    public synchronized Figure widths(double... ratios) {
        widthRatios = ratios(ratios, cols, "columns");
        return this;
    }

    /** How high the rows are relative to one another. */
    public synchronized Figure heights(double... ratios) {
        heightRatios = ratios(ratios, rows, "rows");
        return this;
    }

    private static double[] ratios(double[] ratios, int n, String what) {
        if (ratios.length != n || Arrays.stream(ratios).anyMatch(r -> !(r > 0))) {
            throw new IllegalArgumentException("A figure of " + n + " " + what + " needs " + n
                    + " positive ratios but got "
                    + Arrays.toString(ratios) + ".");
        }
        return ratios.clone();
    }

    /** One colour bar at the right for all panels, for the colours of the panel drawn last. */
    public synchronized Figure colorbar(String label) {
        colorBar = new ColorBar(label);
        return this;
    }

    /** One colour bar at the right for all panels, with ticks at given values. */
    public synchronized Figure colorbar(String label, double[] ticks) {
        colorBar = new ColorBar(label);
        colorBar.axis.tickPlaces = ticks.clone();
        return this;
    }

    /** The figure as SVG. */
    public synchronized String toSvg() {
        var page = new Page(this);
        var canvas = new SvgCanvas(page.extent(), altTitle(), describe());
        page.paint(canvas);
        return canvas.finish();
    }

    /** The figure as PDF, fonts embedded. */
    public synchronized byte[] toPdf() {
        var page = new Page(this);
        var canvas = new PdfCanvas(page.extent(), altTitle());
        page.paint(canvas);
        return canvas.finish();
    }

    /**
     * The figure as PNG with so many pixels an inch; 200 is twice the size on screen.
     *
     * @throws IllegalArgumentException unless there are between 1 and 5000 pixels an inch
     */
    public byte[] toPng(double dpi) {
        return toRaster(dpi).toPng();
    }

    /** The figure as pixels, as {@link #toPng} has them. */
    public synchronized Raster toRaster(double dpi) {
        if (!(dpi >= 1 && dpi <= 5000)) {
            throw new IllegalArgumentException(
                    "A figure has between 1 and 5000 pixels an inch but got " + Ticks.plain(dpi) + ".");
        }
        var page = new Page(this);
        var canvas = new PixelCanvas(page.extent(), dpi / 72);
        page.paint(canvas);
        return canvas.finish();
    }

    /** Writes the figure to a file; its ending says how: {@code .svg}, {@code .pdf}, {@code .png}. */
    public Figure savefig(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        byte[] bytes = name.endsWith(".svg")
                ? toSvg().getBytes(StandardCharsets.UTF_8)
                : name.endsWith(".pdf") ? toPdf() : name.endsWith(".png") ? toPng(200) : null;
        if (bytes == null) {
            throw new IllegalArgumentException("A figure is saved as .svg, .pdf or .png, not as \"" + name + "\".");
        }
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The figure could not be written to " + file + ": " + e.getMessage(), e);
        }
        return this;
    }

    /** Writes the figure to a file. */
    public Figure savefig(String file) {
        return savefig(Path.of(file));
    }

    /** Shows the figure below the cell, before the cell ends. */
    public Figure show() {
        Notebook.host().display(toMimeBundle(), null);
        return this;
    }

    /**
     * SVG for the browser and a sentence of text; also PDF when the environment asks for it ({@code LECTERN_PDF=1} or
     * the system property {@code lectern.pdf}), as the printed script does.
     */
    @Override
    public MimeBundle toMimeBundle() {
        var bundle = MimeBundle.text(describe()).with(MimeBundle.SVG, toSvg());
        if (pdfWanted()) {
            bundle = bundle.with(MimeBundle.PDF, toPdf());
        }
        return bundle;
    }

    static boolean pdfWanted() {
        String wanted = System.getProperty("lectern.pdf", System.getenv().getOrDefault("LECTERN_PDF", ""));
        return !wanted.isEmpty() && !wanted.equals("0") && !wanted.equals("false");
    }

    /** A name for screen readers: the title, or else the first sentence of the description. */
    private String altTitle() {
        String title = suptitle.isEmpty() && panels.size() == 1 ? panels.getFirst().title : suptitle;
        if (!title.isEmpty()) {
            return Label.plain(title);
        }
        String words = describe().replaceFirst("^Figure\\. ", "");
        int end = words.indexOf(". ");
        return end < 0 ? words : words.substring(0, end + 1);
    }

    /** The figure in words: titles, axes, ranges, series. */
    public synchronized String describe() {
        var text = new StringBuilder(suptitle.isEmpty() ? "Figure" : "Figure \"" + Label.plain(suptitle) + "\"");
        if (panels.size() > 1) {
            text.append(" of ").append(panels.size()).append(" panels");
        }
        text.append('.');
        int shown = Math.min(panels.size(), 6);
        for (int i = 0; i < shown; i++) {
            text.append(' ').append(panels.get(i).describe());
        }
        if (panels.size() > shown) {
            text.append(" And ").append(panels.size() - shown).append(" more panels.");
        }
        String missing = Fonts.missing(text.toString());
        if (!missing.isEmpty()) {
            text.append(" Letters that no font here has, boxes in PNG and PDF: ")
                    .append(missing)
                    .append('.');
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return describe();
    }
}
