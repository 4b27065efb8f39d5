# Opens a picture of the wanted form and size and lays out what stands around the
# drawing: loaded by each chart once it has set wide and high, its drawing in px, and the
# program has set name, form (svg, png, pdf), size (page, slide, a4, web) and target, the
# file to draw into. Afterwards
# x and y are px of the drawing, y downwards: axes are drawn, since labels outside the
# axes of gnuplot would not be. px are those of a page: in other sizes everything grows.
# The words come from NAME.words: on a page all but the marking are empty.
set encoding utf8
set locale "C"
set datafile separator "\t"
set datafile commentschars ""
set samples 200
unset key
unset colorbox

blue = "#12436D"; teal = "#28A197"; plum = "#801650"; orange = "#F46A25"; dark = "#3D3D3D"
middle = "#2073BC"; light = "#6BACE6"; mid = "#BFBFBF"; white = "#FFFFFF"; black = "#000000"; ink = "#1A1A1A"
# A point of size 1 has this radius in px; an SVG draws points larger than pictures do.
point_px = form eq "svg" ? 5.25 : 2.4
# Outside every range, and not NaN: gnuplot 5.4 crashes on labels whose only point is NaN.
nowhere = 1e9

word0 = ""; word1 = ""; word2 = ""; word3 = ""; word4 = ""; word5 = ""; word6 = ""; word7 = ""; word8 = ""
word_count = 0
keep(s) = (word_count = word_count + 1, \
    word_count == 1 ? (word0 = s) : word_count == 2 ? (word1 = s) : word_count == 3 ? (word2 = s) : \
    word_count == 4 ? (word3 = s) : word_count == 5 ? (word4 = s) : word_count == 6 ? (word5 = s) : \
    word_count == 7 ? (word6 = s) : word_count == 8 ? (word7 = s) : (word8 = s), word_count)
stats name.".words" using (keep(strcol(1)[2:*])) nooutput
marking = word0

marking_high = marking eq "" ? 0 : 30
head = marking_high + (word1 eq "" ? 0 : 36) + (word2 eq "" ? 0 : 30) + (word3 eq "" ? 0 : 22) + (word4 eq "" ? 0 : 20) \
    + (word1 eq "" ? 0 : 14)
foot = marking_high + (word5 eq "" ? 0 : 24) + (word6 eq "" ? 0 : 18) + (word7 eq "" ? 0 : 18) + (word8 eq "" ? 0 : 18)
full_wide = wide
full_high = high + head + foot
if (size ne "page") {
    full_wide = full_wide < 780 ? 780 : full_wide
    shape = size eq "slide" ? 16.0 / 9 : size eq "a4" ? (full_high > full_wide ? 210.0 / 297 : 297.0 / 210) : 0
    if (shape > 0) {
        full_wide = full_wide / (full_high * 1.0) < shape ? full_high * shape : full_wide
        full_high = full_wide / shape
    }
}
# How much larger than a page's pixels the device's are.
grow = size eq "slide" ? 1920.0 / full_wide : size eq "a4" ? (full_high > full_wide ? 2480.0 : 3508.0) / full_wide : 1.6
inches = size eq "slide" ? 13.333 : size eq "a4" ? (full_high > full_wide ? 8.27 : 11.69) : full_wide / 96.0
# Without enhanced text even where a label says so: the SVG would lose its braces.
if (form eq "svg") {
    set terminal svg noenhanced size full_wide, full_high font "sans-serif,14" background white
}
if (form eq "png") {
    set terminal pngcairo noenhanced size full_wide * grow, full_high * grow font "DejaVu Sans,13" fontscale grow * 0.8 linewidth grow pointscale grow background white
}
if (form eq "pdf") {
    set terminal pdfcairo noenhanced size inches, inches * full_high / full_wide font "DejaVu Sans,14" fontscale inches * 72 / full_wide linewidth inches * 72 / full_wide background white
}
set output target

at_x(px) = px / (full_wide * 1.0)
at_y(px) = 1 - px / (full_high * 1.0)
margin_x = size eq "page" ? 0 : 24
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

y_now = 0
if (marking ne "") {
    set label 901 marking at screen 0.5, at_y(16) center noenhanced font ",15" textcolor rgb black
    set label 902 marking at screen 0.5, at_y(full_high - 15) center noenhanced font ",15" textcolor rgb black
    y_now = marking_high
}
if (word1 ne "") { y_now = y_now + 26; set label 911 word1 at screen at_x(margin_x), at_y(y_now) left noenhanced font ",23" textcolor rgb blue }
if (word2 ne "") { y_now = y_now + 30; set label 912 word2 at screen at_x(margin_x), at_y(y_now) left noenhanced font ",23" textcolor rgb blue }
if (word3 ne "") { y_now = y_now + 28; set label 913 word3 at screen at_x(margin_x), at_y(y_now) left noenhanced font ",14" textcolor rgb ink }
if (word4 ne "") { y_now = y_now + 20; set label 914 word4 at screen at_x(margin_x), at_y(y_now) left noenhanced font ",14" textcolor rgb ink }
y_now = full_high - marking_high - 10
if (word8 ne "") { set label 918 word8 at screen at_x(margin_x), at_y(y_now) left noenhanced font ",12" textcolor rgb dark; y_now = y_now - 18 }
if (word7 ne "") { set label 917 word7 at screen at_x(margin_x), at_y(y_now) left noenhanced font ",12" textcolor rgb dark; y_now = y_now - 18 }
if (word6 ne "") { set label 916 word6 at screen at_x(margin_x), at_y(y_now) left noenhanced font ",12" textcolor rgb dark; y_now = y_now - 18 }
if (word5 ne "") { set label 915 word5 at screen at_x(margin_x), at_y(y_now) left noenhanced font ",12" textcolor rgb dark }

# How a state looks, for data whose fourth column is one: by letter, lightness and frame,
# so that it reads in grey print and for colour-blind readers. Frames are smaller boxes on
# larger ones. x, y, half_x and half_y are expressions in px.
is(state) = strcol(4) eq state
boxes_of(source, state, x, y, half_x, half_y, inset, colour) = source . ' using (is("' . state . '") ? ' . x . ' : nowhere):(' \
    . y . '):(' . half_x . ' - ' . inset . '):(' . half_y . ' - ' . inset . ') with boxxyerror fc rgb "' . colour . '", '
states_of(source, x, y, half_x, half_y) = \
    boxes_of(source, "confirm", x, y, half_x, half_y, "0", blue) . boxes_of(source, "deny", x, y, half_x, half_y, "0", orange) \
    . boxes_of(source, "ncnd", x, y, half_x, half_y, "0", teal) . boxes_of(source, "ncnd", x, y, half_x, half_y, "2", white) \
    . boxes_of(source, "ncnd", x, y, half_x, half_y, "3.2", teal) . boxes_of(source, "silent", x, y, half_x, half_y, "0", mid) \
    . boxes_of(source, "unread", x, y, half_x, half_y, "0", dark) . boxes_of(source, "unread", x, y, half_x, half_y, "2", white) \
    . boxes_of(source, "unknown", x, y, half_x, half_y, "0", mid) . boxes_of(source, "unknown", x, y, half_x, half_y, "1", white)
# A text of that column on them, in white where the box is dark.
texts_of(source, x, y, n, points) = source . ' using (is("confirm") ? ' . x . ' : nowhere):(' . y . '):' . n \
    . ' with labels noenhanced font ",' . points . '" tc rgb white, ' \
    . source . ' using (is("confirm") ? nowhere : ' . x . '):(' . y . '):' . n . ' with labels noenhanced font ",' . points . '" tc rgb black'

# A round step that gives an axis of that span some four to eight ticks.
nice_step(span) = (power = 10.0 ** floor(log10(span / 4.0)), share = span / 4.0 / power, share < 2 ? power : share < 5 ? 2 * power : 5 * power)
