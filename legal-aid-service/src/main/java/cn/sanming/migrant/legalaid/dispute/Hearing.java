package cn.sanming.migrant.legalaid.dispute;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A hearing (开庭): its day, whether by video (智慧仲裁), and the circuit point it is held at.
record Hearing(
        LocalDate on,
        boolean noticeWaived,
        boolean video,
        @Nullable String circuitPointId) {}
