package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.housing.unit.Unit;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// What applications need to know of leases.
public interface Tenancies {

    /// A lease that was signed on an application; its id follows from the application, so that it is opened once.
    record Order(
            String applicationId,
            String personId,
            List<String> household,
            Unit unit,
            LocalDate startOn,
            LocalDate endOn) {}

    /// Whether one of these persons lives in a public rental home already.
    boolean anyOpenOf(Collection<String> persons);

    void open(Order order, CommandContext context);
}
