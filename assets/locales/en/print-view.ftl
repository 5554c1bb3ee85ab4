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
print-paper-cover = Cover
print-paper-scores = Score sheet
print-paper-deductions = Deductions
print-paper-calculation = Workings of the scores
print-paper-chart = Chart of scores and losses
print-paper-blank = Blank form
print-paper-problems = Problems and remedies
print-paper-survey = Answers of surveys
print-paper-attachments = List of attachments
print-paper-ledger = Monthly sheets of ledgers
print-paper-notice = Notices of what is withheld
print-paper-faults = Notices of faults
print-paper-findings = Findings of the checks
print-kind-scoring = Scoring
print-kind-enclosures = Enclosures
print-kind-ledgers = Ledgers
print-kind-records = Records
print-paper-pages = { $pages ->
    [one] 1 page
   *[other] { $pages } pages
}
print-paper-show = Show its first page
print-paper-earlier = Print earlier: { $paper }
print-chosen = Papers: { $papers }, pages: { $pages }
print-order-note = Printed in this order, pages numbered through
print-before = Before printing
print-before-ready = Ready
print-before-look = Ready, have a look first
print-before-errors = Errors: asks first
print-before-go = Go
print-before-all = All findings: { $errors } errors, { $others } others
