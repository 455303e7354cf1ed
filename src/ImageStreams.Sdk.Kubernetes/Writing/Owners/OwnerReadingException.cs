namespace ImageStreams.Kubernetes;

/// <summary>The owners of an object's fields cannot be read.</summary>
/// <param name="place">The place in the object.</param>
/// <param name="message">The problem, in a sentence.</param>
/// <param name="inner">The cause, or null for none.</param>
#pragma warning disable CA1064 // thrown and caught within this folder
internal sealed class OwnerReadingException(string place, string message, Exception? inner = null) : Exception(message, inner)
#pragma warning restore CA1064
{
    public string Place => place;
}
