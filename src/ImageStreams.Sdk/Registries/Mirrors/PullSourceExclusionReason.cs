namespace ImageStreams.Registries;

/// <summary>The reasons for not contacting a pull source.</summary>
public enum PullSourceExclusionReason
{
    /// <summary>The mirror is for tags, and a digest is requested.</summary>
    ForTagsOnly,

    /// <summary>The mirror is for digests, and a tag is requested.</summary>
    ForDigestsOnly,

    /// <summary>Lists of tags come from the source only, as in OpenShift.</summary>
    NotForLists,

    /// <summary>The registry is blocked.</summary>
    Blocked,

    /// <summary>Only the mirrors of the source may be contacted (<c>NeverContactSource</c>).</summary>
    NeverContacted,

    /// <summary>The image comes from none of the allowed registries.</summary>
    NotAllowed,

    /// <summary>The image comes from none of the registries that are allowed for import.</summary>
    NotAllowedForImport,
}
