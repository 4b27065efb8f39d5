/* SPDX-License-Identifier: MIT
 * E-mails, by GMime: the message, then what is attached to it, each by its own kind.
 */
#include "letters/reading/formats.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "letters/reading/mail_body.h"
#include "letters/reading/mail_library.h"
#include "letters/reading/unreadable.h"

#include <stdlib.h>

enum { YEAR_MIN = 1990, YEAR_MAX = 2099 };

static char *date_of(GMimeMessage *message)
{
    GDateTime *date = g_mime_message_get_date(message);
    int year = 0, month = 0, day = 0;
    if (date)
        g_date_time_get_ymd(date, &year, &month, &day);
    bool is_likely = year >= YEAR_MIN && year <= YEAR_MAX;
    return is_likely ? memory_print("%04d-%02d-%02d", year, month, day) : NULL;
}

static char *line_of(const char *words)
{
    size_t length = 0;
    char *clean = words ? plain_clean(slice_of(words), &length) : NULL;
    char *line = clean ? writer_one_line(clean) : NULL;
    free(clean);
    return line;
}

static char *sender_of(GMimeMessage *message)
{
    InternetAddressList *from = g_mime_message_get_from(message);
    char *words = from ? internet_address_list_to_string(from, NULL, FALSE) : NULL;
    char *line = line_of(words);
    g_free(words);
    return line;
}

/* A browser that saves a page as an e-mail says where it came from. */
static char *address_of(GMimeMessage *message)
{
    return line_of(g_mime_object_get_header(GMIME_OBJECT(message), "Snapshot-Content-Location"));
}

static void take_once(char **place, char *value)
{
    if (*place)
        free(value);
    else
        *place = value;
}

/* A letter that is attached has no other date than that of its message, as far as we know. */
static void tell_origin(struct letter_text *text, GMimeMessage *message)
{
    take_once(&text->sent, date_of(message));
    take_once(&text->sender, sender_of(message));
}

static void read_message(struct letter_parts *parts, const char *name, GMimeMessage *message);

static void read_attached_message(struct letter_parts *parts, const char *name,
                                  GMimeMessagePart *attached)
{
    GMimeMessage *message = g_mime_message_part_get_message(attached);
    if (!message)
        return;
    parts->level++;
    read_message(parts, name, message);
    parts->level--;
}

static void read_attached_file(struct letter_parts *parts, const char *name, GMimePart *part,
                               GMimeMessage *message)
{
    const char *file_name = g_mime_part_get_filename(part);
    GByteArray *bytes = mail_body_bytes(part);
    size_t before = parts->document->part_count;
    parts->level++;
    parts_add_bytes(parts, name, file_name ? file_name : "",
                    (struct slice){(const char *)bytes->data, bytes->len});
    parts->level--;
    for (size_t i = before; i < parts->document->part_count; i++)
        if (!parts->document->parts[i].reason)
            tell_origin(&parts->document->parts[i].text, message);
    g_byte_array_free(bytes, TRUE);
}

/* "attachment 2: reply.pdf" */
static char *name_attachment(const char *message_name, size_t number, GMimeObject *object)
{
    const char *file_name =
        GMIME_IS_PART(object) ? g_mime_part_get_filename(GMIME_PART(object)) : NULL;
    return memory_print("%s%sattachment %zu%s%s", message_name, *message_name ? ", " : "", number,
                        file_name ? ": " : "", file_name ? SHOWN(file_name, 120) : "");
}

static void read_attachments(struct letter_parts *parts, const char *name,
                             const struct mail_body *body, GMimeMessage *message)
{
    for (size_t i = 0; i < body->attachment_count && parts_may_grow(parts); i++) {
        GMimeObject *object = body->attachments[i];
        SCOPED_TEXT own_name = name_attachment(name, i + 1, object);
        if (GMIME_IS_MESSAGE_PART(object))
            read_attached_message(parts, own_name, GMIME_MESSAGE_PART(object));
        else
            read_attached_file(parts, own_name, GMIME_PART(object), message);
    }
}

/* A message without words of its own only carries others. */
static void read_words(struct letter_parts *parts, const char *name, const struct mail_body *body,
                       GMimeMessage *message)
{
    struct letter_text text = {0};
    struct letter_writer w = writer_begin(&text, parts->limits->text_bytes);
    char *reason = NULL;
    bool ok = mail_body_write(body, &w, &reason);
    writer_end(&w);
    if (w.is_full)
        ok = unreadable(&reason, "it holds more than %zu MiB of text: cut it into letters",
                        w.limit >> 20);
    if (ok && text.length == 0 && body->attachment_count == 0)
        ok = unreadable(&reason, "there is no text in it");
    if (ok && text.length > 0) {
        tell_origin(&text, message);
        take_once(&text.subject, line_of(g_mime_message_get_subject(message)));
        take_once(&text.address, address_of(message));
        parts_add(parts, name, LETTER_KIND_MAIL)->text = text;
        return;
    }
    letter_text_free(&text);
    if (!ok)
        parts_add_reason(parts, name, LETTER_KIND_MAIL, reason);
}

static void read_message(struct letter_parts *parts, const char *name, GMimeMessage *message)
{
    char *reason = NULL;
    struct mail_body body = {0};
    if (!parts_may_grow(parts))
        return;
    bool ok = parts->level <= parts->limits->levels
                  ? mail_body_find(message, parts->limits->parts, &body, &reason)
                  : unreadable(&reason,
                               "e-mails in e-mails, more than %zu deep: save the letter "
                               "in it as a file",
                               parts->limits->levels);
    if (ok) {
        read_words(parts, name, &body, message);
        read_attachments(parts, name, &body, message);
    } else {
        parts_add_reason(parts, name, LETTER_KIND_MAIL, reason);
    }
    mail_body_done(&body);
}

/* What follows the first message of a file of several. */
static void read_further(struct letter_parts *parts, const char *name, GMimeParser *parser)
{
    for (size_t number = 2; !g_mime_parser_eos(parser) && parts_may_grow(parts); number++) {
        GMimeMessage *message = g_mime_parser_construct_message(parser, mail_library_options());
        if (!message)
            return;
        SCOPED_TEXT own_name = memory_print("%s%smessage %zu", name, *name ? ", " : "", number);
        read_message(parts, own_name, message);
        g_object_unref(message);
    }
}

void mail_read(struct letter_parts *parts, const char *part_name, struct slice bytes)
{
    GMimeStream *stream = mail_library_stream(bytes);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    bool is_several = bytes.length > 5 && memcmp(bytes.bytes, "From ", 5) == 0;
    if (is_several)
        g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
    GMimeMessage *message = g_mime_parser_construct_message(parser, mail_library_options());
    if (message) {
        read_message(parts, part_name, message);
        g_object_unref(message);
        if (is_several)
            read_further(parts, part_name, parser);
    }
    if (parts->document->part_count == 0) {
        char *reason = NULL;
        unreadable(&reason, "the e-mail is damaged: save it again, or as text");
        parts_add_reason(parts, part_name, LETTER_KIND_MAIL, reason);
    }
    g_object_unref(parser);
    g_object_unref(stream);
}
