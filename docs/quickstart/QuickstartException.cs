namespace ImageStreams.Quickstart;

/// <summary>The exception that ends the program; its message is one sentence.</summary>
internal sealed class QuickstartException(string message, Exception? inner = null) : Exception(message, inner);
