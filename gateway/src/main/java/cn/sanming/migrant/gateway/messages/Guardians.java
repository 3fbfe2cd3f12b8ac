package cn.sanming.migrant.gateway.messages;

import java.util.List;

/// Who looks after a child that got a school place; only the school department knows.
public interface Guardians {

    sealed interface Answer {

        record Known(List<String> workerIds) implements Answer {}

        /// There is no such enrolment.
        record Nobody() implements Answer {}

        /// The department does not answer now.
        record Silent() implements Answer {}
    }

    Answer of(String enrolment);
}
