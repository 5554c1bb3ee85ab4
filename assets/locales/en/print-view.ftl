## Pages of the preview
print-page-number = Page
print-page-of = of { $pages }
print-page-before = Previous page
print-page-after = Next page
print-zoom = Size of the pages
print-zoom-in = Larger pages
print-zoom-out = Smaller pages
print-zoom-width = Page width
print-zoom-page = Whole page
