/// Group visits (预约、上门受理): legal aid goes to the workers instead of the workers to the office.
@NullMarked
package cn.sanming.migrant.legalaid.visit;

import org.jspecify.annotations.NullMarked;
