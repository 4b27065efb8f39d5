/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/digest.h"

#include <stdlib.h>
#include <unistd.h>

/* From FIPS 180-4's examples. */
static const struct {
    const char *text, *digits;
} digests[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
};

START_TEST(text_whole_and_in_parts)
{
    struct slice text = slice_of(digests[_i].text);
    char whole[DIGEST_BYTES], parts[DIGEST_BYTES];
    digest_slice(text, whole);
    struct digest *digest = digest_new();
    for (size_t i = 0; i < text.length; i++)
        digest_add(digest, (struct slice){text.bytes + i, 1});
    digest_free(digest, parts);
    ck_assert_str_eq(whole, digests[_i].digits);
    ck_assert_str_eq(parts, digests[_i].digits);
}
END_TEST

START_TEST(file_of_many_pieces)
{
    char path[] = "/tmp/concord-digest-XXXXXX", digits[DIGEST_BYTES];
    int file = mkstemp(path);
    ck_assert_int_ge(file, 0);
    char piece[1000];
    memset(piece, 'a', sizeof piece);
    for (int i = 0; i < 1000; i++) /* FIPS 180-4: a million times "a" */
        ck_assert_int_eq(write(file, piece, sizeof piece), sizeof piece);
    close(file);
    struct error err = {0};
    bool is_read = digest_file(path, digits, &err);
    unlink(path);
    ck_assert(is_read);
    ck_assert_str_eq(digits, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
END_TEST

static const char *const unreadable[] = {"/nonexistent/file", "/"};

START_TEST(file_that_cannot_be_read)
{
    struct error err = {0};
    char digits[DIGEST_BYTES];
    ck_assert(!digest_file(unreadable[_i], digits, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.source, unreadable[_i]);
}
END_TEST

START_TEST(an_unfinished_one_is_freed)
{
    digest_free(digest_new(), NULL);
    digest_free(NULL, NULL);
}
END_TEST

Suite *suite_base_digest(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("base/digest", &tcase);
    ADD_TABLE_TEST(tcase, text_whole_and_in_parts, digests);
    tcase_add_test(tcase, file_of_many_pieces);
    ADD_TABLE_TEST(tcase, file_that_cannot_be_read, unreadable);
    tcase_add_test(tcase, an_unfinished_one_is_freed);
    return suite;
}
