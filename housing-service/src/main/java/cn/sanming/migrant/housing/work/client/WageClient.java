package cn.sanming.migrant.housing.work.client;

import cn.sanming.migrant.housing.work.Spell;
import cn.sanming.migrant.housing.work.WageDepartment;
import cn.sanming.migrant.platform.calls.DepartmentClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the wage department for jobs, and for the pension months that an employer paid: they prove work as well
/// (养老保险 缴费月份). Without the jobs there is no answer; without the pension months there is one.
final class WageClient implements WageDepartment {

    private static final String BY_EMPLOYER = "EMPLOYEE_PENSION";
    private static final int MOST = 200;

    private final WagePersons wages;
    private final DepartmentClient department;

    WageClient(WagePersons wages, DepartmentClient department) {
        this.wages = wages;
        this.department = department;
    }

    @Override
    public Optional<List<Spell>> jobsOf(String personId) {
        var jobs = department.ask(
                () -> Optional.of(wages.employments(personId)), Optional::<WagePersons.Employments>empty);
        return jobs.map(found -> {
            var spells = new ArrayList<Spell>();
            found.items()
                    .forEach(job -> spells.add(new Spell(
                            job.period().from(),
                            job.period().to(),
                            job.employerUscc(),
                            job.district(),
                            Spell.Source.EMPLOYMENT)));
            spells.addAll(insured(personId));
            return List.copyOf(spells);
        });
    }

    private List<Spell> insured(String personId) {
        return department.ask(
                () -> wages.insurances(personId, BY_EMPLOYER, MOST).items().stream()
                        .filter(record -> record.employerUscc() != null)
                        .map(record -> new Spell(
                                record.from(),
                                record.to() == null ? null : record.to().plusDays(1),
                                record.employerUscc(),
                                record.district(),
                                Spell.Source.INSURANCE))
                        .toList(),
                List::of);
    }
}
