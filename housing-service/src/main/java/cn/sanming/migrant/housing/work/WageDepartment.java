package cn.sanming.migrant.housing.work;

import java.util.List;
import java.util.Optional;

/// The wage department, asked for one person's jobs; nothing when it does not answer.
public interface WageDepartment {

    Optional<List<Spell>> jobsOf(String personId);
}
