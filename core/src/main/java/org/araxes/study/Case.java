package org.araxes.study;

import java.time.LocalDate;
import java.util.Optional;
import org.araxes.border.Movement;
import org.araxes.network.Terms;
import org.araxes.scenario.Scenario;

/**
 * One question of a study: a movement between two places on a day, in the world as it is or as a
 * scenario has it.
 *
 * @param id its id within the study
 * @param situation what the day and the scenario are called, for people
 * @param scenario what is changed, or empty for the data as they are
 * @param date the day
 * @param terms on which terms
 * @param movementName what the movement is called, for people
 * @param movement what moves
 * @param from id of a region or node
 * @param to id of a region or node
 */
public record Case(
    String id,
    String situation,
    Optional<Scenario> scenario,
    LocalDate date,
    Terms terms,
    String movementName,
    Movement movement,
    String from,
    String to) {}
