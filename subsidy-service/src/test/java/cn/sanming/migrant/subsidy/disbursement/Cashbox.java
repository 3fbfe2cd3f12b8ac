package cn.sanming.migrant.subsidy.disbursement;

import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.subsidy.claim.ApprovedCases;
import cn.sanming.migrant.subsidy.payee.PayeeAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/// What the tests of payments do at the cash desk, with cases that are approved already.
public final class Cashbox extends BatchWindow {

    private final MongoTemplate mongo;
    private final FieldCipher cipher;

    public Cashbox(Api api, MongoTemplate mongo, FieldCipher cipher) {
        super(api);
        this.mongo = mongo;
        this.cipher = cipher;
    }

    /// Approved cases of people who have named their accounts.
    ///
    /// @return the application of each
    public Map<String, String> approved(String district, LocalDate on, List<String> people) {
        mongo.insert(people.stream().map(this::account).toList(), PayeeAccount.class);
        return keep(ApprovedCases.documents(mongo.getConverter(), district, on, people));
    }

    public Map<String, String> keep(List<Document> documents) {
        mongo.getCollection("subsidy-applications").insertMany(documents);
        var applications = new HashMap<String, String>();
        documents.forEach(each -> applications.put(each.getString("applicantId"), each.getString("_id")));
        return applications;
    }

    public PayeeAccount account(String person) {
        return new PayeeAccount(
                person,
                cipher.protect("王" + person),
                cipher.protect("62284803" + Math.abs(person.hashCode())),
                "0000",
                Instant.parse("2024-01-01T00:00:00Z"));
    }
}
