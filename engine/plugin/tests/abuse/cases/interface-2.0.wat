;; Built for interface 2.0.
;; expect: refused when loaded: other-major 2.0
(component
  (component $empty) (instance $i (instantiate $empty))
  (export "luoshi:plugin/rule@2.0.0" (instance $i)))
