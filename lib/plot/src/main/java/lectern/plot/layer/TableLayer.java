package lectern.plot.layer;

import java.util.List;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/** Rows of texts under a header, drawn over the whole box. */
public final class TableLayer implements Layer {
    private final String[][] cells;
    private final List<String> header;

    public TableLayer(String[][] cells, List<String> header) {
        this.cells = cells;
        this.header = header;
    }

    @Override
    public void bounds(Bounds b) {
        // A table fills the box whatever the axes show.
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        int cols = header.size();
        for (String[] row : cells) {
            cols = Math.max(cols, row.length);
        }
        int rows = cells.length + (header.isEmpty() ? 0 : 1);
        if (cols == 0 || rows == 0) {
            return;
        }
        var widths = new double[cols];
        double sum = 0;
        for (int j = 0; j < cols; j++) {
            widths[j] = j < header.size() ? Label.of(header.get(j), 10).width() : 10;
            for (String[] row : cells) {
                widths[j] = Math.max(
                        widths[j], j < row.length ? Label.of(row[j], 10).width() : 0);
            }
            widths[j] += 12;
            sum += widths[j];
        }
        Box box = t.box();
        double size = Math.clamp(Math.min(10 * box.w() / sum, box.h() / rows / 1.6), 3, 10);
        double height = Math.min(1.9 * size, box.h() / rows);
        double stretch = Math.min(box.w() / sum, 1.6 * size / 10);
        double left = box.centerX() - sum * stretch / 2;
        double top = box.centerY() - rows * height / 2;
        if (!header.isEmpty()) {
            canvas.rect(left, top, sum * stretch, height, Colors.mix(theme.face(), theme.ink(), 0.1), Pen.NONE);
        }
        for (int i = 0; i < rows; i++) {
            double x = left;
            for (int j = 0; j < cols; j++) {
                boolean head = i == 0 && !header.isEmpty();
                String[] row = head ? header.toArray(String[]::new) : cells[header.isEmpty() ? i : i - 1];
                canvas.rect(
                        x,
                        top + i * height,
                        widths[j] * stretch,
                        height,
                        0,
                        Pen.solid(Colors.mix(theme.face(), theme.ink(), 0.4), 0.6));
                if (j < row.length) {
                    Label.of(row[j], size)
                            .draw(
                                    canvas,
                                    x + widths[j] * stretch / 2,
                                    top + (i + 0.5) * height,
                                    theme.ink(),
                                    0.5,
                                    0.5,
                                    0);
                }
                x += widths[j] * stretch;
            }
        }
    }

    @Override
    public String describe() {
        return "Table of " + cells.length + " rows"
                + (header.isEmpty() ? "." : " with columns " + String.join(", ", header) + ".");
    }
}
