namespace ImageStreams.Quickstart;

/// <summary>The story cannot go on; the message says why in one sentence.</summary>
internal sealed class QuickstartException(string message, Exception? inner = null) : Exception(message, inner);
