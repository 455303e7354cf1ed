namespace ImageStreams.Importing;

/// <summary>A manifest, a configuration or an image's metadata cannot be used; says what is wrong and where.</summary>
public sealed class ImageFormatException : FormatException
{
    internal ImageFormatException(ImageFormatFailure kind, string message, string path = "$", Exception? inner = null)
        : base(message, inner)
    {
        Reason = kind;
        Path = path;
    }

    /// <summary>What is wrong.</summary>
    public ImageFormatFailure Reason { get; }

    /// <summary>
    /// The place in the JSON text, such as <c>$.layers[2].size</c>; <c>$</c> when the text as a whole is meant.
    /// </summary>
    public string Path { get; }
}
