/// What the city already knows of a family (部门已有信息): leases, certificates, honours, work and residence, kept from
/// the news of the other departments, so that nobody is asked for a paper that the city has.
@NullMarked
package cn.sanming.migrant.community.school.known;

import org.jspecify.annotations.NullMarked;
