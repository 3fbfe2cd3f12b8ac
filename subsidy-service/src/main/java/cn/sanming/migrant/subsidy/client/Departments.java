package cn.sanming.migrant.subsidy.client;

import cn.sanming.migrant.platform.calls.DepartmentClient;
import cn.sanming.migrant.platform.calls.DepartmentClients;
import cn.sanming.migrant.subsidy.appraisal.CertificateCheck;
import cn.sanming.migrant.subsidy.appraisal.ShortageCheck;
import cn.sanming.migrant.subsidy.employer.BlacklistCheck;
import cn.sanming.migrant.subsidy.proof.PlacementCheck;
import cn.sanming.migrant.subsidy.proof.Proofs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks the other departments. None of the questions fails: silence is an answer too.
final class Departments implements CertificateCheck, ShortageCheck, PlacementCheck, BlacklistCheck {

    private final TrainingDepartment training;
    private final JobDepartment jobs;
    private final WageDepartment wages;
    private final DepartmentClient toTraining;
    private final DepartmentClient toJobs;
    private final DepartmentClient toWages;

    Departments(TrainingDepartment training, JobDepartment jobs, WageDepartment wages, DepartmentClients departments) {
        this.training = training;
        this.jobs = jobs;
        this.wages = wages;
        this.toTraining = departments.to("training-service");
        this.toJobs = departments.to("job-service");
        this.toWages = departments.to("wage-service");
    }

    /// Silence means that our own entitlement decides.
    @Override
    public Answer of(String certificateId) {
        return toTraining.ask(
                () -> switch (training.certificate(certificateId).state()) {
                    case "ISSUED" -> Answer.VALID;
                    case "REVOKED" -> Answer.REVOKED;
                    default -> Answer.UNKNOWN;
                },
                () -> Answer.UNKNOWN);
    }

    @Override
    public Optional<Boolean> onShortageList(String certificateId) {
        return toTraining.ask(
                () -> Optional.ofNullable(training.certificate(certificateId).onShortageList()), Optional::empty);
    }

    /// Silence means that the papers of the agency count.
    @Override
    public Optional<Proofs.Placed> ask(@Nullable String placementId, String person, String employer, String agency) {
        if (placementId == null) {
            return Optional.empty();
        }
        return toJobs.ask(
                () -> Optional.of(jobs.placement(placementId))
                        .filter(found -> found.facts().personId().equals(person))
                        .filter(found -> found.facts().employerUscc().equals(employer))
                        .filter(found -> agency.equals(found.facts().agencyUscc()))
                        .map(found ->
                                new Proofs.Placed(found.id(), found.facts().startOn(), found.endOn())),
                Optional::empty);
    }

    /// Silence means that the employer is taken as not listed until an event says otherwise.
    @Override
    public Optional<Boolean> listed(String uscc) {
        return toWages.ask(() -> Optional.of(wages.standing(uscc).listed()), Optional::empty);
    }
}
