;; Wants a function that nobody knows.
;; expect: refused when loaded: imports read-file
(component (import "read-file" (func (param "path" string) (result (list u8)))))
