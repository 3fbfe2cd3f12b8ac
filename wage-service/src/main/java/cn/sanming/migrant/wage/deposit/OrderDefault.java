package cn.sanming.migrant.wage.deposit;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// An order to pay that was defaulted (逾期未支付的责令), as an event told us: only such an order may draw a deposit.
@Document("defaulted_orders")
record OrderDefault(@Id String orderId, String caseId, String employerUscc, Money outstanding, LocalDate dueOn) {}
