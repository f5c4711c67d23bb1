/** Makes the kernel known to Jupyter. May call {@code lectern.kernel.json} only. */
package lectern.kernel.install;
