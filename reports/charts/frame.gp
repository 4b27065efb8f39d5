# Opens a picture of the wanted form and size and lays out what stands around the
# drawing: loaded by each chart once it has loaded room.gp and set wide and high, its drawing in
# px. Afterwards x and y are px of the drawing, y downwards: axes are drawn, since labels outside
# the axes of gnuplot would not be. In other sizes than page and slide everything grows.
full_wide = wide
full_high = high + head + foot
if (slide) {
    full_wide = 1920
    full_high = 1080
}
if (size eq "a4" || size eq "web") {
    full_wide = wide + 2 * margin_x
    full_wide = full_wide < 780 ? 780 : full_wide
    shape = size eq "a4" ? (full_high > full_wide ? 210.0 / 297 : 297.0 / 210) : 0
    if (shape > 0) {
        full_wide = full_wide / (full_high * 1.0) < shape ? full_high * shape : full_wide
        full_high = full_wide / shape
    }
}
# How much larger than a page's pixels the device's are.
grow = slide ? 1 : size eq "a4" ? (full_high > full_wide ? 2480.0 : 3508.0) / full_wide : 1.6
inches = slide ? 13.333 : size eq "a4" ? (full_high > full_wide ? 8.27 : 11.69) : full_wide / 96.0
# Without enhanced text even where a label says so: the SVG would lose its braces.
if (form eq "svg") {
    set terminal svg noenhanced size full_wide, full_high font sprintf("sans-serif,%d", slide ? em : 14) background white
}
if (form eq "png") {
    set terminal pngcairo noenhanced size full_wide * grow, full_high * grow font sprintf("DejaVu Sans,%d", slide ? em : 13) fontscale grow * (slide ? 0.75 : 0.8) linewidth grow pointscale grow background white
}
if (form eq "pdf") {
    set terminal pdfcairo noenhanced size inches, inches * full_high / full_wide font sprintf("DejaVu Sans,%d", slide ? em : 14) fontscale inches * 72 / full_wide linewidth inches * 72 / full_wide background white
}
set output target

at_x(px) = px / (full_wide * 1.0)
at_y(px) = 1 - px / (full_high * 1.0)
begin_x = (full_wide - wide) / 2.0
begin_y = head + (full_high - head - foot - high) / 2.0
set lmargin at screen at_x(begin_x)
set rmargin at screen at_x(begin_x + wide)
set tmargin at screen at_y(begin_y)
set bmargin at screen at_y(begin_y + high)
set xrange [0:wide]
set yrange [high:0]
unset border
unset tics
set style fill solid 1.0 noborder

title_font = slide ? ",40" : ",23"
y_now = 0
if (marking ne "") {
    set label 901 marking at screen 0.5, at_y(marking_high / 2.0) center noenhanced font font(15) textcolor rgb black
    set label 902 marking at screen 0.5, at_y(full_high - marking_high / 2.0) center noenhanced font font(15) textcolor rgb black
    y_now = marking_high
}
y_now = y_now + (slide ? 34 : 26)
if (word1 ne "") { set label 911 word1 at screen at_x(margin_x), at_y(y_now) left noenhanced font title_font textcolor rgb blue; y_now = y_now + title_high }
if (word2 ne "") { set label 912 word2 at screen at_x(margin_x), at_y(y_now) left noenhanced font title_font textcolor rgb blue; y_now = y_now + title_high }
if (word3 ne "") { set label 913 word3 at screen at_x(margin_x), at_y(y_now) left noenhanced font font(14) textcolor rgb ink; y_now = y_now + subtitle_high }
if (word4 ne "") { set label 914 word4 at screen at_x(margin_x), at_y(y_now) left noenhanced font font(14) textcolor rgb ink; y_now = y_now + subtitle_high }
if (word5 ne "") { set label 915 word5 at screen at_x(margin_x), at_y(y_now) left noenhanced font font(14) textcolor rgb ink }
y_now = full_high - marking_high - (slide ? 22 : 12)
if (word10 ne "") { set label 920 word10 at screen at_x(margin_x), at_y(y_now) left noenhanced font font(12) textcolor rgb dark; y_now = y_now - source_high }
if (word9 ne "") { set label 919 word9 at screen at_x(margin_x), at_y(y_now) left noenhanced font font(12) textcolor rgb dark; y_now = y_now - source_high }
if (word8 ne "") { set label 918 word8 at screen at_x(margin_x), at_y(y_now) left noenhanced font font(12) textcolor rgb dark; y_now = y_now - source_high }
if (word7 ne "") { set label 917 word7 at screen at_x(margin_x), at_y(y_now) left noenhanced font font(12) textcolor rgb dark; y_now = y_now - source_high }
if (word6 ne "") { set label 916 word6 at screen at_x(margin_x), at_y(y_now) left noenhanced font font(12) textcolor rgb dark }

# How a state looks, for data whose fourth column says so: by letter, lightness, frame and
# hatching, so that it reads in grey print and for colour-blind readers. Frames are smaller boxes
# on larger ones. x, y, half_x and half_y are expressions in px. An answer without a position is
# grey; where there is none the box is white: published and not read, framed dark; withdrawn and
# unanswered, framed by hatching; not asked, pale; not known, framed grey.
is(look) = strcol(4) eq look
boxes_when(source, when, x, y, half_x, half_y, inset, fill) = source . ' using (' . when . ' ? ' . x . ' : nowhere):(' \
    . y . '):(' . half_x . ' - ' . inset . '):(' . half_y . ' - ' . inset . ') with boxxyerror ' . fill . ', '
boxes_of(source, look, x, y, half_x, half_y, inset, colour) = \
    boxes_when(source, 'is("' . look . '")', x, y, half_x, half_y, inset, 'fc rgb "' . colour . '"')
hatched_frame(source, look, x, y, half_x, half_y, pattern, width) = \
    boxes_when(source, 'is("' . look . '")', x, y, half_x, half_y, "0", 'fc rgb "' . dark . '" fs pattern ' . pattern . ' border lc rgb "' . dark . '"') \
    . boxes_of(source, look, x, y, half_x, half_y, width, white)
positions_of(source, x, y, half_x, half_y) = \
    boxes_of(source, "confirm", x, y, half_x, half_y, "0", blue) . boxes_of(source, "deny", x, y, half_x, half_y, "0", orange) \
    . boxes_of(source, "ncnd", x, y, half_x, half_y, "0", teal) . boxes_of(source, "ncnd", x, y, half_x, half_y, "2", white) \
    . boxes_of(source, "ncnd", x, y, half_x, half_y, "3.2", teal)
states_of(source, x, y, half_x, half_y) = positions_of(source, x, y, half_x, half_y) \
    . boxes_of(source, "silent", x, y, half_x, half_y, "0", mid) \
    . boxes_of(source, "unread", x, y, half_x, half_y, "0", dark) . boxes_of(source, "unread", x, y, half_x, half_y, "2", white) \
    . hatched_frame(source, "withdrawn", x, y, half_x, half_y, "1", slide ? "6" : "4") \
    . hatched_frame(source, "unanswered", x, y, half_x, half_y, "5", slide ? "6" : "4") \
    . boxes_of(source, "not-asked", x, y, half_x, half_y, "0", pale) \
    . boxes_of(source, "unknown", x, y, half_x, half_y, "0", mid) . boxes_of(source, "unknown", x, y, half_x, half_y, "1", white)
# Over them, the frame of a position that is old (the sixth column): lines of white.
old(look) = strcol(6) eq "1" && is(look)
old_state(source, look, x, y, half_x, half_y, colour) = \
    boxes_when(source, 'old("' . look . '")', x, y, half_x, half_y, "0", 'fc rgb "' . colour . '"') \
    . boxes_when(source, 'old("' . look . '")', x, y, half_x, half_y, "0", 'fc rgb "' . white . '" fs transparent pattern 5 noborder') \
    . boxes_when(source, 'old("' . look . '")', x, y, half_x, half_y, slide ? "9" : "5", 'fc rgb "' . colour . '"')
old_of(source, x, y, half_x, half_y) = old_state(source, "confirm", x, y, half_x, half_y, blue) \
    . old_state(source, "deny", x, y, half_x, half_y, orange) . old_state(source, "ncnd", x, y, half_x, half_y, teal)
# A text of that column on them, in white where the box is dark.
texts_of(source, x, y, n, px) = source . ' using (is("confirm") ? ' . x . ' : nowhere):(' . y . '):' . n \
    . ' with labels noenhanced font "' . font(px) . '" tc rgb white, ' \
    . source . ' using (is("confirm") ? nowhere : ' . x . '):(' . y . '):' . n . ' with labels noenhanced font "' . font(px) . '" tc rgb black'
# The legend, NAME.legend: place, letter, words, look, empty, old. In columns of that width from x and y,
# so many to each, as far down as there are rows.
legend = name . ".legend skip 1"
legend_source = '"' . name . '.legend" skip 1'
legend_step = slide ? 46 : 27
legend_box = slide ? "18" : "10"
legend_of(x, y, columns, column_wide) = legend_at(legend_source, \
    sprintf("(%g + (int($1) %% %d) * %g)", x + (slide ? 20 : 14), columns, column_wide), \
    sprintf("(%g + int($1 / %d) * %g)", y, columns, legend_step * 1.0))
legend_at(source, x, y) = states_of(source, x, y, legend_box, legend_box) . old_of(source, x, y, legend_box, legend_box) \
    . texts_of(source, x, y, "2", "11") . ', ' \
    . source . ' using (' . x . ' + ' . (slide ? '32' : '15') . '):(' . y . '):3 with labels left noenhanced font "' . font(12) . '" tc rgb ink'

# A round step that gives an axis of that span some four to eight ticks.
nice_step(span) = (power = 10.0 ** floor(log10(span / 4.0)), share = span / 4.0 / power, share < 2 ? power : share < 5 ? 2 * power : 5 * power)
