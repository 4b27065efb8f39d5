/* SPDX-License-Identifier: MIT
 * Every suite of the unit tests, one a line: its name and the function that
 * makes it, suite_<module>_<name>.
 */
#ifndef CONCORD_TESTS_UNIT_SUITES_H
#define CONCORD_TESTS_UNIT_SUITES_H

#include <check.h>

#define SUITES(_)                                                                                  \
    _(base_dictionary)                                                                             \
    _(base_digest)                                                                                 \
    _(base_embedded)                                                                               \
    _(base_error)                                                                                  \
    _(base_file)                                                                                   \
    _(base_process)                                                                                \
    _(base_slice)                                                                                  \
    _(base_terminal)                                                                               \
    _(base_text)                                                                                   \
    _(base_utf8)                                                                                   \
    _(domain_address)                                                                              \
    _(domain_citation)                                                                             \
    _(domain_date)                                                                                 \
    _(domain_likeness)                                                                             \
    _(domain_name)                                                                                 \
    _(domain_request_id)                                                                           \
    _(domain_spreadsheet)                                                                          \
    _(domain_vocabulary)                                                                           \
    _(domain_working_days)                                                                         \
    _(derive_chain)                                                                                \
    _(derive_changes)                                                                              \
    _(derive_days)                                                                                 \
    _(derive_deadline)                                                                             \
    _(derive_early)                                                                                \
    _(derive_letters)                                                                              \
    _(derive_pairs)                                                                                \
    _(derive_profiles)                                                                             \
    _(derive_record)                                                                               \
    _(derive_together)                                                                             \
    _(derive_units)                                                                                \
    _(intake_alike)                                                                                \
    _(intake_binding)                                                                              \
    _(intake_cells)                                                                                \
    _(intake_contract)                                                                             \
    _(intake_contradictions)                                                                       \
    _(intake_exemption_sets)                                                                       \
    _(intake_file_digest)                                                                          \
    _(intake_header)                                                                               \
    _(intake_identity)                                                                             \
    _(intake_ledger)                                                                               \
    _(intake_force_hints)                                                                          \
    _(intake_heading)                                                                              \
    _(intake_load)                                                                                 \
    _(intake_names)                                                                                \
    _(intake_pack)                                                                                 \
    _(intake_real_files)                                                                           \
    _(intake_registry)                                                                             \
    _(intake_row_stream)                                                                           \
    _(intake_tool_parents)                                                                         \
    _(intake_value)                                                                                \
    _(measure_measure)                                                                             \
    _(measure_compliance)                                                                          \
    _(measure_evidence)                                                                            \
    _(measure_change)                                                                              \
    _(reader_csv_reader)                                                                           \
    _(reader_damage)                                                                               \
    _(reader_encoding)                                                                             \
    _(geography_boundaries)                                                                        \
    _(report_chart_kind)                                                                           \
    _(report_chart_labels)                                                                         \
    _(report_drawing_text)                                                                         \
    _(report_former)                                                                               \
    _(report_leftovers)                                                                            \
    _(report_outdir)                                                                               \
    _(report_growth)                                                                               \
    _(report_output)                                                                               \
    _(workbook_xlsxcheck)                                                                          \
    _(workbook_xlsxout)                                                                            \
    _(workbook_xlsxtext)                                                                           \
    _(report_picture)                                                                              \
    _(report_template)                                                                             \
    _(stats_accounting)                                                                            \
    _(stats_agreement)                                                                             \
    _(stats_change_tests)                                                                          \
    _(stats_exposure)                                                                              \
    _(stats_interval)                                                                              \
    _(store_bounded_functions)                                                                     \
    _(store_database)                                                                              \
    _(store_phrase_set)                                                                            \
    _(store_row_json)                                                                              \
    _(store_row_map)                                                                               \
    _(store_statements)                                                                            \
    _(store_text_functions)                                                                        \
    _(rules_guard)                                                                                 \
    _(rules_rule_file)                                                                             \
    _(compare_compare)                                                                             \
    _(order_row_order)                                                                             \
    _(order_column_order)                                                                          \
    _(rules_borrowed_wordings)                                                                     \
    _(rules_cases)                                                                                 \
    _(cmd_check)                                                                                   \
    _(cmd_parties)                                                                                 \
    _(cmd_reasons)                                                                                 \
    _(cmd_waive)                                                                                   \
    _(cmd_children)                                                                                \
    _(cmd_rule_header)                                                                             \
    _(cmd_user_rules)                                                                              \
    _(cmd_public)                                                                                  \
    _(cmd_words)                                                                                   \
    _(cmd_letters)                                                                                 \
    _(cmd_messages)                                                                                \
    _(cmd_notes)                                                                                   \
    _(cmd_rulings)                                                                                 \
    _(cmd_numbers)                                                                                 \
    _(cmd_whatif)                                                                                  \
    _(cmd_map)                                                                                     \
    _(cmd_failing_writes)                                                                          \
    _(cmd_formats)                                                                                 \
    _(cmd_export)                                                                                  \
    _(cmd_recomputation)                                                                           \
    _(cmd_killed)                                                                                  \
    _(cmd_periodic)                                                                                \
    _(cmd_replace)                                                                                 \
    _(cmd_options)                                                                                 \
    _(cmd_schema)                                                                                  \
    _(cmd_odd_files)                                                                               \
    _(cmd_program)

#define SUITE_DECLARATION(name) Suite *suite_##name(void);
SUITES(SUITE_DECLARATION)
#undef SUITE_DECLARATION

#endif
