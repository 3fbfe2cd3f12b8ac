package cn.sanming.migrant.wage.blacklist;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// A person who answers for the arrears with the unit (法定代表人、直接责任人); public by law once listed, by name and role only.
public record ResponsiblePerson(
        @NotBlank @Size(max = 60) String name,
        @NotBlank @Size(max = 60) String role) {}
