## Copies of templates, and the id that only programs use
te-copy-title = { $title } (copy)
te-copy-title-next = { $title } (copy { $number })
te-advanced = Advanced
te-advanced-aside = The id, seldom changed
te-problems-none = The template has no problems; evaluations can be begun with it.
