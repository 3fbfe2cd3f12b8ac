package cn.sanming.migrant.subsidy.approval;

import cn.sanming.migrant.platform.kernel.Actor;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// An approval that only lacked money (待资金审批): when more is allocated it is tried again, in the order of publicity.
///
/// @param by the head who approved; nobody else's decision is carried out later
@Document("waiting-approvals")
@CompoundIndex(def = "{'budget': 1, 'publicisedOn': 1, '_id': 1}")
record Waiting(@Id String applicationId, String budget, LocalDate publicisedOn, Actor by) {}
