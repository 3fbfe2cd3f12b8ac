package cn.sanming.migrant.gateway.messages.client;

import cn.sanming.migrant.gateway.messages.Guardians;
import cn.sanming.migrant.platform.calls.DepartmentClient;
import feign.FeignException;

/// Asks the school department for the guardians; while it is silent the message waits.
final class GuardianClient implements Guardians {

    private final Enrolments enrolments;
    private final DepartmentClient department;

    GuardianClient(Enrolments enrolments, DepartmentClient department) {
        this.enrolments = enrolments;
        this.department = department;
    }

    @Override
    public Answer of(String enrolment) {
        return department.ask(() -> asked(enrolment), Answer.Silent::new);
    }

    private Answer asked(String enrolment) {
        try {
            return new Answer.Known(enrolments.of(enrolment).guardianIds());
        } catch (FeignException.NotFound _) { // an answer too
            return new Answer.Nobody();
        }
    }
}
