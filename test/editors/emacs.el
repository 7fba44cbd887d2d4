;;; Does in Emacs what a person would, and writes what is then to be seen as JSON to $RESULT.  -*- lexical-binding: t -*-
(require 'eglot)
(require 'json)

(setq eglot-sync-connect 10
      eglot-confirm-server-initiated-edits nil
      create-lockfiles nil
      make-backup-files nil)

(defvar seen nil)
(defvar failed nil)

(defun see (key value)
  (push (cons key value) seen))

(defun until (what test)
  "Wait until TEST gives something; else note that WHAT did not come."
  (let ((end (+ (float-time) 8)) value)
    (while (and (not (setq value (funcall test))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless value
      (push (concat what " did not come") failed))
    value))

(defun to (text)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun steps ()
  (let ((people (find-file-noselect "people.oncall"))
        (main (find-file-noselect "main.oncall")))
    (with-current-buffer main
      (see 'mode (symbol-name major-mode))
      (see 'managed (and (memq 'eglot-ensure oncall-mode-hook) t))
      ;; Without a terminal the hook's turn never comes.
      (apply #'eglot--connect (eglot--guess-contact)))
    (dolist (buffer (list people main))
      (with-current-buffer buffer
        (eglot--maybe-activate-editing-mode)
        (flymake-mode 1)))
    ;; What eglot tells of the text under the cursor it tells of a text that is shown.
    (switch-to-buffer main)
    (with-current-buffer main
      (let ((found (until "diagnostic" (lambda () (flymake-start) (flymake-diagnostics)))))
        (see 'diagnostic (and found (flymake-diagnostic-text (car found))))
        (see 'line (and found (line-number-at-pos (flymake-diagnostic-beg (car found))))))

      (to "@alice")
      (forward-char 2)
      (see 'hover
           (let (text)
             (eglot-hover-eldoc-function (lambda (string &rest _) (setq text string)))
             (until "hover" (lambda () text))
             (and text (substring-no-properties text))))

      (to "@alice")
      (forward-char 2)
      (see 'definition
           (let* ((place (car (xref-backend-definitions
                               'eglot (xref-backend-identifier-at-point 'eglot))))
                  (location (xref-item-location place)))
             (list (file-name-nondirectory (xref-location-group location))
                   (xref-location-line location))))

      (to "@alise")
      (forward-char 1)
      (see 'completion
           (let ((found (eglot-completion-at-point)))
             (vconcat (mapcar #'substring-no-properties
                              (all-completions "" (nth 2 found))))))

      (to "@alice")
      (forward-char 2)
      (eglot-rename "ann")
      (until "rename" (lambda ()
                        (and (string-match-p "@ann" (buffer-string))
                             (string-match-p "contact ann"
                                             (with-current-buffer people (buffer-string))))))
      (see 'renamed (buffer-substring-no-properties (point-min) (point-max)))
      (see 'renamedPeople
           (with-current-buffer people (buffer-substring-no-properties (point-min) (point-max))))

      (eglot-format-buffer)
      (see 'formatted (buffer-substring-no-properties (point-min) (point-max)))
      (ignore-errors (eglot-shutdown (eglot-current-server))))))

(condition-case problem
    (steps)
  (error (push (error-message-string problem) failed)))
(see 'failed (vconcat failed))

(with-temp-file (getenv "RESULT")
  (insert (json-encode seen)))
