namespace ImageStreams.Policies;

/// <summary>The results of a gate.</summary>
public enum TagGateStanding
{
    /// <summary>The tag may move.</summary>
    Open,

    /// <summary>The tag may not move yet.</summary>
    Held,

    /// <summary>The tag may not move to this image.</summary>
    Refused,
}
