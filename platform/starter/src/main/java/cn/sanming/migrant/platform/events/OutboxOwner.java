package cn.sanming.migrant.platform.events;

/// A document that owes events (发件箱所在文档): its outbox is saved in the same write as the change that caused them.
public interface OutboxOwner {

    String id();

    Outbox outbox();
}
