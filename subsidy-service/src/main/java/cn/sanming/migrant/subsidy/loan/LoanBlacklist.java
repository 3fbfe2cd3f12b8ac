package cn.sanming.migrant.subsidy.loan;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import java.time.Clock;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Joint punishment (联合惩戒) reaches loans that are not paid out yet: they stand still and go on from where they stood.
@Component
class LoanBlacklist {

    private final MongoTemplate mongo;
    private final Cases cases;
    private final LoanDesk desk;
    private final EmployerRegister employers;
    private final Clock clock;

    record News(String employerUscc) {}

    LoanBlacklist(MongoTemplate mongo, Cases cases, LoanDesk desk, EmployerRegister employers, Clock clock) {
        this.mongo = mongo;
        this.cases = cases;
        this.desk = desk;
        this.employers = employers;
        this.clock = clock;
    }

    @OnEvent(value = "wage.blacklist.listed", id = "stop-loans-of-blacklisted")
    void listed(News news, Received event) {
        if (employers.note(news.employerUscc(), true, event.time(), event.id())) {
            fire(LoanDesk.SUSPEND, news.employerUscc(), event.react(clock.instant()));
        }
    }

    @OnEvent(value = "wage.blacklist.removed", id = "allow-loans-of-cleared")
    void removed(News news, Received event) {
        if (employers.note(news.employerUscc(), false, event.time(), event.id())) {
            fire(LoanDesk.RESUME, news.employerUscc(), event.react(clock.instant()));
        }
    }

    /// A loan that is paid out already refuses, and stays as it is.
    private void fire(Command<GuaranteedLoan, LoanDesk.Listing> command, String uscc, CommandContext context) {
        var whose = new Criteria()
                .orOperator(
                        Criteria.where("borrowerId").is(uscc),
                        Criteria.where("request.businessUscc").is(uscc));
        mongo.find(Query.query(whose), GuaranteedLoan.class)
                .forEach(loan -> cases.fire(loan.id(), command, new LoanDesk.Listing(uscc), context)
                        .orRetry());
    }
}
