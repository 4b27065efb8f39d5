/* SPDX-License-Identifier: MIT */
#include "domain/address.h"

#include "base/memory.h"

#include <ctype.h>
#include <libxml/uri.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* How long the scheme of the web is that stands here, 0: none does. */
static size_t scheme_length(const char *text)
{
    if (strncasecmp(text, "http://", 7) == 0)
        return 7;
    return strncasecmp(text, "https://", 8) == 0 ? 8 : 0;
}

/* "https://a.example;https://b.example" */
static bool begins_another(const char *text)
{
    return (*text == ';' || *text == ',') && scheme_length(text + 1);
}

/* Where an address in running text ends: before a blank, a sign that no address has, or the
 * bracket that encloses it. */
static size_t length_of_address(const char *text)
{
    int round = 0, square = 0;
    size_t length = 0;
    for (; (unsigned char)text[length] > ' ' && !strchr("\"<>`|\\^{}", text[length]); length++) {
        round += (text[length] == '(') - (text[length] == ')');
        square += (text[length] == '[') - (text[length] == ']');
        if (round < 0 || square < 0 || begins_another(text + length))
            break;
    }
    while (length > 0 && strchr(".,;:!?'", text[length - 1]))
        length--;
    return length;
}

/* A cell that is nothing but an address whose scheme was left out: "www.essex.example/foi/1". */
static bool is_bare_address(const char *text)
{
    size_t host = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");
    const char *dot = memchr(text, '.', host);
    return dot && dot > text && isalnum((unsigned char)dot[1]) && strchr("/?#:", text[host]) &&
           length_of_address(text) == strlen(text);
}

/* The first address of the text, with a scheme; the caller frees it. NULL: there is none. */
static char *first_address(const char *text)
{
    for (const char *at = text; *at; at++)
        if (scheme_length(at))
            return memory_print("%.*s", (int)length_of_address(at), at);
    while (isspace((unsigned char)*text))
        text++;
    if (strncmp(text, "//", 2) == 0)
        text += 2;
    SCOPED_TEXT trimmed = memory_copy(text);
    for (size_t end = strlen(trimmed); end > 0 && isspace((unsigned char)trimmed[end - 1]); end--)
        trimmed[end - 1] = '\0';
    return is_bare_address(trimmed) ? memory_print("http://%s", trimmed) : NULL;
}

/* "letter.pdf" is made like the name of a host. */
static bool is_file_name(struct slice s)
{
    static const char *const ends[] = {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".csv",
                                       ".txt", ".rtf", ".odt",  ".msg", ".eml"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = strlen(ends[i]);
        if (s.length > length && !memchr(s.bytes, '/', s.length) &&
            strncasecmp(s.bytes + s.length - length, ends[i], length) == 0)
            return true;
    }
    return false;
}

bool address_is_in(struct slice cell)
{
    SCOPED_TEXT text = memory_print("%.*s", (int)cell.length, cell.bytes);
    if (strcasestr(text, "www."))
        return true;
    SCOPED_TEXT address = first_address(text);
    return address && !is_file_name(cell);
}

static int hex_value(char digit)
{
    const char *digits = "0123456789abcdef";
    const char *found = digit ? strchr(digits, tolower((unsigned char)digit)) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* What a sign means that may as well stand for itself: section 6.2.2 of RFC 3986 knows those that
 * are never reserved, and the others in `plain` do nothing in this part of an address. */
static bool may_be_plain(int sign, const char *plain)
{
    return sign > ' ' && sign < 0x7f && (isalnum(sign) || strchr(plain, sign));
}

/* In place: signs that are encoded without need, and the case of the digits of the others. */
static void decode(char *text, const char *plain)
{
    char *out = text;
    for (const char *in = text; *in; in++) {
        int high = *in == '%' ? hex_value(in[1]) : -1, low = high < 0 ? -1 : hex_value(in[2]);
        if (low >= 0 && may_be_plain(high * 16 + low, plain)) {
            *out++ = (char)(high * 16 + low);
            in += 2;
        } else if (low >= 0) {
            *out++ = *in++;
            *out++ = (char)toupper((unsigned char)*in++);
            *out++ = (char)toupper((unsigned char)*in);
        } else {
            *out++ = *in;
        }
    }
    *out = '\0';
}

/* What only tells where a reader came from. */
static bool is_tracking(const char *parameter)
{
    static const char *const names[] = {"gclid",  "fbclid", "msclkid", "mc_cid",
                                        "mc_eid", "_ga",    "_gl"};
    if (strncasecmp(parameter, "utm_", 4) == 0)
        return true;
    size_t length = strcspn(parameter, "=");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && strncasecmp(parameter, names[i], length) == 0)
            return true;
    return false;
}

static void put_query(FILE *out, char *query)
{
    const char *separator = "?";
    char *rest = NULL;
    for (char *p = strtok_r(query, "&", &rest); p; p = strtok_r(NULL, "&", &rest)) {
        if (is_tracking(p))
            continue;
        decode(p, "-._~!'()*,:@/?$");
        fprintf(out, "%s%s", separator, p);
        separator = "&";
    }
}

static void put_host(FILE *out, const char *host)
{
    size_t length = strlen(host);
    if (strncasecmp(host, "www.", 4) == 0 && strchr(host + 4, '.')) {
        host += 4;
        length -= 4;
    }
    if (length > 0 && host[length - 1] == '.')
        length--;
    for (size_t i = 0; i < length; i++)
        fputc(tolower((unsigned char)host[i]), out);
}

static void put_path(FILE *out, char *path)
{
    path += strspn(path, "/");
    decode(path, "-._~!'()*,:@$;&=+");
    xmlNormalizeURIPath(path);
    size_t length = strlen(path);
    while (length > 0 && path[length - 1] == '/')
        length--;
    fprintf(out, "%s%.*s", length ? "/" : "", (int)length, path);
}

/* A fragment is a place on a page, but "#!/foi/1" and "#/foi/1" are pages of an application. */
static bool is_route(const char *fragment)
{
    return fragment && (*fragment == '!' || *fragment == '/');
}

static char *key_of(const xmlURI *uri)
{
    char *key = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&key, &length);
    put_host(out, uri->server);
    if (uri->port > 0 && uri->port != 80 && uri->port != 443)
        fprintf(out, ":%d", uri->port);
    if (uri->path)
        put_path(out, uri->path);
    if (uri->query_raw)
        put_query(out, uri->query_raw);
    if (is_route(uri->fragment))
        fprintf(out, "#%s", uri->fragment);
    memory_stream_end(out);
    return key;
}

/* "https://essex.example:/foi", a port that is none, which the library does not read. */
static void drop_empty_port(char *address)
{
    char *host = address + scheme_length(address);
    char *end = host + strcspn(host, "/?#");
    if (end > host && end[-1] == ':')
        memmove(end - 1, end, strlen(end) + 1);
}

char *address_key(struct slice cell)
{
    SCOPED_TEXT text = memory_print("%.*s", (int)cell.length, cell.bytes);
    SCOPED_TEXT address = first_address(text);
    if (!address)
        return NULL;
    drop_empty_port(address);
    xmlChar *escaped =
        xmlURIEscapeStr((const xmlChar *)address, (const xmlChar *)"%:/?#[]@!$&'()*+,;=");
    xmlURI *uri = escaped ? xmlParseURIRaw((const char *)escaped, 1) : NULL;
    char *key = uri && uri->server && *uri->server ? key_of(uri) : NULL;
    xmlFreeURI(uri);
    xmlFree(escaped);
    return key ? key : memory_copy(address);
}
