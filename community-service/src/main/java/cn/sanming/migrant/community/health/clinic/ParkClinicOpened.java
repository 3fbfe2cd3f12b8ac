package cn.sanming.migrant.community.health.clinic;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A park has a working clinic (园区医务室投入使用).
@DomainEvent.Type("community.parkclinic.opened")
record ParkClinicOpened(@JsonIgnore String clinicId, String parkName, String districtCode, LocalDate openedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return clinicId;
    }
}
