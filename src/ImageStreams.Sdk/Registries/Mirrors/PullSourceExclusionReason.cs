namespace ImageStreams.Registries;

/// <summary>Why a place is not asked.</summary>
public enum PullSourceExclusionReason
{
    /// <summary>The mirror is for tags, and a digest is asked for.</summary>
    ForTagsOnly,

    /// <summary>The mirror is for digests, and a tag is asked for.</summary>
    ForDigestsOnly,

    /// <summary>Lists of tags come from the source, as in OpenShift.</summary>
    NotForLists,

    /// <summary>The place is blocked.</summary>
    Blocked,

    /// <summary>Only the mirrors of the place may be asked (<c>NeverContactSource</c>).</summary>
    OnlyItsMirrors,

    /// <summary>The image is of none of the registries that are allowed.</summary>
    NotAllowed,

    /// <summary>The image is of none of the registries that are allowed for import.</summary>
    NotAllowedForImport,
}
