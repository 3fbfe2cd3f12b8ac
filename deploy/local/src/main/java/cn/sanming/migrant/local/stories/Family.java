package cn.sanming.migrant.local.stories;

import java.util.List;
import java.util.Map;

/// A family asks for a school place by points and brings only the papers that the city does not have.
record Family(ScenarioRunner runner, String account, String guardian) {

    private static final Map<String, String> PAPERS = Map.of(
            "residence_start", "RESIDENCE_PERMIT",
            "skill_level", "SKILL_CERTIFICATE",
            "housing", "HOUSING_PROOF");

    /// @param declared what the family says of itself, each with its paper
    /// @return the enrolment
    String apply(String child, String born, List<String> choice, Map<String, Object> declared) {
        var wanted = Map.of(
                "child",
                Map.of("child_id", child, "birth_date", born),
                "guardian_ids",
                List.of(guardian),
                "school_year",
                2025,
                "stage",
                "PRIMARY",
                "channel",
                "POINTS",
                "district",
                HomeAndSchool.COUNTY,
                "preferences",
                choice,
                "declared",
                declared);
        var id = runner.post(account, SchoolPlace.COMMUNITY + "enrolments", wanted)
                .text("/id");
        declared.keySet().stream().map(PAPERS::get).forEach(paper -> handsIn(id, paper));
        var complete = runner.get(account, SchoolPlace.ENROLMENTS + id);
        runner.same("papers still asked for", "[]", complete.body().at("/papers_needed"));
        return id;
    }

    private void handsIn(String id, String paper) {
        var reference = Map.of("paper", paper, "reference", "2025-" + paper);
        runner.post(account, SchoolPlace.ENROLMENTS + id + "/hand_in", reference);
    }
}
