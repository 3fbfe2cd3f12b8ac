package cn.sanming.migrant.subsidy.bankfile;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.protect.Audit;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.subsidy.disbursement.PaymentBatch;
import cn.sanming.migrant.subsidy.disbursement.PaymentLine;
import cn.sanming.migrant.subsidy.disbursement.PaymentLine.State;
import cn.sanming.migrant.subsidy.disbursement.PaymentLines;
import cn.sanming.migrant.subsidy.disbursement.Tally;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The order to the bank (代发清单): one line a payment and a closing total. The only place where accounts are open text.
@Component
class BankFile {

    private static final Set<State> ORDERED = Set.of(State.SENT, State.PAID, State.FAILED);

    private final PaymentLines lines;
    private final FieldCipher cipher;
    private final Audit audit;

    BankFile(PaymentLines lines, FieldCipher cipher, Audit audit) {
        this.lines = lines;
        this.cipher = cipher;
        this.audit = audit;
    }

    /// Written line by line; the same batch always gives the same file, whatever the bank has answered meanwhile.
    void write(PaymentBatch batch, CommandContext context, OutputStream to) throws IOException {
        audit.read(context, "payees of payment batch " + batch.id(), "bank file of a released batch");
        var out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        out.write(Csv.line("line_ref", "holder", "account", "amount", "purpose"));
        var total = new Tally.Part[] {Tally.Part.NONE};
        try {
            lines.each(batch.id(), ORDERED, line -> {
                append(out, line);
                total[0] = total[0].plus(line.amount());
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.write(Csv.line("TOTAL", total[0].count(), total[0].total()));
        out.flush();
    }

    private void append(BufferedWriter out, PaymentLine line) {
        try {
            out.write(Csv.line(
                    line.ref(),
                    cipher.open(line.holder().cipher()),
                    cipher.open(line.account().cipher()),
                    line.amount(),
                    line.kind()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
