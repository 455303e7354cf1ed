namespace ImageStreams.Importing;

/// <summary>Why there is nothing to import for a tag.</summary>
public enum NotImportableReason
{
    /// <summary>The stream has no wish for the tag.</summary>
    NoSpecTag,

    /// <summary>The tag follows no image in a registry: another tag, an image of a stream, or nothing.</summary>
    FollowsNoRegistry,

    /// <summary>The tag only passes its pull spec on (<c>reference: true</c>).</summary>
    ReferenceOnly,

    /// <summary>What the tag follows is not the name of an image, or not one that a registry can have.</summary>
    MalformedReference,
}
