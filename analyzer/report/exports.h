/* SPDX-License-Identifier: MIT
 * The tables of an audit that can be exported. The list stands here alone: each is a CSV file
 * of the output, a sheet of the workbook and an argument of `concord export`, in this order.
 */
#ifndef CONCORD_REPORT_EXPORTS_H
#define CONCORD_REPORT_EXPORTS_H

#include "store/statements.h"
#include "workbook/xlsxout.h"

/* What stands before it in a list of their names; its name; its statement, and that of JSON
 * where it is another; of its sheet the title, what it holds, and what to say where it is
 * empty. */
#define EXPORT_TABLES(_)                                                                           \
    _("", "findings", STATEMENT("export_findings"), STATEMENT("export_findings_json"), "Findings", \
      "Each inconsistency that was found, the most severe first.", "Nothing was found.")           \
    _(", ", "matters", STATEMENT("export_matters"), NULL, "Matters",                               \
      "The open findings that report one fact, as one row; the gravest first.",                    \
      "Nothing is open.")                                                                          \
    _(", ", "matrix", STATEMENT("export_matrix"), NULL, "Matrix of answers",                       \
      "Each response: its position, and whether it follows advice.", "There is no response.")      \
    _(", ", "letters", STATEMENT("export_letters"), NULL, "Letters",                               \
      "Each question of each letter: what it says, cites and took, and how it stands.",            \
      "There is no response.")                                                                     \
    _(", ", "citation-faults", STATEMENT("export_citation_faults"), NULL, "Citation faults",       \
      "Letter by letter what is wrong with the exemptions cited.",                                 \
      "No fault was found in what letters cite.")                                                  \
    _(", ", "deadlines", STATEMENT("export_deadlines"), NULL, "Deadlines",                         \
      "Answers and orders that are due, and those that are overdue.",                              \
      "Nothing is known to be due.")                                                               \
    _(", ", "moves", STATEMENT("export_moves"), NULL, "Moves",                                     \
      "Forces whose position moved, between audits and from letter to letter.",                    \
      "No force is known to have moved.")                                                          \
    _(", ", "both", STATEMENT("export_both"), NULL, "Confirmation and NCND",                       \
      "Forces that gave both a confirmation and an NCND about a tool or its family.",              \
      "No force gave both.")                                                                       \
    _(", ", "silences", STATEMENT("export_silences"), NULL, "Kinds of silence",                    \
      "Forces of which no position is known, and why: not asked, asked and no answer known ...",   \
      "Of every force that was asked a position is known.")                                        \
    _(", ", "timeline", STATEMENT("export_timeline"), NULL, "Timeline",                            \
      "Everything in order of time, with what became inconsistent.",                               \
      "There is no response, no acknowledgement and no ruling.")                                   \
    _(", ", "rulings", STATEMENT("export_rulings"), NULL, "Rulings",                               \
      "What the regulator, tribunals and courts decided, in order of time.",                       \
      "No ruling is known.")                                                                       \
    _(", ", "likeness", STATEMENT("export_likeness"), NULL, "Likeness of wordings",                \
      "How far the wordings of answers to one question are the same.",                             \
      "No two answers to one question have a text.")                                               \
    _(", ", "rejects", STATEMENT("export_rejects"), NULL, "Rejected rows",                         \
      "Rows of the pack that could not be read and take no part.", "No row was rejected.")         \
    _(", ", "forces", STATEMENT("export_forces"), NULL, "Forces",                                  \
      "Each force and tool: position, letters, findings, figures.",                                \
      "No force has a letter or a public position.")                                               \
    _(", ", "complaint-risk", STATEMENT("export_complaint_risk"), NULL, "Complaint risk",          \
      "The findings that make up the complaint risk of each force.",                               \
      "No finding counts for the complaint risk.")                                                 \
    _(", ", "exposure", STATEMENT("export_exposure"), NULL, "Exposure",                            \
      "What the answers about each tool give away.", "There is no tool with a response.")          \
    _(", ", "whatif", STATEMENT("export_whatif"), NULL, "What if",                                 \
      "What a change of one public position would give away.",                                     \
      "There is no public position to change.")                                                    \
    _(", ", "corrections", STATEMENT("export_corrections"), NULL, "Best corrections",              \
      "The one letter each whose change would help most.",                                         \
      "No single correction would lower anything.")                                                \
    _(", ", "agreement", STATEMENT("export_agreement"), NULL, "Agreement on questions",            \
      "How far forces agree on a question with two answers or more.",                              \
      "No question has two answers.")                                                              \
    _(", ", "tool-agreement", STATEMENT("export_tool_agreement"), NULL, "Agreement on tools",      \
      "Measures of agreement about each tool, with intervals.",                                    \
      "There is no tool to measure agreement on.")                                                 \
    _(" or ", "change-tests", STATEMENT("export_change_tests"), NULL, "Tests of change",           \
      "Whether positions and conformance changed, and how far.", "There was nothing to test.")

/* "findings, matrix ... or change-tests" */
#define EXPORT_NAME(separator, name, ...) separator name
#define EXPORT_NAMES_IN_WORDS             EXPORT_TABLES(EXPORT_NAME)

struct export_table {
    struct xlsxout_table sheet; /* its name, its statement and its words */
    const char *json_statement; /* NULL: JSON has the rows of CSV, and is no file of the output */
};

const struct export_table *export_tables(size_t *ret_count);
const struct export_table *export_table_find(const char *name);

#endif
