# What a drawing may know before it says how large it is: loaded first by each chart. The program has
# set name, form (svg, png, pdf), size (page, slide, a4, web) and target, the file to draw into.
# The words come from NAME.words: on a page all are empty, since they stand around the picture.
# px are those of a page; on a slide they are those of 1920 by 1080, where every text but the title
# has one size.
set encoding utf8
set locale "C"
set datafile separator "\t"
set datafile commentschars ""
set samples 200
unset key
unset colorbox

blue = "#12436D"; teal = "#28A197"; plum = "#801650"; orange = "#F46A25"; dark = "#3D3D3D"
middle = "#2073BC"; light = "#6BACE6"; mid = "#BFBFBF"; pale = "#ECECEC"; white = "#FFFFFF"; black = "#000000"; ink = "#1A1A1A"
# A point of size 1 has this radius in px; an SVG draws points larger than pictures do.
point_px = form ne "svg" ? 2.4 : size eq "slide" ? 10.5 : 5.25
# Outside every range, and not NaN: gnuplot 5.4 crashes on labels whose only point is NaN.
nowhere = 1e9

slide = size eq "slide"
em = slide ? 28 : 12
# The font of a text that has so many px on a page.
font(px) = "," . (slide ? em : px)
# Room for so many characters, in px: in DejaVu Sans, which is wider than most.
room_of(characters) = characters * em * 0.62

word0 = ""; word1 = ""; word2 = ""; word3 = ""; word4 = ""; word5 = ""; word6 = ""; word7 = ""; word8 = ""; word9 = ""; word10 = ""
word_count = 0
keep(s) = (word_count = word_count + 1, \
    word_count == 1 ? (word0 = s) : word_count == 2 ? (word1 = s) : word_count == 3 ? (word2 = s) : \
    word_count == 4 ? (word3 = s) : word_count == 5 ? (word4 = s) : word_count == 6 ? (word5 = s) : \
    word_count == 7 ? (word6 = s) : word_count == 8 ? (word7 = s) : word_count == 9 ? (word8 = s) : \
    word_count == 10 ? (word9 = s) : (word10 = s), word_count)
stats name.".words" using (keep(strcol(1)[2:*])) nooutput
marking = word0

line(s, px) = s eq "" ? 0 : px
marking_high = line(marking, slide ? 50 : 30)
title_high = slide ? 52 : 32
subtitle_high = slide ? 38 : 20
source_high = slide ? 36 : 18
head = marking_high + line(word1, title_high) + line(word2, title_high) + line(word3, subtitle_high) + line(word4, subtitle_high) \
    + line(word5, subtitle_high) + line(word1, slide ? 30 : 20)
foot = marking_high + line(word6, source_high) + line(word7, source_high) + line(word8, source_high) + line(word9, source_high) \
    + line(word10, source_high) + line(word6, slide ? 16 : 8)
margin_x = size eq "page" ? 0 : slide ? 48 : 24
# What is left for the drawing on a slide.
room_wide = 1920 - 2 * margin_x
room_high = 1080 - head - foot
