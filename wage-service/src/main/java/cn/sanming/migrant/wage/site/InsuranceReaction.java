package cn.sanming.migrant.wage.site;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// A project has been insured against work injury (按项目参保): one condition of its start is met.
@Component
class InsuranceReaction {

    private final Projects projects;

    InsuranceReaction(Projects projects) {
        this.projects = projects;
    }

    record Insured(String projectId, LocalDate from, LocalDate to) {}

    @OnEvent(value = "wage.insurance.projectinsured", id = "mark-insured-project")
    void insure(Insured insured, Received event) {
        var cover = new ConstructionProject.Cover(event.subject(), insured.from(), insured.to());
        projects.change(insured.projectId(), project -> project.insure(cover));
    }
}
