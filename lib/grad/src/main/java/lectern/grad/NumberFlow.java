package lectern.grad;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows a number through the compiled method that asked for it, to see whether it only decides a branch or is shown,
 * or whether it goes on into what is computed.
 *
 * <p>The flow is followed in the order of the text, twice for the sake of loops; what is not understood counts as going
 * on. A number rounded to an integer has no derivative to lose.
 */
final class NumberFlow {
    /** Printing, words, and lists kept for a look afterwards. */
    private static final Set<String> SHOWING = Set.of(
            "java/io/PrintStream",
            "java/lang/String",
            "java/lang/StringBuilder",
            "java/lang/System$Logger",
            "java/util/ArrayList",
            "java/util/List");

    private static final Set<String> NUMBERS = Set.of("java/lang/Math", "java/lang/StrictMath", "java/lang/Double");

    /** What lies on the operand stack: true for the number and what was computed from it. */
    private List<Boolean> stack = new ArrayList<>();

    private final Set<Integer> variables = new HashSet<>();
    private final Map<Label, List<Boolean>> targets = new HashMap<>();
    private boolean reached = true;
    private boolean goesOn;

    private NumberFlow() {}

    /** True when the result of the call at a place of a method goes on into a computation. */
    static boolean goesOn(CodeModel code, int place) {
        List<CodeElement> elements = code.elementList();
        int call = indexOf(place, elements);
        if (call < 0) {
            return true;
        }
        NumberFlow flow = new NumberFlow();
        flow.follow(elements, 0, call);
        int head = head(elements, call);
        if (head < call) {
            flow.stack.clear();
            flow.reached = true;
            flow.follow(elements, head, -1);
        }
        return flow.goesOn;
    }

    private static int indexOf(int place, List<CodeElement> elements) {
        int at = 0;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Instruction instruction) {
                if (at == place) {
                    return i;
                }
                at += instruction.sizeInBytes();
            }
        }
        return -1;
    }

    /** Where the outermost loop around the call begins; the call itself where there is none. */
    private static int head(List<CodeElement> elements, int call) {
        int head = call;
        for (int i = call; i < elements.size(); i++) {
            if (elements.get(i) instanceof BranchInstruction branch) {
                for (int k = 0; k < head; k++) {
                    if (elements.get(k) instanceof LabelTarget target
                            && target.label().equals(branch.target())) {
                        head = k;
                    }
                }
            }
        }
        return head;
    }

    private void follow(List<CodeElement> elements, int from, int call) {
        for (int i = from; i < elements.size(); i++) {
            if (elements.get(i) instanceof LabelTarget target) {
                meet(targets.get(target.label()));
            } else if (elements.get(i) instanceof Instruction instruction && reached) {
                step(instruction);
                if (i == call) {
                    pop();
                    push(true);
                }
            }
        }
    }

    /** Goes on with what may have come from elsewhere; code that was left and that nobody jumps to begins with nothing. */
    private void meet(List<Boolean> other) {
        if (!reached) {
            stack = new ArrayList<>(other == null ? List.of() : other);
        } else if (other != null) {
            stack = either(other, stack);
        }
        reached = true;
    }

    private void push(boolean number) {
        stack.add(number);
    }

    private boolean pop() {
        return !stack.isEmpty() && stack.removeLast();
    }

    private boolean pop(int count) {
        boolean any = false;
        for (int i = 0; i < count; i++) {
            any |= pop();
        }
        return any;
    }

    private void step(Instruction instruction) {
        switch (instruction) {
            case LoadInstruction load -> push(variables.contains(load.slot()));
            case StoreInstruction store -> {
                if (pop()) {
                    variables.add(store.slot());
                } else {
                    variables.remove(store.slot());
                }
            }
            case ConstantInstruction _, NewObjectInstruction _ -> push(false);
            case OperatorInstruction operator -> operate(operator);
            case ConvertInstruction convert -> {
                boolean number = pop();
                push(number && (convert.toType() == TypeKind.DOUBLE || convert.toType() == TypeKind.FLOAT));
            }
            case InvokeInstruction call -> call(call);
            case InvokeDynamicInstruction call -> {
                boolean number = pop(call.typeSymbol().parameterCount());
                goesOn |= number && !call.name().stringValue().startsWith("makeConcat");
                push(false);
            }
            case FieldInstruction field -> {
                boolean puts = field.opcode() == Opcode.PUTFIELD || field.opcode() == Opcode.PUTSTATIC;
                goesOn |= puts && pop();
                if (field.opcode() == Opcode.GETFIELD || field.opcode() == Opcode.PUTFIELD) {
                    pop();
                }
                if (!puts) {
                    push(false);
                }
            }
            case ArrayLoadInstruction _ -> push(pop(2));
            case ArrayStoreInstruction _ -> {
                if (pop(3)) {
                    // The arguments of a call with any number of them lie below; any other array is out of sight.
                    goesOn |= stack.isEmpty();
                    pop();
                    push(true);
                }
            }
            case NewPrimitiveArrayInstruction _, NewReferenceArrayInstruction _ -> {
                pop();
                push(false);
            }
            case TypeCheckInstruction _ -> push(pop());
            case BranchInstruction branch -> branch(branch);
            case LookupSwitchInstruction _, TableSwitchInstruction _, ThrowInstruction _ -> {
                pop();
                reached = false;
            }
            case ReturnInstruction _ -> {
                goesOn |= pop();
                reached = false;
            }
            case StackInstruction shuffle -> shuffle(shuffle.opcode());
            case IncrementInstruction _, NopInstruction _ -> {}
            default -> goesOn = true;
        }
    }

    private void operate(OperatorInstruction operator) {
        switch (operator.opcode()) {
            case DCMPL, DCMPG, FCMPL, FCMPG, LCMP -> {
                pop(2);
                push(false);
            }
            case ARRAYLENGTH -> {
                pop();
                push(false);
            }
            case DNEG, FNEG, INEG, LNEG -> push(pop());
            default -> push(pop(2));
        }
    }

    private void call(InvokeInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        String owner = call.owner().asInternalName();
        boolean number = pop(type.parameterCount());
        if (call.opcode() != Opcode.INVOKESTATIC) {
            number |= pop();
        }
        String result = type.returnType().descriptorString();
        boolean computes = NUMBERS.contains(owner);
        goesOn |= number && !computes && !SHOWING.contains(owner);
        if (!result.equals("V")) {
            push(number && computes && !result.equals("Z") && !result.equals("I") && !result.equals("J"));
        }
    }

    private void leave(Label target) {
        targets.merge(target, new ArrayList<>(stack), NumberFlow::either);
    }

    /** Both stacks in one, where they are of one height. */
    private static List<Boolean> either(List<Boolean> a, List<Boolean> b) {
        List<Boolean> out = new ArrayList<>(b);
        for (int i = 0; i < out.size() && a.size() == b.size(); i++) {
            out.set(i, a.get(i) || b.get(i));
        }
        return out;
    }

    private void branch(BranchInstruction branch) {
        switch (branch.opcode()) {
            case GOTO, GOTO_W -> {
                leave(branch.target());
                reached = false;
            }
            case IF_ICMPEQ, IF_ICMPNE, IF_ICMPLT, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE, IF_ACMPEQ, IF_ACMPNE -> {
                pop(2);
                leave(branch.target());
            }
            default -> {
                pop();
                leave(branch.target());
            }
        }
    }

    private void shuffle(Opcode opcode) {
        switch (opcode) {
            case POP, POP2 -> pop();
            case DUP, DUP2 -> {
                boolean top = pop();
                push(top);
                push(top);
            }
            case DUP_X1, DUP2_X1, DUP_X2, DUP2_X2 -> {
                boolean top = pop();
                boolean second = pop();
                push(top);
                push(second);
                push(top);
            }
            default -> goesOn |= stack.contains(true);
        }
    }
}
