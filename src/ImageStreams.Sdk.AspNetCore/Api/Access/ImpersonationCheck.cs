namespace ImageStreams.AspNetCore;

/// <summary>One thing that must be allowed before a user gets the rights of another.</summary>
internal readonly record struct ImpersonationCheck
{
    public required ApiAccess Access { get; init; }

    /// <summary>The reason why nobody is allowed this; null to ask.</summary>
    public string? Refusal { get; init; }
}
