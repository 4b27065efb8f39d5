/* SPDX-License-Identifier: MIT */
#include "derive/passes.h"
#include "deriving.h"
#include "suites.h"
#include "table.h"

enum { NONE = -1 };

/* Two letters of one force about one tool, what was published in between at which level, and the
 * change: kind, positions, certainty of the order, and whether it is unexplained. */
static const struct {
    struct given_fact facts[DERIVING_FACTS];
    int8_t level;
    struct date_interval published;
    const char *change;
} examples[] = {
#define NCND_ON(...)                                                                               \
    {                                                                                              \
        1, 1, 0, 1, STAGE_INITIAL, STANCE_NCND, __VA_ARGS__                                        \
    }
#define CONFIRMED(...)                                                                             \
    {                                                                                              \
        1, 2, 0, 1, STAGE_INITIAL, STANCE_DISCLOSED, __VA_ARGS__                                   \
    }
    {{NCND_ON(ON(10)), CONFIRMED(ON(20))}, NONE, UNDATED, "between ncnd confirm certain certain"},
    {{NCND_ON(ON(20)), CONFIRMED(ON(10))}, NONE, UNDATED, "between confirm ncnd certain certain"},
    /* published after the earlier letter and on or before the later */
    {{NCND_ON(ON(10)), CONFIRMED(ON(20))}, LEVEL_OWN, ON(11), "between ncnd confirm certain no"},
    {{NCND_ON(ON(10)), CONFIRMED(ON(20))}, LEVEL_OWN, ON(20), "between ncnd confirm certain no"},
    {{NCND_ON(ON(10)), CONFIRMED(ON(20))},
     LEVEL_OWN,
     ON(10),
     "between ncnd confirm certain certain"},
    {{NCND_ON(ON(10)), CONFIRMED(ON(20))},
     LEVEL_OWN,
     ON(21),
     "between ncnd confirm certain certain"},
    {{NCND_ON(ON(10)), CONFIRMED(ON(20))},
     LEVEL_OWN,
     {8, 12},
     "between ncnd confirm certain possible"},
    {{NCND_ON({5, 15}), CONFIRMED(ON(20))},
     LEVEL_OWN,
     ON(12),
     "between ncnd confirm certain possible"},
    /* by nobody but the force */
    {{NCND_ON(ON(10)), CONFIRMED(ON(20))},
     LEVEL_COLLABORATION,
     ON(15),
     "between ncnd confirm certain certain"},
    /* dates that overlap, that are the same, that are not known */
    {{NCND_ON({10, 30}), CONFIRMED(ON(20))},
     NONE,
     UNDATED,
     "between ncnd confirm possible possible"},
    {{NCND_ON(ON(20)), CONFIRMED(ON(20))}, NONE, UNDATED, ""},
    {{NCND_ON(UNDATED), CONFIRMED(ON(20))}, NONE, UNDATED, ""},
    /* one line kept; a later stage of one request, whatever was published */
    {{NCND_ON(ON(10)), {1, 2, 0, 1, STAGE_INITIAL, STANCE_NCND, ON(20)}}, NONE, UNDATED, ""},
    {{NCND_ON(ON(10)), {1, 1, 0, 1, STAGE_INTERNAL_REVIEW, STANCE_NOT_HELD, ON(20)}},
     LEVEL_OWN,
     ON(15),
     "review ncnd deny certain certain"},
#undef NCND_ON
#undef CONFIRMED
};

START_TEST(a_change_is_told_and_explained)
{
    struct deriving d;
    struct letters letters;
    struct error err = {0};
    deriving_begin(&d, examples[_i].facts);
    const struct record_entry entry = {1, 1, 1, examples[_i].level, ALWAYS, examples[_i].published};
    const struct record record = {&entry, examples[_i].level == NONE ? 0 : 1};
    ck_assert(letters_build(&d.in, &letters, &err));
    ck_assert(changes_build(&d.in, &record, &letters, &err));
    deriving_check(
        &d,
        "SELECT concat FROM (SELECT kind || ' ' || from_position || ' ' || to_position "
        "|| ' ' || certainty || ' ' || coalesce(unexplained, 'no') AS concat FROM change "
        "ORDER BY change_no)",
        examples[_i].change);
    letters_done(&letters);
    deriving_end(&d);
}
END_TEST

Suite *suite_derive_changes(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("derive/changes", &tcase);
    ADD_TABLE_TEST(tcase, a_change_is_told_and_explained, examples);
    return suite;
}
