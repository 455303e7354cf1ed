namespace ImageStreams.Registries;

/// <summary>For which requests a mirror is asked.</summary>
public enum MirrorUse
{
    /// <summary>For tags and digests.</summary>
    Any,

    /// <summary>For digests only: whatever the mirror sends is what was asked for, or is refused.</summary>
    Digests,

    /// <summary>For tags only: the mirror decides what a tag means.</summary>
    Tags,
}
