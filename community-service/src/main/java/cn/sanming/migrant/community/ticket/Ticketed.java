package cn.sanming.migrant.community.ticket;

import cn.sanming.migrant.platform.cases.CaseAggregate;

/// A case people queue for; its document keeps the line under `tickets` and `returned`.
public interface Ticketed extends CaseAggregate {

    TicketLine line();
}
