namespace ImageStreams.Policies;

/// <summary>The end of its order from which a policy takes a tag.</summary>
public enum TagPolicyPick
{
    /// <summary>The highest version, number or text, or the newest image.</summary>
    Highest,

    /// <summary>The lowest one, or the oldest image.</summary>
    Lowest,
}
