/// Flats and beds (房源): every single thing that is let or sold, down to the bed, and who holds it. A unit changes
/// hands only by one conditional write, so that nobody gets a bed twice.
@NullMarked
package cn.sanming.migrant.housing.unit;

import org.jspecify.annotations.NullMarked;
