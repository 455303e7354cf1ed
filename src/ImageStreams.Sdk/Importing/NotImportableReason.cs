namespace ImageStreams.Importing;

/// <summary>The reasons why there is nothing to import for a tag.</summary>
public enum NotImportableReason
{
    /// <summary>The stream has no spec tag of that name.</summary>
    NoSpecTag,

    /// <summary>The tag follows no image in a registry: another tag, an image of a stream, or nothing.</summary>
    FollowsNoRegistry,

    /// <summary>The tag only passes its pull spec on (<c>reference: true</c>).</summary>
    ReferenceOnly,

    /// <summary>The <c>from.name</c> of the spec tag is no pull spec, or one that no registry can have.</summary>
    MalformedReference,
}
