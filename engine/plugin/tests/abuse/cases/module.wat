;; A module that nobody made a component.  ;; stays a module
;; expect: refused when loaded: core-module
(module (func (export "describe")))
