namespace ImageStreams.Clients;

/// <summary>The limits of a wait for a tag or an import.</summary>
public sealed record WaitOptions
{
    /// <summary>The longest time to wait, positive; null, the default, for as long as the token is not canceled.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The clock of <see cref="TimeLimit"/>; that of the system by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets a value indicating whether a failed import ends the wait with an <see cref="ImportFailedException"/>; true by
    /// default. With false, the wait goes on until a later import succeeds.</summary>
    public bool FailsWithImport { get; init; } = true;

    internal static WaitOptions Default { get; } = new();
}
