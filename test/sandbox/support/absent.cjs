/** Stands for packages that the authoring module must not need: whatever is asked of it is itself. */
const absent = new Proxy(function () {}, { get: () => absent, apply: () => absent });
module.exports = absent;
