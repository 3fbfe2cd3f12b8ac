/// The law of labour disputes as rules (劳动争议调解仲裁法): fast track, deadlines, groups, final awards, limitation, place.
@NullMarked
package cn.sanming.migrant.legalaid.arbitration;

import org.jspecify.annotations.NullMarked;
