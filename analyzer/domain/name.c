/* SPDX-License-Identifier: MIT */
#include "domain/name.h"

#include <stdint.h>
#include <stdlib.h>
#include <utf8proc.h>

/* One kind of space, dash and apostrophe. Done before NFKC, which would turn
 * the acute accent U+00B4 into a space and a combining mark. */
static utf8proc_int32_t unify(utf8proc_int32_t character, void *unused)
{
    static const utf8proc_int32_t apostrophes[] = {'`',    0xb4,   0x2b9,  0x2bb,  0x2bc, 0x2bd,
                                                   0x2018, 0x2019, 0x201b, 0x2032, 0xff07};
    (void)unused;
    for (size_t i = 0; i < sizeof apostrophes / sizeof apostrophes[0]; i++) {
        if (character == apostrophes[i])
            return '\'';
    }
    if (character == 0x2212)
        return '-';
    utf8proc_category_t category = utf8proc_category(character);
    if (category == UTF8PROC_CATEGORY_PD)
        return '-';
    if (category == UTF8PROC_CATEGORY_ZS)
        return ' ';
    return character;
}

static bool is_ascii(struct slice s)
{
    for (size_t i = 0; i < s.length; i++) {
        if ((unsigned char)s.bytes[i] > 0x7f)
            return false;
    }
    return true;
}

/* The folded text on the heap, or NULL where the text is ASCII or no UTF-8. */
static char *map_unicode(struct slice text)
{
    if (is_ascii(text))
        return NULL;
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_option_t options = UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_STABLE |
                                UTF8PROC_IGNORE | UTF8PROC_STRIPCC | UTF8PROC_CASEFOLD;
    utf8proc_ssize_t length =
        utf8proc_map_custom((const utf8proc_uint8_t *)text.bytes, (utf8proc_ssize_t)text.length,
                            &mapped, options, unify, NULL);
    return length < 0 ? NULL : (char *)mapped;
}

struct writer {
    char *out;
    size_t used, length; /* kept, and in all */
    char last;
    uint64_t hash; /* FNV-1a of all */
};

static void put(struct writer *w, char byte)
{
    if (byte == ' ' && (w->length == 0 || w->last == ' '))
        return;
    w->hash = (w->hash ^ (unsigned char)byte) * 0x100000001b3U;
    w->last = byte;
    w->length++;
    if (w->used < NAME_BYTES - 1)
        w->out[w->used++] = byte;
}

static void put_folded(struct writer *w, char byte)
{
    if (byte == '&') {
        for (const char *and = " and "; *and; and++)
            put(w, *and);
        return;
    }
    if (byte >= 'A' && byte <= 'Z')
        byte = (char)(byte - 'A' + 'a');
    if (byte == '`')
        byte = '\'';
    put(w, (byte >= '\t' && byte <= '\r') ? ' ' : byte);
}

/* A cut must not leave the beginning of a character. */
static void end_with_digest(struct writer *w)
{
    enum { DIGEST = 16 };
    static const char digits[DIGEST] = "0123456789abcdef";
    size_t end = NAME_BYTES - 1 - DIGEST - 1;
    while (end > 0 && ((unsigned char)w->out[end] & 0xc0) == 0x80)
        end--;
    w->out[end++] = '#';
    for (int shift = 60; shift >= 0; shift -= 4)
        w->out[end++] = digits[w->hash >> shift & 15];
    w->used = end;
}

void name_fold(struct slice text, char out[NAME_BYTES])
{
    char *mapped = map_unicode(text);
    struct slice source = mapped ? slice_of(mapped) : text;
    struct writer w = {.out = out, .hash = 0xcbf29ce484222325U};
    for (size_t i = 0; i < source.length; i++)
        put_folded(&w, source.bytes[i]);
    free(mapped);
    if (w.length > w.used)
        end_with_digest(&w);
    if (w.used > 0 && out[w.used - 1] == ' ')
        w.used--;
    out[w.used] = '\0';
}

size_t name_one_space(struct slice text, char *out)
{
    size_t length = 0;
    for (size_t i = 0; i < text.length;) {
        utf8proc_int32_t character = -1;
        utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)text.bytes + i,
                                                  (utf8proc_ssize_t)(text.length - i), &character);
        size_t taken = bytes > 0 ? (size_t)bytes : 1;
        bool is_space = utf8proc_category(character) == UTF8PROC_CATEGORY_ZS ||
                        (character >= '\t' && character <= '\r');
        if (is_space && length && out[length - 1] != ' ')
            out[length++] = ' ';
        if (!is_space && !(bytes > 0 && utf8proc_get_property(character)->ignorable)) {
            memcpy(out + length, text.bytes + i, taken);
            length += taken;
        }
        i += taken;
    }
    return length && out[length - 1] == ' ' ? length - 1 : length;
}

bool name_drop_parenthesis(char folded[NAME_BYTES])
{
    size_t length = strlen(folded);
    if (length == 0 || folded[length - 1] != ')')
        return false;
    size_t start = length - 1;
    for (int depth = 1; depth > 0 && start > 0;) {
        start--;
        depth += (folded[start] == ')') - (folded[start] == '(');
    }
    while (start > 0 && folded[start - 1] == ' ')
        start--;
    if (start == 0)
        return false;
    folded[start] = '\0';
    return true;
}

static int least(int a, int b, int c)
{
    int ab = a < b ? a : b;
    return ab < c ? ab : c;
}

int name_distance(const char *a, const char *b, int limit)
{
    size_t length_a = strlen(a), length_b = strlen(b);
    size_t gap = length_a > length_b ? length_a - length_b : length_b - length_a;
    if (length_a >= NAME_BYTES || length_b >= NAME_BYTES || gap > (size_t)limit)
        return limit + 1;

    int16_t row[NAME_BYTES]; /* row[j]: the distance of a's first i bytes to b's first j */
    for (size_t j = 0; j <= length_b; j++)
        row[j] = (int16_t)j;
    for (size_t i = 1; i <= length_a; i++) {
        /* Further from the diagonal than the limit, every distance is above it. */
        size_t first = i > (size_t)limit ? i - (size_t)limit : 1;
        size_t last = i + (size_t)limit < length_b ? i + (size_t)limit : length_b;
        int diagonal = row[first - 1];
        row[first - 1] = (int16_t)(first == 1 ? (int)i : limit + 1);
        int best = row[first - 1];
        for (size_t j = first; j <= last; j++) {
            int change = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = (int16_t)least(change, row[j] + 1, row[j - 1] + 1);
            best = row[j] < best ? row[j] : best;
        }
        if (best > limit)
            return limit + 1;
    }
    return row[length_b] > limit ? limit + 1 : row[length_b];
}

struct nearest_name nearest_begin(const char *wanted)
{
    enum { MOST = 3 };
    size_t half = strlen(wanted) / 2;
    return (struct nearest_name){.wanted = wanted, .limit = half < MOST ? (int)half : MOST};
}

/* Every letter of the one in the other, as often. */
static bool has_same_letters(const char *a, const char *b)
{
    int counts[256] = {0};
    for (; *a; a++)
        counts[(unsigned char)*a]++;
    for (; *b; b++)
        counts[(unsigned char)*b]--;
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
        if (counts[i])
            return false;
    return true;
}

/* A small share of the word, or letters in another order: two other letters of four make
 * another word. */
static bool is_slip(const char *wanted, const char *name, int distance)
{
    return 3 * (size_t)distance <= strlen(wanted) || has_same_letters(wanted, name);
}

bool nearest_offer(struct nearest_name *nearest, const char *name)
{
    if (nearest->limit < 0)
        return false;
    int distance = name_distance(nearest->wanted, name, nearest->limit);
    if (distance > nearest->limit || !is_slip(nearest->wanted, name, distance))
        return false;
    nearest->limit = distance - 1;
    nearest->name = name;
    return true;
}
