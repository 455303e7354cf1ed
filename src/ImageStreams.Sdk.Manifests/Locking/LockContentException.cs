namespace ImageStreams.Manifests;

/// <summary>Ends the reading of content that is no image; never leaves this folder.</summary>
#pragma warning disable CA1064 // thrown and caught within this folder
internal sealed class LockContentException(string message, Exception? inner = null) : Exception(message, inner);
#pragma warning restore CA1064
