namespace ImageStreams.Clients;

/// <summary>The states that a list with a version may show.</summary>
public enum ResourceVersionMatch
{
    /// <summary>The state at the version, or a later one.</summary>
    NotOlderThan,

    /// <summary>The state at the version.</summary>
    Exact,
}
