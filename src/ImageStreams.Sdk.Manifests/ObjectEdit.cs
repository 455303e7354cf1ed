namespace ImageStreams.Manifests;

/// <summary>An edit of an object of a <see cref="ManifestSet"/>.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ObjectEdit
{
    /// <summary>The object.</summary>
    public required ManifestObject Object
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    /// <summary>The edit.</summary>
    public required ManifestEdit Edit
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }
}
