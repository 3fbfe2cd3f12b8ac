package cn.sanming.migrant.community.venue;

import cn.sanming.migrant.community.opening.WeekHours;
import cn.sanming.migrant.platform.reference.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A house as it enters the register (场馆登记).
///
/// @param price         nothing means free, and nothing else is accepted
/// @param dailyVisitors how many may book one day; none: no booking is needed
record NewVenue(
        @NotBlank @Size(max = 80) String name,
        VenueKind kind,
        VenueLevel level,
        String district,
        @NotBlank @Size(max = 200) String address,
        @Valid WeekHours openHours,
        @Nullable Money price,
        @Nullable @Min(1) Integer dailyVisitors) {}
