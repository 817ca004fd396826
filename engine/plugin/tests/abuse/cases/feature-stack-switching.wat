;; Uses what is left out of this engine: stack switching.
;; expect: refused when loaded: invalid
(component (core module (type $f (func)) (type $c (cont $f)) (func (drop (cont.new $c (ref.null $f))))))
