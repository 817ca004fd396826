;; Built for interface 0.9.
;; expect: refused when loaded: other-major 0.9
(component
  (component $empty) (instance $i (instantiate $empty))
  (export "luoshi:plugin/rule@0.9.0" (instance $i)))
