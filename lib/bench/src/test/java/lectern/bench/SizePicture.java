package lectern.bench;

import static lectern.plot.Plots.*;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.plot.Figure;

/**
 * Draws cost against size as SVG: reads lines "quantity TAB contestant TAB size TAB milliseconds", makes one panel for
 * each quantity and one line for each contestant.
 */
final class SizePicture {
    private static final Map<String, String> MARKS = Map.of("Lectern", "o", "PyTorch", "s", "JAX", "^");

    private SizePicture() {}

    public static void main(String[] args) {
        Map<String, Map<String, List<double[]>>> panels = new LinkedHashMap<>();
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                .lines()
                .forEach(line -> {
                    String[] cells = line.split("\t");
                    panels.computeIfAbsent(cells[0], k -> new LinkedHashMap<>())
                            .computeIfAbsent(cells[1], k -> new ArrayList<>())
                            .add(new double[] {Double.parseDouble(cells[2]), Double.parseDouble(cells[3])});
                });
        System.out.print(draw(panels).toSvg());
    }

    private static Figure draw(Map<String, Map<String, List<double[]>>> panels) {
        Figure figure = subplots(1, panels.size()).size(3.6 * panels.size(), 3.2);
        int at = 0;
        for (var panel : panels.entrySet()) {
            var axes = figure.at(at++);
            for (var line : panel.getValue().entrySet()) {
                double[] size = line.getValue().stream().mapToDouble(p -> p[0]).toArray();
                double[] cost = line.getValue().stream().mapToDouble(p -> p[1]).toArray();
                boolean fromZero = size[0] == 0;
                if (fromZero) {
                    axes.semilogy(size, cost, line.getKey(), marker(MARKS.getOrDefault(line.getKey(), ".")))
                            .xticks(size);
                } else {
                    axes.loglog(size, cost, line.getKey(), marker(MARKS.getOrDefault(line.getKey(), ".")));
                }
            }
            axes.xlabel(panel.getKey()).ylabel("ms a step").grid().legend();
        }
        return figure;
    }
}
