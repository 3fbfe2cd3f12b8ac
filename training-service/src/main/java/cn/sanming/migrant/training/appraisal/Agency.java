package cn.sanming.migrant.training.appraisal;

import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// An agency that examines (职业技能鉴定机构), at home or where our workers work.
///
/// @param region where it examines, any district of China
@Document("appraisal-agencies")
record Agency(@Id String uscc, String name, @Indexed String region, List<String> occupationCodes) {

    private static final int CITY = 4;

    /// In the same city: the first four digits of both codes agree.
    boolean examinesIn(String workRegion) {
        return region.regionMatches(0, workRegion, 0, CITY);
    }
}
