## Headings of the points of an evaluation
tailor-column-name = Indicator
