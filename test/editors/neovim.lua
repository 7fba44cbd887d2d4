-- Does in Neovim what a person would, and writes what is then to be seen as JSON to $RESULT.
local seen = { failed = {} }

local function until_true(what, test)
  if not vim.wait(8000, test, 50) then
    table.insert(seen.failed, what .. ' did not come')
  end
end

local function lines(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false), '\n')
end

local function find(text)
  vim.fn.cursor(1, 1)
  vim.fn.search(text, 'c')
end

local function steps()
  vim.cmd('edit people.oncall')
  local people = vim.api.nvim_get_current_buf()
  vim.cmd('edit main.oncall')
  local main = vim.api.nvim_get_current_buf()
  seen.filetype = vim.bo.filetype

  until_true('diagnostics', function() return #vim.diagnostic.get(main) > 0 end)
  local diagnostic = vim.diagnostic.get(main)[1] or {}
  seen.diagnostic = { code = diagnostic.code, message = diagnostic.message, line = diagnostic.lnum }

  find('@alice')
  vim.lsp.buf.hover()
  local float
  until_true('hover', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then float = window end
    end
    return float ~= nil
  end)
  seen.hover = float and lines(vim.api.nvim_win_get_buf(float))
  if float then vim.api.nvim_win_close(float, true) end

  find('@alice')
  vim.lsp.buf.definition()
  until_true('definition', function() return vim.api.nvim_get_current_buf() == people end)
  seen.definition = vim.api.nvim_get_current_line()
  vim.cmd('buffer ' .. main)

  find('@alise')
  vim.cmd('normal! l')
  seen.omnifunc = vim.bo.omnifunc
  local answers = vim.lsp.buf_request_sync(
    main,
    'textDocument/completion',
    vim.lsp.util.make_position_params(),
    8000
  )
  seen.completion = {}
  for _, answer in pairs(answers or {}) do
    for _, item in ipairs((answer.result or {}).items or answer.result or {}) do
      table.insert(seen.completion, item.label)
    end
  end

  find('@alice')
  vim.lsp.buf.rename('ann')
  until_true('rename', function()
    return lines(main):find('@ann', 1, true) and lines(people):find('contact ann', 1, true)
  end)
  seen.renamed = { main = lines(main), people = lines(people) }

  vim.lsp.buf.formatting_sync(nil, 8000)
  seen.formatted = lines(main)
end

local ok, problem = pcall(steps)
if not ok then table.insert(seen.failed, problem) end
local file = assert(io.open(os.getenv('RESULT'), 'w'))
if #seen.failed == 0 then seen.failed = nil end
file:write(vim.json.encode(seen))
file:close()
vim.cmd('qall!')
