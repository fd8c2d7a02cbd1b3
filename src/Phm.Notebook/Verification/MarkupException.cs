namespace Phm.Notebook.Verification;

/// <summary>Markup cannot be read as a tree; the message is the reason in a sentence.</summary>
internal sealed class MarkupException(string message, Exception? innerException = null) : Exception(message, innerException);
