/// Disputes before the arbitration commission (劳动争议仲裁): registration, mediation, hearing, award and what becomes of it.
@NullMarked
package cn.sanming.migrant.legalaid.dispute;

import org.jspecify.annotations.NullMarked;
