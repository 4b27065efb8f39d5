/* SPDX-License-Identifier: MIT */
#include "intake/tallies.h"

void table_tally(struct table *t, enum tally tally)
{
    if (t->tallies[tally].rows++ == 0)
        t->tallies[tally].line = t->raw.line;
}

bool tallies_tell(struct table *t, struct error *err)
{
    static const struct {
        const char *code, *one, *many;
    } texts[TALLY_COUNT] = {
        [TALLY_UNSPECIFIED_TOOL] = {"unspecified-tool", "row names no tool, nor does its request",
                                    "rows name no tool, nor do their requests"},
        [TALLY_STANCE_UNREAD] = {"stance-unread", "row has wording but no stance: taken as unread",
                                 "rows have wording but no stance: taken as unread"},
        [TALLY_TEXT_ABSENT] = {"text-file-absent",
                               "row names a text_file that cannot be opened in the pack",
                               "rows name a text_file that cannot be opened in the pack"},
        [TALLY_TEXT_IS_LETTER] =
            {"text-file-unread",
             "row has a text_file that is no plain text: `concord classify` reads it",
             "rows have a text_file that is no plain text: `concord classify` reads it"},
        [TALLY_TEXT_IS_NONE] = {"text-file-no-text",
                                "row has a text_file in which there is no text",
                                "rows have a text_file in which there is no text"},
        [TALLY_REGIME_OTHER] =
            {"regime-other",
             "force has no regime that is known here: its exemptions are kept as text",
             "forces have no regime that is known here: their exemptions are kept as text"},
        [TALLY_UNUSED_REFERENCE] =
            {"reference-not-used",
             "row of the reference data is about a force that forces.csv lacks: not used",
             "rows of the reference data are about forces that forces.csv lacks: not used"},
        [TALLY_BOUNDS_CROSS] = {"dates-cross",
                                "row was retrieved before the days that date_published leaves "
                                "possible: it is kept as written",
                                "rows were retrieved before the days that date_published leaves "
                                "possible: they are kept as written"},
    };
    for (int i = 0; i < TALLY_COUNT; i++) {
        int64_t rows = t->tallies[i].rows;
        struct ledger_notice notice = {texts[i].code, t->tallies[i].line, rows};
        if (rows && !ledger_notice(t->account.ledger, &t->account, &notice, err, "%lld %s",
                                   (long long)rows, rows == 1 ? texts[i].one : texts[i].many))
            return false;
    }
    return true;
}
