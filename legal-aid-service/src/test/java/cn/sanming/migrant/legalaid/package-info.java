/// What the department of legal aid promises, as tests.
@NullMarked
package cn.sanming.migrant.legalaid;

import org.jspecify.annotations.NullMarked;
