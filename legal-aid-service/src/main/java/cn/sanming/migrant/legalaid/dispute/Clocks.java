package cn.sanming.migrant.legalaid.dispute;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// All clocks of a dispute (办案时限), computed by rule ARBITRATION_DEADLINES.
///
/// @param startedOn the day the clock of acceptance runs from: the submission, or the last resubmission after a return
record Clocks(
        LocalDate submittedOn,
        LocalDate startedOn,
        LocalDate acceptByFast,
        LocalDate acceptByStatutory,
        @Nullable Running running) {

    /// The clocks that run from acceptance.
    ///
    /// @param serveBy  papers and the notice of the panel go out (art. 30, 32)
    /// @param answerBy the respondent's answer; waived in the fast track if the respondent agrees
    record Running(
            LocalDate acceptedOn,
            LocalDate serveBy,
            @Nullable LocalDate servedOn,
            LocalDate answerBy,
            boolean answerWaived,
            LocalDate decideByFast,
            LocalDate decideByStatutory,
            LocalDate decideByExtended,
            boolean extended) {

        /// The day that counts by law: 45 days, or 60 once extended.
        LocalDate decideByLaw() {
            return extended ? decideByExtended : decideByStatutory;
        }

        Running served(LocalDate on, LocalDate newAnswerBy) {
            return new Running(
                    acceptedOn,
                    serveBy,
                    on,
                    newAnswerBy,
                    answerWaived,
                    decideByFast,
                    decideByStatutory,
                    decideByExtended,
                    extended);
        }

        Running withAnswerWaived() {
            return new Running(
                    acceptedOn,
                    serveBy,
                    servedOn,
                    answerBy,
                    true,
                    decideByFast,
                    decideByStatutory,
                    decideByExtended,
                    extended);
        }

        Running withExtension() {
            return new Running(
                    acceptedOn,
                    serveBy,
                    servedOn,
                    answerBy,
                    answerWaived,
                    decideByFast,
                    decideByStatutory,
                    decideByExtended,
                    true);
        }
    }

    Clocks with(Running next) {
        return new Clocks(submittedOn, startedOn, acceptByFast, acceptByStatutory, next);
    }
}
