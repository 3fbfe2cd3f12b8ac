package cn.sanming.migrant.job;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the stories of this room do again and again.
public final class Deeds {

    public static final String VACANCIES = "/api/v1/jobs/vacancies";
    public static final String PUBLISHED = "/api/v1/jobs/published-vacancies";
    public static final Who OFFICER = Who.officer("u-1", null, "HR_OFFICER");

    private Deeds() {}

    public static Who agency(String uscc) {
        return new Who("agency-" + uscc, List.of("AGENCY"), null, null, uscc, null);
    }

    public static Map<String, Object> offer(String uscc, String title, @Nullable String reference) {
        var offer = new HashMap<String, Object>(Map.of(
                "employer_uscc", uscc,
                "district", "350404",
                "title", title,
                "occupation_code", "6-31-01-03",
                "openings", 2,
                "wage_min", "5000.00",
                "wage_max", "6000.00",
                "wage_unit", "MONTH",
                "contact", "人事部"));
        if (reference != null) {
            offer.put("reference", reference);
        }
        return offer;
    }

    /// Drafted, submitted and published; its id.
    public static String published(Api api, String uscc, Map<String, Object> offer) {
        var firm = api.as(Who.firm(uscc));
        var id = firm.post(VACANCIES, offer).text("/id");
        firm.post(VACANCIES + "/" + id + "/submit", null);
        api.as(OFFICER).post(VACANCIES + "/" + id + "/publish", null);
        return id;
    }

    public static Map<String, Object> listed(String uscc) {
        return Map.of(
                "employer_uscc", uscc,
                "persons", List.of(),
                "ground", "CRIME_AMOUNT",
                "listed_on", "2024-03-01",
                "listed_until", "2027-03-01");
    }

    public static Map<String, Object> removed(String uscc) {
        return Map.of("employer_uscc", uscc, "reason", "EARLY", "removed_on", "2024-03-31");
    }

    /// A credit code with the right check character (GB 32100) for tests that need many.
    public static String creditCode(int number) {
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var body = "91350404MA%07d".formatted(number);
        int[] weights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += alphabet.indexOf(body.charAt(i)) * weights[i];
        }
        return body + alphabet.charAt((31 - sum % 31) % 31);
    }
}
