/**
 * The layout of an official document in Typst. It holds no word of any document: everything printed comes as JSON
 * through `sys.inputs` and is placed as strings, which Typst never reads as markup or code.
 */
export const PDF_TEMPLATE = String.raw`
#let view = json(bytes(sys.inputs.at("view")))
#let size = view.size
#let centred(body) = align(center, par(justify: false, first-line-indent: 0pt, body))
#let upright(runs) = for run in runs {
  text(
    weight: if run.at("bold", default: false) { "bold" } else { "regular" },
    style: if run.at("italic", default: false) { "italic" } else { "normal" },
    run.text,
  )
}
#let rule(length) = pdf.artifact(line(length: length, stroke: 0.6pt))
// A rule under a line of text, as long as a share of that text.
#let under-ruled(share, body) = context {
  let width = measure(body).width
  centred(body)
  v(2pt, weak: true)
  align(center, rule(width * share))
}

#set document(
  title: view.metadataTitle,
  date: datetime(year: view.date.year, month: view.date.month, day: view.date.day),
)
#set text(
  font: "Tinos", size: size.body * 1pt, lang: "vi", region: "VN", fallback: false, hyphenate: false,
  ligatures: false, top-edge: "ascender", bottom-edge: "descender",
)
#set par(justify: true, leading: 0.12em, spacing: view.paragraphGap * 1pt + 0.12em,
  first-line-indent: (amount: view.indent * 1mm, all: true))
#set page(
  width: view.page.width * 1mm, height: view.page.height * 1mm,
  margin: (top: view.page.top * 1mm, bottom: view.page.bottom * 1mm,
    left: view.page.left * 1mm, right: view.page.right * 1mm),
  header-ascent: 6mm, footer-descent: 6mm,
  header: context {
    let number = counter(page).get().first()
    if number > 1 { align(center, text(size: size.pageNumber * 1pt, str(number))) }
  },
  footer: if view.runningNotice != none {
    align(center, text(size: size.note * 1pt, style: "italic", view.runningNotice))
  },
)
#show heading: it => block(above: 10pt, below: 6pt, sticky: true, par(
  first-line-indent: (amount: view.indent * 1mm, all: true), justify: false,
  text(size: size.body * 1pt, weight: if it.level < 3 { "bold" } else { "regular" }, it.body),
))

#let head() = {
  set par(spacing: 1.5pt, leading: 1.5pt)
  let head = view.head
  grid(
    columns: (view.headLeftShare * 1%, 1fr), align: center + top, row-gutter: 7pt,
    {
      set text(size: size.issuingBody * 1pt)
      if head.superiorBody != none { centred(head.superiorBody) }
      for line in head.issuingBody.slice(0, -1) { centred(text(weight: "bold", line)) }
      under-ruled(view.shortRule, text(weight: "bold", head.issuingBody.last()))
    },
    {
      centred(text(size: size.nationalName * 1pt, weight: "bold", view.nationalName))
      under-ruled(100%, text(size: size.motto * 1pt, weight: "bold", view.motto))
    },
    centred(text(size: size.number * 1pt, head.number)),
    centred(text(size: size.placeAndDate * 1pt, style: "italic", head.placeAndDate)),
  )
}

#let title-block() = {
  v(12pt)
  set text(size: size.documentType * 1pt, weight: "bold")
  set par(spacing: 2pt, leading: 2pt)
  centred(view.documentType)
  for line in view.title.slice(0, -1) { centred(line) }
  under-ruled(view.shortRule, view.title.last())
  v(8pt)
}

#let addressed-to() = {
  let lines = view.addressees
  if lines.len() == 1 { centred("Kính gửi: " + lines.first()) }
  if lines.len() > 1 {
    align(center, grid(
      columns: 2, column-gutter: 4pt, align: left,
      par(first-line-indent: 0pt, "Kính gửi:"),
      { set par(first-line-indent: 0pt, justify: false); for line in lines { par(line) } },
    ))
  }
  if lines.len() > 0 { v(4pt) }
}

#let cell-body(cell) = {
  set par(justify: false, first-line-indent: 0pt, spacing: 3pt, leading: 0.08em)
  set text(size: size.table * 1pt)
  par(upright(cell.runs))
  if "second" in cell { par(upright(cell.second)) }
}

#let alignments = (left: left, center: center, right: right)
#let table-block(block) = {
  let cell-of(cell, column, heading: false) = table.cell(
    colspan: cell.at("span", default: 1), breakable: false,
    align: (if heading { center } else { alignments.at(block.columns.at(column).align) }) + horizon,
    cell-body(cell),
  )
  let cells-of(cells, heading: false) = {
    let column = 0
    let made = ()
    for cell in cells {
      made.push(cell-of(cell, column, heading: heading))
      column += cell.at("span", default: 1)
    }
    made
  }
  v(4pt)
  table(
    columns: block.columns.map(column => column.width * 1fr),
    stroke: 0.5pt, inset: (x: 1.3mm, y: 1mm),
    table.header(..block.head.map(row => cells-of(row, heading: true)).flatten()),
    // A group row is a header of second rank: it never stays alone at the foot of a page.
    ..block.rows.map(row => if row.emphasis == "group" {
      (table.header(level: 2, repeat: false, ..cells-of(row.cells)),)
    } else { cells-of(row.cells) }).flatten(),
  )
  v(2pt)
}

#let block-of(item) = {
  if item.kind == "heading" { heading(level: item.level, item.text) }
  if item.kind == "paragraph" { par(upright(item.runs)) }
  if item.kind == "list" { for runs in item.items { par("- " + upright(runs)) } }
  if item.kind == "table" { table-block(item) }
  if item.kind == "note" {
    par(first-line-indent: 0pt, text(size: size.note * 1pt, style: "italic", upright(item.runs)))
  }
  if item.kind == "notice" {
    align(center, rect(stroke: 0.8pt, inset: (x: 5mm, y: 2mm), par(justify: false, first-line-indent: 0pt,
      text(weight: "bold", item.text))))
  }
}

#let signature() = block(breakable: false, above: 14pt, grid(
  columns: (1fr, 1fr),
  {
    set par(first-line-indent: 0pt, justify: false, spacing: 1.5pt, leading: 1.5pt)
    par(text(size: size.recipientsTitle * 1pt, weight: "bold", style: "italic", "Nơi nhận:"))
    set text(size: size.recipients * 1pt)
    for line in view.recipients { par(line) }
  },
  {
    set par(spacing: 1.5pt, leading: 1.5pt)
    set text(weight: "bold")
    for line in view.signature.lines { centred(line) }
    v(28mm)
    if view.signature.name != none { centred(view.signature.name) }
  },
))

#head()
#title-block()
#addressed-to()
#for line in view.legalBases { par(text(style: "italic", line)) }
#for item in view.blocks.slice(0, -1) { block-of(item) }
#if view.blocks.len() > 0 { block(sticky: true, block-of(view.blocks.last())) }
#signature()
#for annex in view.annexes {
  pagebreak()
  counter(page).update(1)
  centred(text(weight: "bold", annex.label))
  centred(text(weight: "bold", annex.title))
  centred(text(style: "italic", annex.reference))
  for item in annex.blocks { block-of(item) }
}
`;
