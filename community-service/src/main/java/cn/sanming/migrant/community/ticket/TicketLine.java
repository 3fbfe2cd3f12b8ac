package cn.sanming.migrant.community.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of tickets in the order in which they were asked for (排队): the first ones up to the capacity have a
/// place, the others wait. A ticket that is given back moves everybody behind it up by one.
///
/// @param capacity none: everybody has a place
public record TicketLine(@Nullable Integer capacity, List<Ticket> tickets) {

    public TicketLine {
        tickets = List.copyOf(tickets);
    }

    public List<Ticket> holders() {
        return capacity == null || tickets.size() <= capacity ? tickets : tickets.subList(0, capacity);
    }

    public List<Ticket> waiting() {
        return tickets.subList(holders().size(), tickets.size());
    }

    public List<String> personIds() {
        return tickets.stream().map(Ticket::personId).toList();
    }

    public boolean hasPlace(String personId) {
        return holders().stream().anyMatch(ticket -> ticket.personId().equals(personId));
    }

    /// How many stand before this person; -1 for somebody who does not stand here.
    public int before(String personId) {
        return personIds().indexOf(personId);
    }

    /// One for the first who waits; nothing for who has a place or does not stand here.
    public @Nullable Integer waitingNumber(String personId) {
        int before = before(personId);
        int places = holders().size();
        return before < places ? null : before - places + 1;
    }

    /// How many places are left; nothing where there is no limit.
    public @Nullable Integer left() {
        return capacity == null ? null : Math.max(0, capacity - tickets.size());
    }
}
