package cn.sanming.migrant.platform.test;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Verdict;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds outcomes and verdicts that nobody looks at: a refused step that is taken for done. Also those that a method
/// reference throws away.
final class DroppedOutcomes {

    private static final Set<ClassDesc> LOOKED_AT = Set.of(
            Outcome.class.describeConstable().orElseThrow(),
            Verdict.class.describeConstable().orElseThrow());

    private DroppedOutcomes() {}

    /// @return one sentence for each
    static List<String> of(JavaClass type) {
        var source = type.getSource().orElse(null);
        if (source == null) {
            return List.of();
        }
        try (var in = source.getUri().toURL().openStream()) {
            return of(ClassFile.of().parse(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> of(ClassModel model) {
        var found = new ArrayList<String>();
        for (var method : model.methods()) {
            method.code().ifPresent(code -> look(model, method, code.elementList(), found));
        }
        return found;
    }

    private static void look(ClassModel model, MethodModel method, List<CodeElement> code, List<String> found) {
        int line = 0;
        for (int i = 0; i < code.size(); i++) {
            var element = code.get(i);
            if (element instanceof LineNumber number) {
                line = number.line();
            } else if (element instanceof InvokeInstruction call
                    && LOOKED_AT.contains(call.typeSymbol().returnType())
                    && isPopped(code, i)) {
                found.add(sentence(model, method, line, call.name().stringValue()));
            } else if (element instanceof InvokeDynamicInstruction made && throwsAway(made)) {
                found.add(sentence(model, method, line, "a method reference"));
            }
        }
    }

    private static boolean isPopped(List<CodeElement> code, int call) {
        for (int i = call + 1; i < code.size(); i++) {
            if (code.get(i) instanceof Instruction next) {
                return next.opcode() == Opcode.POP;
            }
        }
        return false;
    }

    private static boolean throwsAway(InvokeDynamicInstruction made) {
        var arguments = made.bootstrapArgs();
        return arguments.size() >= 3
                && arguments.get(1) instanceof DirectMethodHandleDesc target
                && arguments.get(2) instanceof MethodTypeDesc as
                && as.returnType().descriptorString().equals("V")
                && LOOKED_AT.contains(target.invocationType().returnType());
    }

    private static String sentence(ClassModel model, MethodModel method, int line, String call) {
        return model.thisClass().asInternalName().replace('/', '.') + "."
                + method.methodName().stringValue() + ":" + line + " drops what " + call + " answers";
    }
}
