/* SPDX-License-Identifier: MIT
 * The digest of an input file is that of its bytes, whatever they are and whether or not a
 * thread works it out. The digests expected are those of sha256sum.
 */
#include "suites.h"
#include "table.h"

#include "base/memory.h"
#include "intake/file_digest.h"
#include "intake/loading.h"

#include <stdlib.h>

#define OF_NOTHING "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

static const struct {
    struct slice bytes;
    const char *digits;
} texts[] = {
    {{NULL, 0}, OF_NOTHING},
    {BYTES(""), OF_NOTHING},
    {BYTES("a,b\n1,2\n"), "492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470"},
    {BYTES("a,b\n1,2"), "aeedab1ee7a1043753c9ab768594bc8420d7b85491d0be9421edc3813c237f4c"},
    {BYTES("\xef\xbb\xbf"
           "a,b\n"),
     "a229c873df024e747f06d68bc5245c43da26c74cb92b1faa416405a9ebce593f"},
    {BYTES("\0\0"), "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"},
};

START_TEST(digest_of_bytes)
{
    struct file_digest digest;
    char out[DIGEST_BYTES];
    file_digest_start(&digest, texts[_i].bytes);
    file_digest_end(&digest, out);
    ck_assert_str_eq(out, texts[_i].digits);
}
END_TEST

/* So many "a": around the size from which a file has a thread, and far above. */
static const struct {
    size_t bytes;
    const char *digits;
} sizes[] = {
    {(1 << 20) - 1, "3311ea1faad557de3899e89a39076c69d9d0cc5b4cff56a0b61339f487395d56"},
    {1 << 20, "9bc1b2a288b26af7257a36277ae3816a7d4f16e89c1e7e77d0a5c48bad62b360"},
    {(1 << 20) + 1, "4a3f0c0c213adea174f9a3d4c13177315b588bdb2e9c1012d3d0bf0453ca0f6a"},
    {3 << 20, "6f850bc94ae6f7de14297c01616c36d712d22864497b28a63b81d776b035e656"},
};

/* All at once, and ended in the order in which they did not begin. */
START_TEST(several_at_a_time)
{
    struct file_digest digests[LENGTH_OF(sizes)];
    char *bytes = memory_new(sizes[LENGTH_OF(sizes) - 1].bytes, 1);
    memset(bytes, 'a', sizes[LENGTH_OF(sizes) - 1].bytes);
    for (size_t i = 0; i < LENGTH_OF(sizes); i++)
        file_digest_start(&digests[i], (struct slice){bytes, sizes[i].bytes});
    for (size_t i = LENGTH_OF(sizes); i-- > 0;) {
        char out[DIGEST_BYTES];
        file_digest_end(&digests[i], out);
        ck_assert_str_eq(out, sizes[i].digits);
    }
    free(bytes);
}
END_TEST

/* What audit.db tells of a file is the digest of what stands in the folder: as it is encoded,
 * with its ends of lines, and without what is not there. */
#define HEADER "response_id,force_id,request_id,stance"
#define ROW    "a,kent,1/24,ncnd"
static const struct {
    struct slice bytes;
    const char *digits;
} files[] = {
    {BYTES(HEADER "\n"), "ce87f946ed7b0d4600f34e100b06811b983f4478e83fa56601bab5253dc97f45"},
    {BYTES(HEADER "\n" ROW "\n"),
     "56ad313e3abef1b4ac40c16c482adcc48e7d5d81d54c3ec90fdcd45d099dc717"},
    {BYTES(HEADER "\n" ROW), "b958c873caf91ae77a75c7bc252ac7d323e61838dba6ad6c272279fd8bd1ccef"},
    {BYTES(HEADER "\r\n" ROW "\r\n"),
     "6f6284ef5cf6931df468cc4e8bfe5d44ee07af5e8edf11fdb3fc34ff50ed7d07"},
    {BYTES("\xef\xbb\xbf" HEADER "\n"),
     "b4605b2d3acf57960dc59e02694b63ad506a683ca8b5e05ea4288ef4ac896aea"},
};

START_TEST(digest_of_a_file)
{
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", files[_i].bytes.bytes, files[_i].bytes.length);
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l, "SELECT sha256 FROM input_file WHERE origin = 'pack'", files[_i].digits);
    loading_assert(&l, "SELECT 1 FROM input_file WHERE sha256 = '" OF_NOTHING "'", "");
    loading_end(&l);
}
END_TEST

Suite *suite_intake_file_digest(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/file_digest", &tcase);
    ADD_TABLE_TEST(tcase, digest_of_bytes, texts);
    tcase_add_test(tcase, several_at_a_time);
    ADD_TABLE_TEST(tcase, digest_of_a_file, files);
    return suite;
}
