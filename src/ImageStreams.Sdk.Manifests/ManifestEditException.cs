namespace ImageStreams.Manifests;

/// <summary>The exception for an edit that cannot be made, or a file that cannot be written. Nothing was changed.</summary>
public sealed class ManifestEditException : Exception
{
    internal ManifestEditException(
        ManifestEditFailure reason, string message, string path, TextPlace? place, Exception? inner = null)
        : base(message, inner)
    {
        Reason = reason;
        Path = path;
        Place = place;
    }

    /// <summary>The kind of failure.</summary>
    public ManifestEditFailure Reason { get; }

    /// <summary>The path of the edit in its object, or of the file that cannot be written.</summary>
    public string Path { get; }

    /// <summary>The place of the value, or of the nearest one around it; null when it is about a whole file.</summary>
    public TextPlace? Place { get; }
}
