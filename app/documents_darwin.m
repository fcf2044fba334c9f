// macOS names the documents that a program is to open in an event to the application's
// delegate. The toolkit's delegate does not listen; here its class learns to, before the
// first window lets events in.
#import <Cocoa/Cocoa.h>
#import <objc/runtime.h>

extern void zhichengOpenDocument(char *path);

static void openFiles(id self, SEL selector, NSApplication *application, NSArray *paths) {
	for (NSString *path in paths) {
		zhichengOpenDocument((char *)path.fileSystemRepresentation);
	}
	[application replyToOpenOrPrint:NSApplicationDelegateReplySuccess];
}

int zhichengListenForDocuments(void) {
	Class delegate = objc_getClass("GLFWApplicationDelegate");
	return delegate != Nil && class_addMethod(delegate, @selector(application:openFiles:), (IMP)openFiles, "v@:@@");
}
