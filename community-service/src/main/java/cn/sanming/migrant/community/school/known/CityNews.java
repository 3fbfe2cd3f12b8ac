package cn.sanming.migrant.community.school.known;

import cn.sanming.migrant.community.school.known.CityFact.Kind;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The news of the other departments that spare a family a paper. Each entry is an upsert under the id of the thing.
@Component
class CityNews {

    /// A revoked certificate has never counted.
    private static final LocalDate NEVER = LocalDate.EPOCH;

    private final CityRecords records;

    record Lease(String personId, List<String> household, String districtCode, LocalDate startOn, LocalDate endOn) {}

    record LeaseEnd(String personId, LocalDate endedOn) {}

    record Certificate(
            String personId, String kind, @Nullable Integer level, LocalDate issuedOn) {}

    record Revocation(String personId) {}

    record Honour(String personId, LocalDate grantedOn) {}

    record Contract(String personId, LocalDate startOn) {}

    record Registration(String personId, String districtCode, LocalDate registeredOn, LocalDate residenceStart) {}

    CityNews(CityRecords records) {
        this.records = records;
    }

    /// The registered residence: ten points, without a lease contract on paper.
    @OnEvent(value = "housing.lease.signed", id = "note-moved-in")
    void leased(Lease lease, Received event) {
        var people = Stream.concat(Stream.of(lease.personId()), lease.household().stream())
                .distinct()
                .toList();
        enter(
                event,
                Kind.LEASE,
                people,
                lease.districtCode(),
                lease.startOn(),
                lease.endOn().plusDays(1),
                null);
    }

    @OnEvent(value = "housing.lease.ended", id = "note-moved-out")
    void left(LeaseEnd end, Received event) {
        enter(event, Kind.LEASE, List.of(end.personId()), null, null, end.endedOn(), null);
    }

    @OnEvent(value = "training.certificate.issued", id = "note-certificate")
    void certified(Certificate certificate, Received event) {
        if (certificate.kind().equals("SKILL_LEVEL") && certificate.level() != null) {
            enter(
                    event,
                    Kind.CERTIFICATE,
                    List.of(certificate.personId()),
                    null,
                    certificate.issuedOn(),
                    null,
                    certificate.level());
        }
    }

    @OnEvent(value = "training.certificate.revoked", id = "forget-certificate")
    void revoked(Revocation revocation, Received event) {
        enter(event, Kind.CERTIFICATE, List.of(revocation.personId()), null, null, NEVER, null);
    }

    /// Ten points for the children of an honoured worker (优秀农民工).
    @OnEvent(value = "supervision.honour.granted", id = "note-honour")
    void honoured(Honour honour, Received event) {
        enter(event, Kind.HONOUR, List.of(honour.personId()), null, honour.grantedOn(), null, null);
    }

    @OnEvent(value = "wage.contract.signed", id = "note-employed")
    void employed(Contract contract, Received event) {
        enter(event, Kind.CONTRACT, List.of(contract.personId()), event.district(), contract.startOn(), null, null);
    }

    @OnEvent(value = "job.unemployment.registered", id = "note-unemployed")
    void registered(Registration registration, Received event) {
        enter(
                event,
                Kind.RESIDENCE,
                List.of(registration.personId()),
                registration.districtCode(),
                registration.residenceStart(),
                null,
                null);
    }

    private void enter(
            Received event,
            Kind kind,
            List<String> people,
            @Nullable String district,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer level) {
        records.enter(new CityFact(
                kind.name() + '|' + event.subject(),
                null,
                kind,
                event.sequence(),
                people,
                district,
                from,
                until,
                level));
    }
}
