package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.imports.RowFaults;
import cn.sanming.migrant.platform.imports.SheetWords;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.reference.sheet.CellFault;
import cn.sanming.migrant.platform.reference.sheet.SheetForm;
import cn.sanming.migrant.platform.reference.sheet.SheetRecord;
import cn.sanming.migrant.platform.web.Bodies;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One row of a file of vacancies: the offer as the API would have got it, or everything that is wrong with it.
record VacancyRow(@Nullable VacancyOffer offer, List<RowFaults.Fault> faults) {

    static final SheetForm FORM = SheetForm.resource(VacancyRow.class, "/sheets/vacancies.yaml");

    private static final JsonMapper JSON = JsonMapper.shared();

    static VacancyRow of(SheetRecord record, Bodies bodies, SheetWords words) {
        var faults = new ArrayList<RowFaults.Fault>();
        record.faults().forEach(fault -> faults.add(words.fault(fault)));
        if (!record.values().isEmpty()) {
            var read = bodies.read(body(record), VacancyOffer.class, false);
            if (faults.isEmpty() && read.value() != null) {
                return new VacancyRow(read.value(), List.of());
            }
            read.faults().stream()
                    .filter(reason -> isNews(record, reason))
                    .forEach(reason -> faults.add(words.fault(reason, place(record, reason))));
        }
        return new VacancyRow(null, faults);
    }

    /// Whether the sheet has said nothing about that column yet.
    private static boolean isNews(SheetRecord record, Reason reason) {
        return record.faults().stream().noneMatch(fault -> ("/" + fault.column()).equals(reason.pointer()));
    }

    static @Nullable CellFault place(SheetRecord record, Reason reason) {
        return reason.pointer() == null
                ? null
                : record.at(reason.pointer().substring(1), reason.code(), reason.required(), reason.found());
    }

    private static JsonNode body(SheetRecord record) {
        var body = JSON.createObjectNode();
        record.values().forEach((key, value) -> {
            switch (FORM.column(key).kind()) {
                case INTEGER -> body.put(key, Integer.parseInt(value));
                case CHOICES -> {
                    var list = body.putArray(key);
                    for (var one : value.split(",")) {
                        list.add(one);
                    }
                }
                case TEXT, NAME, IDENTITY, CREDIT_CODE, CARD, PHONE, MONEY, NUMBER, DATE, DIVISION, CHOICE ->
                    body.put(key, value);
            }
        });
        return body;
    }
}
