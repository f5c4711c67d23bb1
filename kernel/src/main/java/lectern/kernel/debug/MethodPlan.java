package lectern.kernel.debug;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.Signature;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import lectern.kernel.debug.TraceWeaver.Place;

/**
 * Where a method is woven; elements are counted from zero as the class-file API gives them.
 *
 * @param begin the element before which the frame is made
 * @param slots size of the frame
 * @param ofCell does the method hold statements of the cell itself?
 * @param atBegin variables that have a value when the frame is made
 * @param entries elements behind which a line begins, with the numbers of the places; {@link #AT_BEGIN} stands for the frame
 * @param variables slots that hold variables of the person
 * @param handlers where the handlers of the method begin
 */
record MethodPlan(
        int begin,
        int slots,
        boolean ofCell,
        List<Local> atBegin,
        Map<Integer, Integer> entries,
        Set<Integer> variables,
        Set<Label> handlers) {
    static final int AT_BEGIN = -1;

    boolean isVariable(int slot) {
        return variables.contains(slot);
    }

    static MethodPlan of(MethodModel method, IntFunction<Place> places, String cell) {
        return new Reader(method).plan(places, cell);
    }

    /** Reads a method. */
    private static final class Reader {
        private final MethodModel method;
        private final String name;
        private final List<CodeElement> elements;
        private final Map<Label, Integer> labels = new HashMap<>();
        private final int slots;

        Reader(MethodModel method) {
            this.method = method;
            name = method.methodName().stringValue();
            CodeModel code = method.code().orElseThrow();
            elements = code.elementList();
            slots = ((CodeAttribute) code).maxLocals();
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i) instanceof LabelTarget target) {
                    labels.put(target.label(), i);
                }
            }
        }

        MethodPlan plan(IntFunction<Place> places, String cell) {
            int begin = begin();
            if (begin < 0) {
                return new MethodPlan(begin, slots, false, List.of(), Map.of(), Set.of(), Set.of());
            }
            boolean ofCell = name.startsWith(cell);
            var entries = new TreeMap<Integer, Integer>();
            for (int start : lineStarts(begin)) {
                int at = start == AT_BEGIN ? begin : start;
                var place = places.apply(lineAt(start == AT_BEGIN ? begin - 1 : start));
                if (place != null) {
                    var entry = new LineTable.Entry(
                            Tracing.SOURCES.keep(place.code()),
                            place.line(),
                            ofCell ? null : title(),
                            localsAt(at),
                            caughtFrom(at, nextLine(at)));
                    entries.put(start, Tracing.LINES.add(entry));
                }
            }
            var variables = variables().stream().map(LocalVariable::slot).collect(Collectors.toSet());
            return new MethodPlan(
                    begin, slots, ofCell, localsAt(nextInstruction(begin)), entries, variables, handlers());
        }

        /** The method as the person knows it. */
        private String title() {
            var type = method.parent().orElseThrow().thisClass().asInternalName();
            var simple = type.substring(type.lastIndexOf('$') + 1);
            return switch (name) {
                case "<init>" -> "new " + simple;
                case "<clinit>" -> "static " + simple;
                default -> name.startsWith("lambda$") ? "lambda" : type.contains("$") ? simple + "." + name : name;
            };
        }

        /** Behind the constructor of the superclass, and behind the look at whether a newer version of the method takes over. */
        private int begin() {
            if (name.equals("<init>")) {
                return afterSuper();
            }
            int first = nextInstruction(0);
            if (first < 0) {
                return -1;
            }
            boolean forwards = elements.get(first) instanceof FieldInstruction field
                    && field.opcode() == Opcode.GETSTATIC
                    && field.name().stringValue().startsWith("$f");
            int branch = forwards ? nextInstruction(first + 1) : -1;
            if (branch > 0 && elements.get(branch) instanceof BranchInstruction jump && jump.opcode() == Opcode.IFEQ) {
                return labels.get(jump.target()) + 1;
            }
            int begin = first;
            while (begin > 0
                    && (elements.get(begin - 1) instanceof LineNumber
                            || elements.get(begin - 1) instanceof LabelTarget)) {
                begin--;
            }
            return begin;
        }

        private int afterSuper() {
            int made = 0;
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i) instanceof NewObjectInstruction) {
                    made++;
                } else if (elements.get(i) instanceof InvokeInstruction call
                        && call.name().equalsString("<init>")
                        && made-- == 0) {
                    return i + 1;
                }
            }
            return -1;
        }

        private int nextInstruction(int from) {
            for (int i = from; i < elements.size(); i++) {
                if (elements.get(i) instanceof Instruction) {
                    return i;
                }
            }
            return -1;
        }

        /** Where lines begin, in order; a line that has begun before the frame is made goes on where it is made. */
        private NavigableSet<Integer> lineStarts(int begin) {
            var starts = new TreeSet<Integer>();
            for (int i = begin; i < elements.size(); i++) {
                if (elements.get(i) instanceof LineNumber) {
                    starts.add(i);
                }
            }
            int first = nextInstruction(begin);
            boolean goesOn = !name.equals("<init>")
                    && elements.subList(begin, first).stream().noneMatch(LineNumber.class::isInstance);
            if (goesOn) {
                starts.add(AT_BEGIN);
            }
            return starts;
        }

        private int lineAt(int at) {
            for (int i = at; i >= 0; i--) {
                if (elements.get(i) instanceof LineNumber line) {
                    return line.line();
                }
            }
            return -1;
        }

        private int nextLine(int at) {
            for (int i = at + 1; i < elements.size(); i++) {
                if (elements.get(i) instanceof LineNumber) {
                    return i;
                }
            }
            return elements.size();
        }

        private List<LocalVariable> variables() {
            return elements.stream()
                    .filter(LocalVariable.class::isInstance)
                    .map(LocalVariable.class::cast)
                    .toList();
        }

        private boolean covers(Label start, Label end, int from, int to) {
            return labels.getOrDefault(start, 0) <= from && labels.getOrDefault(end, elements.size()) > to;
        }

        private List<Local> localsAt(int at) {
            var locals = new ArrayList<Local>();
            for (var variable : variables()) {
                if (covers(variable.startScope(), variable.endScope(), at, at)) {
                    var descriptor = variable.type().stringValue();
                    var generic = elements.stream()
                            .filter(LocalVariableType.class::isInstance)
                            .map(LocalVariableType.class::cast)
                            .filter(type -> type.slot() == variable.slot()
                                    && type.startScope().equals(variable.startScope()))
                            .findFirst();
                    var signature = generic.map(LocalVariableType::signatureSymbol)
                            .orElseGet(() -> Signature.parseFrom(descriptor));
                    var type = TypeNames.source(signature, descriptor);
                    locals.add(new Local(variable.name().stringValue(), type, variable.slot(), descriptor.charAt(0)));
                }
            }
            locals.sort((a, b) -> Integer.compare(a.slot(), b.slot()));
            return List.copyOf(locals);
        }

        private Set<String> caughtFrom(int from, int to) {
            return elements.stream()
                    .filter(ExceptionCatch.class::isInstance)
                    .map(ExceptionCatch.class::cast)
                    .filter(one -> one.catchType().isPresent()
                            && labels.get(one.tryStart()) < to
                            && labels.get(one.tryEnd()) > from)
                    .map(one -> one.catchType().get().asInternalName().replace('/', '.'))
                    .collect(Collectors.toUnmodifiableSet());
        }

        private Set<Label> handlers() {
            return elements.stream()
                    .filter(ExceptionCatch.class::isInstance)
                    .map(ExceptionCatch.class::cast)
                    .filter(one -> one.catchType().isPresent())
                    .map(ExceptionCatch::handler)
                    .collect(Collectors.toSet());
        }
    }
}
