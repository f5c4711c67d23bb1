/** Comms: channels of messages between the program and the front end. May call {@code lectern.notebook} only. */
package lectern.kernel.comm;
