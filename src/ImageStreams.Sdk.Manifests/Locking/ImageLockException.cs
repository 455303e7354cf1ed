namespace ImageStreams.Manifests;

/// <summary>The exception for a lock that cannot be read, written or used.</summary>
public sealed class ImageLockException : Exception
{
    internal ImageLockException(
        ImageLockFailure reason, string explanation, string file, TextPlace? place = null, string path = "", Exception? inner = null)
        : base($"{place?.ToString() ?? ObjectNames.Show(file)}: {explanation}", inner)
    {
        Reason = reason;
        Explanation = explanation;
        File = file;
        Place = place;
        Path = path;
    }

    /// <summary>The kind of failure.</summary>
    public ImageLockFailure Reason { get; }

    /// <summary>The sentence of the message without the place: what is wrong, why, and what to do.</summary>
    public string Explanation { get; }

    /// <summary>The file as it was named.</summary>
    public string File { get; }

    /// <summary>The place in the file; null when the failure is about the whole file.</summary>
    public TextPlace? Place { get; }

    /// <summary>The path of the field, such as <c>images['openshift/dotnet:10.0'].digest</c>; empty when there is none.</summary>
    public string Path { get; }
}
