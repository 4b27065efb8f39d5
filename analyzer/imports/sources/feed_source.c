/* SPDX-License-Identifier: MIT
 * An Atom feed of an Alaveteli site as rows of events, with the columns that its JSON has. Who
 * answered, what happened and when stand only in the wording of each entry. What an entry quotes is
 * a cut of whichever message matched a search, and is left alone.
 */
#include "imports/sources/page_words.h"
#include "imports/sources/readers.h"

#include "base/memory.h"
#include "letters/reading/html_page.h"
#include "letters/reading/tree.h"
#include "letters/reading/unreadable.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

/* What the site says of an event; the longer beginnings first. */
static const struct {
    const char *beginning, *type, *state;
} sayings[] = {
    {"internal review request sent to ", "followup_sent", "internal_review"},
    {"clarification sent to ", "followup_sent", "waiting_response"},
    {"follow up sent to ", "followup_sent", NULL},
    {"request sent to ", "sent", NULL},
    {"response by ", "response", NULL},
    {"request to ", "comment", NULL},
};
enum { SAYINGS = sizeof sayings / sizeof *sayings };

enum {
    EVENT_ID = 1,
    EVENT_TYPE,
    EVENT_DATE,
    CALCULATED_STATE,
    PUBLIC_BODY,
    TITLE,
    REQUEST_STATUS,
    EVENT_URL,
};

static const char *const headings[] = {
    [EVENT_ID] = "event_id",
    [EVENT_TYPE] = "event_type",
    [EVENT_DATE] = "event_date",
    [CALCULATED_STATE] = "calculated_state",
    [PUBLIC_BODY] = "public_body",
    [TITLE] = "title",
    [REQUEST_STATUS] = "request_status",
    [EVENT_URL] = "event_url",
};
enum { HEADINGS = sizeof headings / sizeof *headings };

static char *child_text(const xmlNode *entry, const char *name)
{
    xmlNode *child = tree_child(entry, name);
    xmlChar *text = child ? xmlNodeGetContent(child) : NULL;
    char *copy = memory_copy(text ? (const char *)text : "");
    xmlFree(text);
    return copy;
}

/* "123" of "tag:host,2005:InfoRequestEvent/123" and of ".../info_request_event/123". */
static const char *number_at_end(const char *text)
{
    const char *at = text + strlen(text);
    while (at > text && isdigit((unsigned char)at[-1]))
        at--;
    return at;
}

static xmlNode *find_class(xmlNode *root, const char *name)
{
    for (xmlNode *n = root; n; n = page_next(n, root, false))
        if (n->type == XML_ELEMENT_NODE && strstr(tree_attribute(n, "class"), name))
            return n;
    return NULL;
}

static xmlNode *find_element(xmlNode *root, const char *name)
{
    for (xmlNode *n = root; n; n = page_next(n, root, false))
        if (tree_is(n, name))
            return n;
    return NULL;
}

/* The words of an element, or of none, in one line; the caller frees. */
static char *words_of(xmlNode *element)
{
    struct page_words words = {0};
    if (element)
        words = page_words_of(element, NULL, NULL);
    char *text = words.text ? words.text : memory_copy("");
    words.text = NULL;
    page_words_done(&words);
    for (char *c = text; *c; c++)
        *c = *c == '\n' ? ' ' : *c;
    return text;
}

/* The same of a page within a text. */
static char *plain(const char *markup)
{
    char *no_matter = NULL;
    xmlDoc *doc = NULL;
    bool is_page = html_parse(slice_of(markup), "", &doc, &no_matter);
    char *text = words_of(is_page ? xmlDocGetRootElement(doc) : NULL);
    free(no_matter);
    xmlFreeDoc(doc);
    return text;
}

/* The first link of what is said leads to the body. */
static char *body_of(xmlNode *said, const char *words, size_t saying)
{
    for (xmlNode *n = said; n; n = page_next(n, said, false))
        if (tree_is(n, "a") && strstr(tree_attribute(n, "href"), "/body/"))
            return words_of(n);
    const char *name = words + strlen(sayings[saying].beginning);
    const char *end =
        strcasestr(name, strcmp(sayings[saying].type, "response") == 0 ? " to " : " by ");
    return slice_copy((struct slice){name, end ? (size_t)(end - name) : strlen(name)});
}

/* "... on 3 March 2025." */
static char *date_said(xmlNode *said, const char *words, const xmlNode *entry)
{
    const xmlNode *time = find_element(said, "time");
    if (time && *tree_attribute(time, "datetime"))
        return memory_copy(tree_attribute(time, "datetime"));
    const char *at = NULL;
    for (const char *next = strstr(words, " on "); next; next = strstr(next + 1, " on "))
        at = next + 4;
    if (at && strpbrk(at, "0123456789"))
        return slice_copy((struct slice){at, strcspn(at, ".")});
    return child_text(entry, "published");
}

static size_t saying_of(const char *words)
{
    size_t i = 0;
    while (i < SAYINGS && strncasecmp(words, sayings[i].beginning, strlen(sayings[i].beginning)))
        i++;
    return i;
}

/* What the content says; without it the entry has its title and number alone. */
static void write_content(struct source_writer *w, const xmlNode *entry)
{
    char *no_matter = NULL;
    xmlDoc *doc = NULL;
    SCOPED_TEXT markup = child_text(entry, "content");
    if (html_parse(slice_of(markup), "", &doc, &no_matter)) {
        xmlNode *root = xmlDocGetRootElement(doc), *said = find_class(root, "requester");
        SCOPED_TEXT words = words_of(said);
        SCOPED_TEXT status = words_of(find_class(root, "bottomline"));
        size_t saying = said ? saying_of(words) : SAYINGS;
        if (saying < SAYINGS) {
            SCOPED_TEXT body = body_of(said, words, saying);
            SCOPED_TEXT date = date_said(said, words, entry);
            const char *state = sayings[saying].state;
            source_add_words(w, EVENT_TYPE, slice_of(sayings[saying].type));
            source_add_words(w, EVENT_DATE, slice_of(date));
            source_add_words(w, CALCULATED_STATE, slice_of(state ? state : ""));
            source_add_words(w, PUBLIC_BODY, slice_of(body));
        }
        source_add_words(w, REQUEST_STATUS, slice_of(status));
    }
    free(no_matter);
    xmlFreeDoc(doc);
}

static char *link_of(const xmlNode *entry)
{
    for (const xmlNode *n = entry->children; n; n = n->next)
        if (tree_is(n, "link") && *tree_attribute(n, "href"))
            return memory_copy(tree_attribute(n, "href"));
    return memory_copy("");
}

static void write_entry(struct source_writer *w, const xmlNode *entry)
{
    SCOPED_TEXT id = child_text(entry, "id");
    SCOPED_TEXT link = link_of(entry);
    SCOPED_TEXT escaped = child_text(entry, "title");
    SCOPED_TEXT title = plain(escaped);
    const char *number = number_at_end(*id ? id : link);
    source_begin_row(
        w, &(struct source_place){.line = xmlGetLineNo(entry), .record = *id ? id : link});
    source_add_words(w, EVENT_ID, slice_of(*number ? number : id));
    write_content(w, entry);
    source_add_words(w, TITLE, slice_of(title));
    source_add_words(w, EVENT_URL, slice_of(link));
}

static const char *address_of(const xmlNode *feed)
{
    for (const xmlNode *n = feed->children; n; n = n->next)
        if (tree_is(n, "link") && strcmp(tree_attribute(n, "rel"), "self") == 0)
            return tree_attribute(n, "href");
    return NULL;
}

static bool write_feed(struct source_writer *w, const xmlNode *feed, char **ret_reason)
{
    const xmlNode *entry = tree_child(feed, "entry");
    if (!tree_is(feed, "feed"))
        return unreadable(ret_reason, "it is XML, but no Atom feed: %s", source_limits.instead);
    if (!entry)
        return unreadable(ret_reason, "there is no entry in the feed");
    SCOPED_TEXT title = child_text(feed, "title");
    source_begin_table(w, &(struct source_table){.name = "entries",
                                                 .title = title,
                                                 .address = address_of(feed),
                                                 .has_headings = true});
    source_begin_row(w, &(struct source_place){.line = xmlGetLineNo(feed)});
    for (int i = 1; i < HEADINGS; i++)
        source_add_words(w, i, slice_of(headings[i]));
    for (; entry; entry = entry->next)
        if (tree_is(entry, "entry"))
            write_entry(w, entry);
    return true;
}

bool source_read_feed(struct source_writer *w, struct slice text, char **ret_reason)
{
    xmlDoc *doc = tree_read_xml(text, "the feed", source_limits.instead, ret_reason);
    bool ok = doc && write_feed(w, xmlDocGetRootElement(doc), ret_reason);
    xmlFreeDoc(doc);
    return ok;
}
