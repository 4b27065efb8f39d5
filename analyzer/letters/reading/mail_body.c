/* SPDX-License-Identifier: MIT */
#include "letters/reading/mail_body.h"

#include "base/memory.h"
#include "letters/reading/formats.h"
#include "letters/reading/unreadable.h"

#include <stdlib.h>
#include <strings.h>

enum { DEPTH_MAX = 20 }; /* of containers in a message: three are usual */

struct search {
    struct mail_body *body;
    size_t most;
    char **ret_reason;
};

static bool is_type(GMimeObject *object, const char *type, const char *subtype)
{
    return g_mime_content_type_is_type(g_mime_object_get_content_type(object), type, subtype);
}

static bool is_attached(GMimeObject *object)
{
    const char *disposition = g_mime_object_get_disposition(object);
    return disposition && strcasecmp(disposition, "attachment") == 0;
}

static bool is_words(GMimeObject *object)
{
    return GMIME_IS_PART(object) && !is_attached(object) &&
           (is_type(object, "text", "plain") || is_type(object, "text", "html"));
}

/* Pictures within the text, signatures, cards of addresses. */
static bool is_ornament(GMimeObject *object)
{
    bool is_shown = is_type(object, "image", "*") &&
                    (!is_attached(object) || g_mime_object_get_content_id(object));
    return is_shown || is_type(object, "application", "pgp-signature") ||
           is_type(object, "application", "pkcs7-signature") ||
           is_type(object, "application", "x-pkcs7-signature") ||
           is_type(object, "text", "calendar") || is_type(object, "text", "vcard") ||
           is_type(object, "text", "x-vcard");
}

static bool is_encrypted(GMimeObject *object)
{
    return is_type(object, "multipart", "encrypted") ||
           is_type(object, "application", "pkcs7-mime") ||
           is_type(object, "application", "x-pkcs7-mime");
}

GByteArray *mail_body_bytes(GMimePart *part)
{
    GByteArray *bytes = g_byte_array_new();
    GMimeStream *out = g_mime_stream_mem_new_with_byte_array(bytes);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(out), FALSE);
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (content)
        g_mime_data_wrapper_write_to_stream(content, out);
    g_object_unref(out);
    return bytes;
}

static bool has_words(GMimePart *part)
{
    GByteArray *bytes = mail_body_bytes(part);
    struct slice all = {(const char *)bytes->data, bytes->len};
    bool has = slice_trim(all).length > 0;
    g_byte_array_free(bytes, TRUE);
    return has;
}

static void add_words(struct mail_body *body, GMimePart *part)
{
    body->words = memory_grow(body->words, body->word_count, &body->word_room, sizeof *body->words);
    body->words[body->word_count++] = part;
}

static void add_attachment(struct search *s, GMimeObject *object)
{
    struct mail_body *body = s->body;
    if (body->attachment_count > s->most)
        return;
    body->attachments = memory_grow(body->attachments, body->attachment_count,
                                    &body->attachment_room, sizeof *body->attachments);
    body->attachments[body->attachment_count++] = object;
}

static bool find(struct search *s, GMimeObject *object, bool wants_words, int depth);

/* Of the same words in several forms: plain text if it has any, else the last, which is the
 * richest. */
static int choose(GMimeMultipart *several, int count)
{
    for (int i = 0; i < count; i++) {
        GMimeObject *one = g_mime_multipart_get_part(several, i);
        if (is_words(one) && is_type(one, "text", "plain") && has_words(GMIME_PART(one)))
            return i;
    }
    for (int i = count; i-- > 0;) {
        GMimeObject *one = g_mime_multipart_get_part(several, i);
        if (is_words(one) || GMIME_IS_MULTIPART(one))
            return i;
    }
    return -1;
}

static bool find_in(struct search *s, GMimeMultipart *several, bool wants_words, int depth)
{
    int count = g_mime_multipart_get_count(several);
    bool is_choice = is_type(GMIME_OBJECT(several), "multipart", "alternative");
    int chosen = is_choice ? choose(several, count) : -1;
    bool ok = true;
    for (int i = 0; ok && i < count; i++)
        ok = find(s, g_mime_multipart_get_part(several, i),
                  wants_words && (!is_choice || i == chosen), depth + 1);
    return ok;
}

static bool find(struct search *s, GMimeObject *object, bool wants_words, int depth)
{
    if (depth > DEPTH_MAX)
        return unreadable(s->ret_reason,
                          "its parts are nested more than %d deep: save the letter "
                          "in it as a file",
                          DEPTH_MAX);
    if (is_encrypted(object))
        return unreadable(s->ret_reason, "it is encrypted: save it as text where it can be read");
    if (GMIME_IS_MULTIPART(object))
        return find_in(s, GMIME_MULTIPART(object), wants_words, depth);
    if (is_words(object)) {
        if (wants_words)
            add_words(s->body, GMIME_PART(object));
    } else if (GMIME_IS_MESSAGE_PART(object) || (GMIME_IS_PART(object) && !is_ornament(object))) {
        add_attachment(s, object);
    }
    return true;
}

bool mail_body_find(GMimeMessage *message, size_t most, struct mail_body *ret_body,
                    char **ret_reason)
{
    struct search s = {ret_body, most, ret_reason};
    GMimeObject *root = g_mime_message_get_mime_part(message);
    return root ? find(&s, root, true, 0)
                : unreadable(ret_reason, "the e-mail is damaged: save it again, or as text");
}

void mail_body_done(struct mail_body *body)
{
    free(body->words);
    free(body->attachments);
    *body = (struct mail_body){0};
}

/* What the project's own decoding knows, and tells apart better than those who declare it. */
static bool is_known(const char *charset)
{
    static const char *const known[] = {"utf-8", "us-ascii", "iso-8859-1", "windows-1252", NULL};
    for (const char *const *name = known; charset && *name; name++)
        if (strcasecmp(charset, *name) == 0)
            return true;
    return charset == NULL;
}

/* By the encoding that the part declares, else by what the bytes look like. */
static bool decode(GMimePart *part, GByteArray *bytes, char **ret_text, size_t *ret_length,
                   char **ret_reason)
{
    const char *charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    gsize length = 0;
    char *converted = is_known(charset)
                          ? NULL
                          : g_convert((const char *)bytes->data, bytes->len, "UTF-8",
                                      g_mime_charset_iconv_name(charset), NULL, &length, NULL);
    struct slice given = {(const char *)bytes->data, bytes->len};
    bool ok = plain_decode(converted ? (struct slice){converted, length} : given, ret_text,
                           ret_length, ret_reason);
    g_free(converted);
    return ok;
}

static bool write_one(GMimePart *part, struct letter_writer *w, char **ret_reason)
{
    GByteArray *bytes = mail_body_bytes(part);
    char *text = NULL;
    size_t length = 0, no_pages = 0;
    bool ok = decode(part, bytes, &text, &length, ret_reason);
    writer_break(w, 2);
    if (ok && is_type(GMIME_OBJECT(part), "text", "html"))
        ok = length == 0 || html_read((struct slice){text, length}, w, ret_reason);
    else if (ok && slice_trim((struct slice){text, length}).length > 0)
        plain_write(w, (struct slice){text, length}, NULL, &no_pages);
    free(text);
    g_byte_array_free(bytes, TRUE);
    return ok;
}

bool mail_body_write(const struct mail_body *body, struct letter_writer *w, char **ret_reason)
{
    bool ok = true;
    for (size_t i = 0; ok && i < body->word_count; i++)
        ok = write_one(body->words[i], w, ret_reason);
    return ok;
}
