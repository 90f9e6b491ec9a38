;;; precedent.el --- Draft joint statements with precedent-ls  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "29.1"))
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Tells Eglot, which comes with Emacs, about the server and starts it in Markdown and text files:
;;
;;     (load "/path/to/precedent.el")
;;
;; M-TAB completes a phrase, M-x eglot-code-actions mends a finding.

;;; Code:

(require 'eglot)

(defgroup precedent nil
  "Drafting joint statements."
  :group 'eglot)

(defcustom precedent-command '("precedent-ls")
  "The server and its arguments."
  :type '(repeat string))

(defvar precedent-modes
  '(markdown-mode markdown-ts-mode gfm-mode (text-mode :language-id "markdown"))
  "The modes a draft may be written in.
Emacs has no mode for Markdown of its own: text mode does instead.")

(add-to-list 'eglot-server-programs (cons precedent-modes (lambda (&rest _) precedent-command)))

(unless (assoc "a.md" auto-mode-alist #'string-match-p)
  (add-to-list 'auto-mode-alist '("\\.md\\'" . text-mode)))

(defun precedent-ensure ()
  "Start the server for this buffer, if its file is Markdown or text."
  (when (and buffer-file-name (string-match-p "\\.\\(?:md\\|markdown\\|txt\\)\\'" buffer-file-name))
    (eglot-ensure)))

(add-hook 'text-mode-hook #'precedent-ensure) ; the Markdown modes come from text mode

(provide 'precedent)
;;; precedent.el ends here
