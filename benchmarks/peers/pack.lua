-- The words of a lesson as slides with notes and as pages, all in one pandoc:
-- `pandoc lua pack.lua WORDS.json OUT typst|html`
local from, out, form = arg[1], arg[2], arg[3]

local function paragraphs(lines)
  local found = pandoc.Blocks {}
  for _, line in ipairs(lines) do
    found:insert(pandoc.Para(pandoc.Inlines(line)))
  end
  return found
end

local function write(name, data)
  local file <close> = assert(io.open(out .. '/' .. name, 'wb'))
  file:write(data)
end

local file <close> = assert(io.open(from, 'rb'))
local words = pandoc.json.decode(file:read('a'), false)

local deck = pandoc.Blocks {}
for _, slide in ipairs(words.slides) do
  deck:insert(pandoc.Header(1, pandoc.Inlines(slide[1])))
  deck:extend(paragraphs(slide[2]))
  deck:insert(pandoc.Div(paragraphs(slide[3]), pandoc.Attr('', { 'notes' })))
end
write('slides.pptx', pandoc.write(pandoc.Pandoc(deck), 'pptx', pandoc.WriterOptions { slide_level = 1 }))

for name, lines in pairs(words.pages) do
  write(name .. '.' .. form, pandoc.write(pandoc.Pandoc(paragraphs(lines)), form))
end
