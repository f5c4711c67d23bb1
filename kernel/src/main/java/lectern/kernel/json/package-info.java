/** JSON of messages and connection files as plain maps, lists, numbers and texts; calls no other room. */
package lectern.kernel.json;
