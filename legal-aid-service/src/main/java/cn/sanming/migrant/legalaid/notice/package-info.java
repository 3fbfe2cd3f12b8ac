/// Telling people once what is missing (一次性告知): one rule for applications to the commission and to the legal-aid
/// centre.
@NullMarked
package cn.sanming.migrant.legalaid.notice;

import org.jspecify.annotations.NullMarked;
