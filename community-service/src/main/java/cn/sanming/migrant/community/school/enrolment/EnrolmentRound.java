package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.Stage;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// When a county takes applications for a school year (报名时间); months count up to the closing day.
@Document("enrolment_rounds")
record EnrolmentRound(
        @Id String id, String district, int schoolYear, Stage stage, LocalDate opensOn, LocalDate closesOn) {}
