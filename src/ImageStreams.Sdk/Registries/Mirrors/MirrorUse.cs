namespace ImageStreams.Registries;

/// <summary>The requests that use a mirror.</summary>
public enum MirrorUse
{
    /// <summary>Requests for tags and for digests.</summary>
    Any,

    /// <summary>Requests for digests only: content of the mirror that does not match is refused.</summary>
    Digests,

    /// <summary>Requests for tags only: the mirror decides the content of a tag.</summary>
    Tags,
}
