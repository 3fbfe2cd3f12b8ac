/// What fills the record of an employer: arrears found and cleared, plates granted and revoked.
@NullMarked
package cn.sanming.migrant.wage.integrity.messaging;

import org.jspecify.annotations.NullMarked;
