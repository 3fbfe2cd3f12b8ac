/// How long somebody has worked in Sanming (在明工作年限): our own copy of employments, fed by the wage department's
/// events, completed by a question to it, and by papers where it stays silent. Silence never becomes a refusal.
@NullMarked
package cn.sanming.migrant.housing.work;

import org.jspecify.annotations.NullMarked;
