namespace ImageStreams.Importing;

/// <summary>The reasons why there is nothing to import for a tag.</summary>
public enum NotImportableReason
{
    /// <summary>The stream has no spec tag of that name.</summary>
    NoSpecTag,

    /// <summary>The tag does not follow an image in a registry, but another tag, an image of a stream, or nothing.</summary>
    FollowsNoRegistry,

    /// <summary>The tag only passes on its pull spec (<c>reference: true</c>).</summary>
    ReferenceOnly,

    /// <summary>The <c>from.name</c> of the spec tag is not a pull spec, or is one that no registry can have.</summary>
    MalformedReference,
}
