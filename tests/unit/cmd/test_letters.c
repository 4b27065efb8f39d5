/* SPDX-License-Identifier: MIT
 * One long letter, of what the rules about wording look for or stumble over: the memory that an
 * audit needs is no multiple of it.
 */
#include "base/memory.h"
#include "running.h"
#include "suites.h"
#include "table.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { LETTER_BYTES = 500000 };

static const struct {
    const char *piece;
    int findings; /* of L09 and L14 */
} letters[] = {
    {"no further information is held. ", 1},
    {"confirms and denies further information. ", 1},
    {"Essex Police can neither confirm. ", 1},
    {"Kent Police and Essex Police can neither confirm. ", 0},
    {"Essex Police, ", 0},
    {"ABC DEF ", 0},
    {"your request:\n", 0},
    {"you have have ", 0},
    {"{{{{", 0},
    {"[[[", 0},
    {"\"\"", 0},
    {"a", 0},
    {" ", 0},
    {"\r\n", 0},
    {"e\xcc\x81", 0},
};

static void write_letter(const char *piece)
{
    static const char head[] =
        "response_id,force_id,request_id,tool_id,stance,date_responded,text\n"
        "a,kent,1/24,t,ncnd,2024-01-01,\"x";
    size_t length = strlen(piece), count = LETTER_BYTES / length;
    char *text = memory_new(sizeof head + count * length + 4, 1);
    memcpy(text, head, sizeof head - 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + sizeof head - 1 + i * length, piece, length);
    memcpy(text + sizeof head - 1 + count * length, "\"\n", 2);
    running_write("letter.csv", text);
    free(text);
}

START_TEST(memory_is_linear_in_a_letter)
{
    char program[PATH_MAX];
    const char *given = getenv("CONCORD");
    ck_assert_ptr_nonnull(realpath(given ? given : "build/concord", program));
#ifdef SANITIZED
    const char *limit = "unlimited"; /* the sanitizers take terabytes of addresses */
#else
    const char *limit = "260000";
#endif
    SCOPED_TEXT script = memory_print("ulimit -v %s; '%s' audit letter.csv -o out --format "
                                      "csv,json --quiet",
                                      limit, program);
    write_letter(letters[_i].piece);
    const char *const shell[] = {"sh", "-c", script, NULL};
    running_check(support_run(running_work, NULL, shell), 0, NULL, NULL);
    char *found = running_query("out/audit.db",
                                "SELECT count(*) FROM finding WHERE rule_id IN ('L09', 'L14')");
    ck_assert_int_eq(strtol(found, NULL, 10), letters[_i].findings);
    free(found);
}
END_TEST

Suite *suite_cmd_letters(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/letters", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, memory_is_linear_in_a_letter, letters);
    return suite;
}
