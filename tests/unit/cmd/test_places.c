/* SPDX-License-Identifier: MIT
 * Which command may write where another has written: only an audit takes a place, and only that of
 * an audit of the same source. What stood there stays whole wherever a command is refused.
 */
#include "running.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include "base/memory.h"

#include <limits.h>
#include <stdlib.h>

/* kent and essex are packs, letters/kent a folder of letters named as the pack, other one more. */
static const char beginning[] =
    "set -u; concord=$1\n"
    "head='response_id,force_id,request_id,tool_id,date_responded,stance,text'\n"
    "mkdir -p kent essex letters/kent letters/other\n"
    "letter='Kent Police\nDate: 14 January 2025\n\nDecision\n\nNo information is held.\n'\n"
    "for p in kent essex; do printf '%s\\nR1,%s,1/24,argus,2024-02-01,ncnd,\\n"
    "R2,%s,1/24,argus,2024-02-02,,\"%s\"\\n' \"$head\" $p $p \"$letter\" >$p/responses.csv; done\n"
    "printf '%s' \"$letter\" >letters/kent/kent-police.txt\n"
    "cp letters/kent/kent-police.txt letters/other\n"
    "audit() { \"$concord\" audit --format csv,json --quiet \"$@\"; }\n"
    "audit_letters() { audit --request 1/24 --tool argus \"$@\"; }\n"
    "classify() { \"$concord\" classify \"$@\" >said; }\n"
    "apply_letters() { classify --request 1/24 --tool argus --apply \"$@\"; }\n"
    "all() { find out | sort; find out -type f -exec cksum {} + | sort; }\n";

static const char *const makers[] = {
    "audit kent",         "audit_letters letters/kent", "classify letters/kent",
    "classify kent",      "classify kent --apply",      "apply_letters letters/kent",
    "mkdir out; : audit",
};

/* Who comes then, and whether it may in the place of each of the makers, in their order. */
static const struct {
    const char *command;
    const char *may; /* y or n for each */
} comers[] = {
    {"audit kent", "ynnnnnn"},
    {"audit essex", "nnnnnnn"},
    {"audit essex --replace", "yynnnnn"},
    {"audit kent --replace", "yynnnnn"},
    {"audit_letters letters/kent", "nynnnnn"},
    {"audit_letters letters/other", "nnnnnnn"},
    {"audit_letters letters/other --replace", "yynnnnn"},
    {"classify kent", "nnnnnnn"},
    {"classify letters/kent", "nnnnnnn"},
    {"classify letters/other", "nnnnnnn"},
    {"classify kent --apply", "nnnnnnn"},
    {"classify essex --apply", "nnnnnnn"},
    {"apply_letters letters/kent", "nnnnnnn"},
    {"classify letters/kent --json", "nnnnnnn"},
    {"classify letters/kent --explain", "nnnnnnn"},
};

static struct support_output run_script(const char *script)
{
    char program[PATH_MAX];
    const char *given = getenv("CONCORD");
    ck_assert_ptr_nonnull(realpath(given ? given : "build/concord", program));
    SCOPED_TEXT whole = memory_print("%s%s", beginning, script);
    const char *const argv[] = {"sh", "-c", whole, "sh", program, NULL};
    return support_run(running_work, NULL, argv);
}

START_TEST(one_command_after_another)
{
    for (size_t i = 0; i < LENGTH_OF(makers); i++) {
        bool may = comers[_i].may[i] == 'y';
        SCOPED_TEXT script =
            memory_print("rm -rf out\n%s -o out || exit 90\nall >before\n%s -o out\ncode=$?\n"
                         "all >after\ncmp -s before after && same=yes || same=no\n"
                         "echo \"after %s: $code, the same: $same\" >&2\n"
                         "ls -A | grep partial && exit 91\n"
                         "[ $code = 0 ] || [ $same = yes ] || exit 92\nexit $code",
                         makers[i], comers[_i].command, makers[i]);
        running_check(run_script(script), may ? 0 : 4, NULL, may ? NULL : "the same: yes");
    }
}
END_TEST

/* What a person has added later keeps the whole folder, whatever is allowed. */
static const struct {
    const char *added, *command;
} additions[] = {
    {"echo x >out/pack/codings.csv", "audit_letters letters/kent"},
    {"echo x >out/pack/codings.csv", "audit_letters letters/kent --replace"},
    {"echo x >out/pack/codings.csv", "audit kent --replace"},
    {"echo x >>out/proposals.csv", "audit_letters letters/kent"},
    {"echo x >>out/pack/responses.csv", "audit_letters letters/kent"},
    {"echo x >out/pack/codings.csv", "classify letters/kent"},
    {"rm out/manifest-sha256.txt", "audit_letters letters/kent --replace"},
    {"rm out/manifest-sha256.txt", "classify letters/kent"},
    {"rm out/summary.json", "classify letters/kent"},
    {"rm -r out/pack", "classify letters/kent"},
    {"mv out elsewhere; ln -s elsewhere out", "classify letters/kent"},
};

START_TEST(what_came_later_stays)
{
    SCOPED_TEXT script =
        memory_print("audit_letters letters/kent -o out || exit 90\n%s\nall >before\n%s -o out\n"
                     "code=$?\nall >after\ncmp before after >&2 || exit 92\nexit $code",
                     additions[_i].added, additions[_i].command);
    running_check(run_script(script), 4, NULL, "replaced");
}
END_TEST

/* What is written as one file does not take the place of a folder. */
static const char *const files[] = {
    "\"$concord\" export other/audit.db --format json --output out",
    "\"$concord\" waive other/audit.db $(\"$concord\" export other/audit.db --format csv | sed -n "
    "'2s/,.*//p') --reason x --by x --output out",
    "\"$concord\" map other/audit.db --output out",
};

START_TEST(a_file_is_not_put_in_the_place_of_an_audit)
{
    SCOPED_TEXT script =
        memory_print("audit kent -o out && audit essex -o other || exit 90\nall >before\n%s "
                     ">said\ncode=$?\nall >after\ncmp before after >&2 || exit 92\n"
                     "[ $code != 0 ] || exit 93",
                     files[_i]);
    running_check(run_script(script), 0, NULL, NULL);
}
END_TEST

Suite *suite_cmd_places(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/places", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, one_command_after_another, comers);
    ADD_TABLE_TEST(tcase, what_came_later_stays, additions);
    ADD_TABLE_TEST(tcase, a_file_is_not_put_in_the_place_of_an_audit, files);
    return suite;
}
