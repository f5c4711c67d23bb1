/** Makes the kernel known to Jupyter. May call the JSON writer of {@code lectern.kernel.protocol} only. */
package lectern.kernel.install;
