namespace ImageStreams.Importing;

/// <summary>The exception for a manifest, a configuration or image metadata that is malformed or contradicts itself.</summary>
public sealed class ImageFormatException : FormatException
{
    internal ImageFormatException(ImageFormatFailure kind, string message, string path = "$", Exception? inner = null)
        : base(message, inner)
    {
        Reason = kind;
        Path = path;
    }

    /// <summary>The kind of error.</summary>
    public ImageFormatFailure Reason { get; }

    /// <summary>
    /// The path of the error in the JSON text, such as <c>$.layers[2].size</c>; <c>$</c> for the text as a whole.
    /// </summary>
    public string Path { get; }
}
