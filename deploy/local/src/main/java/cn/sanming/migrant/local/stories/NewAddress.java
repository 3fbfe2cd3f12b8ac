package cn.sanming.migrant.local.stories;

import java.util.List;
import java.util.Map;

/// What the other departments make of a new address, without being told by the family.
final class NewAddress {

    private static final String COMMUNITY = "/api/v1/community/";

    private final ScenarioRunner runner;
    private final String person;
    private final String child;

    NewAddress(ScenarioRunner runner, String person, String child) {
        this.runner = runner;
        this.person = person;
        this.child = child;
    }

    void isKnown() {
        proves();
        vaccinates();
        runner.day("2024-08-20", "the job office looks for work around the new home");
        var profile = runner.eventually(
                "the preferred district",
                () -> runner.get(HomeAndSchool.WORKER, "/api/v1/jobs/seekers/" + person),
                answer -> !answer.body().at("/preferred_districts").isEmpty());
        runner.same(
                "preferred districts",
                "[\"350404\"]",
                profile.body().at("/preferred_districts").toString());
    }

    /// The lease is the registered residence: ten points for a school place.
    private void proves() {
        var proofs = runner.eventually(
                "the residence proof",
                () -> runner.get(HomeAndSchool.WORKER, COMMUNITY + "residence-proofs/mine"),
                answer -> !answer.body().at("/items").isEmpty());
        runner.same("residence proof", "REGISTERED_OR_PUBLIC_RENTAL_LEASE", proofs.text("/items/0/proof"));
        runner.same("in", HomeAndSchool.COUNTY, proofs.text("/items/0/district"));
        runner.same("until", "2029-08-04", proofs.text("/items/0/until"));
        runner.say("the lease counts as registered residence until 2029-08-04");
    }

    /// Nobody says where the child lives: the registered residence names the vaccination unit.
    private void vaccinates() {
        var file = runner.eventually(
                "the vaccination file",
                () -> runner.attempt(HomeAndSchool.WORKER, COMMUNITY + "vaccination-files", wanted()),
                answer -> answer.status() == 201);
        runner.same("vaccination unit in", HomeAndSchool.COUNTY, file.text("/district"));
        runner.same("file due by", "2024-11-05", file.text("/file_due_on"));
        runner.say("vaccination file of the child in 350404, due by 2024-11-05");
        runner.clause("疫苗管理法 art. 47: residence decides, hukou is not asked");
    }

    private Map<String, Object> wanted() {
        return Map.of(
                "child_id",
                child,
                "guardian_ids",
                List.of(person),
                "child_birth",
                SchoolPlace.BORN,
                "arrived_on",
                "2024-08-05");
    }
}
