;; A component of nothing.
;; expect: refused when loaded: no-rule
(component)
