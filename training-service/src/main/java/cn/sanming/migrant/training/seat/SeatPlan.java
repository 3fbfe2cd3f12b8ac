package cn.sanming.migrant.training.seat;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// Who holds the places of one class or competition (名额册), and since when.
///
/// @param id      of the class or competition
/// @param holders enrolments or entries, each with the day it last asked
@Document("seat-plans")
record SeatPlan(@Id String id, int taken, Map<String, LocalDate> holders) {}
