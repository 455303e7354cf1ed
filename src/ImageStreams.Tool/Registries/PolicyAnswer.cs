namespace ImageStreams.Tool;

/// <summary>The tag that a policy would follow now.</summary>
internal sealed record PolicyAnswer
{
    /// <summary>The tag that would be followed; null when the tag stays.</summary>
    public string? Chosen { get; init; }

    /// <summary>Gets a value indicating whether the policy prefers another tag, and gates hold or refuse it.</summary>
    public bool IsHeld { get; init; }

    /// <summary>The reasons in sentences.</summary>
    public required string Explanation { get; init; }

    /// <summary>Gets a value indicating whether there is no answer, because the registry gave none or the policy has an error.</summary>
    public bool IsFailure { get; init; }
}
