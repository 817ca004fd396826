;; Exports the rule, and in it nothing.
;; expect: refused when loaded: unfit
(component
  (component $empty) (instance $i (instantiate $empty))
  (export "luoshi:plugin/rule@1.0.0" (instance $i)))
